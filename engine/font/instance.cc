#include "font/instance.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <memory>
#include <new>
#include <optional>
#include <vector>

#include "font/font_file.h"

namespace galley {
namespace {

using BlobPointer = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using FacePointer = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using FontPointer = std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)>;
using InputPointer = std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)>;

constexpr hb_tag_t kWeight = HB_TAG('w', 'g', 'h', 't'), kWidth = HB_TAG('w', 'd', 't', 'h'), kOpticalSize = HB_TAG('o', 'p', 's', 'z');
constexpr hb_tag_t kItalic = HB_TAG('i', 't', 'a', 'l'), kSlant = HB_TAG('s', 'l', 'n', 't');
constexpr hb_tag_t kName = HB_TAG('n', 'a', 'm', 'e');

FacePointer face_of(std::string_view bytes, unsigned index) {
  const BlobPointer blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr),
                         hb_blob_destroy);
  return {hb_face_create(blob.get(), index), hb_face_destroy};
}

std::vector<hb_ot_var_axis_info_t> axes_in(hb_face_t* face) {
  std::array<hb_ot_var_axis_info_t, 64> axes{};  // real fonts have up to 15
  auto count = static_cast<unsigned>(axes.size());
  hb_ot_var_get_axis_infos(face, 0, &count, axes.data());
  return {axes.begin(), axes.begin() + count};
}

constexpr float kThousandthsOfAPerCent = 10;  // in a per cent, the unit of 'wdth'

/// Where an axis stands for what is asked; slanted letters lean to the right by a negative angle.
float place_on(const hb_ot_var_axis_info_t& axis, const FaceStyle& style) {
  const auto within = [&](float wanted) { return std::clamp(wanted, axis.min_value, axis.max_value); };
  switch (axis.tag) {
    case kWeight: return within(static_cast<float>(style.weight));
    case kWidth: return within(static_cast<float>(style.width) / kThousandthsOfAPerCent);
    case kOpticalSize: return style.optical_size > 0 ? within(static_cast<float>(style.optical_size)) : axis.default_value;
    case kItalic: return style.italic ? axis.max_value : axis.min_value;
    case kSlant: return style.italic ? axis.min_value : within(0);
    default: return axis.default_value;
  }
}

/// The whole numbers on an axis, of which there are `parts` to its unit.
Reach reach_of(const hb_ot_var_axis_info_t& axis, float parts) {
  return {static_cast<int>(std::ceil(axis.min_value * parts)), static_cast<int>(std::floor(axis.max_value * parts))};
}

/// What lies beyond is no weight, width or size.
bool is_within(const hb_ot_var_axis_info_t& axis, float least, float most) { return axis.min_value >= least && axis.max_value <= most; }

constexpr float kSamePlace = 0.05F;  // half of the finest step that styles have, a tenth of a per cent of width

/// Everything in the font, without its axes.
FacePointer cut_to(hb_face_t* face, const std::vector<hb_variation_t>& places) {
  const InputPointer input(hb_subset_input_create_or_fail(), hb_subset_input_destroy);
  if (!input) return {nullptr, hb_face_destroy};
  hb_set_invert(hb_subset_input_unicode_set(input.get()));
  hb_set_invert(hb_subset_input_glyph_set(input.get()));
  for (const auto kept : {HB_SUBSET_SETS_LAYOUT_FEATURE_TAG, HB_SUBSET_SETS_LAYOUT_SCRIPT_TAG}) {
    hb_set_clear(hb_subset_input_set(input.get(), kept));  // holds what is usual by default
    hb_set_invert(hb_subset_input_set(input.get(), kept));
  }
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_RETAIN_GIDS);
  for (const hb_variation_t& place : places)
    if (!hb_subset_input_pin_axis_location(input.get(), face, place.tag, place.value)) return {nullptr, hb_face_destroy};
  const FacePointer built(hb_subset_or_fail(face, input.get()), hb_face_destroy);
  if (!built) return {nullptr, hb_face_destroy};
  const BlobPointer file(hb_face_reference_blob(built.get()), hb_blob_destroy);
  return {hb_face_create(file.get(), 0), hb_face_destroy};  // which lists its tables, as the built one does not
}

/// Every glyph as wide, and its ink where it is in the variable font.
bool is_faithful(hb_face_t* variable, const std::vector<hb_variation_t>& places, hb_face_t* made) {
  const FontPointer before(hb_font_create(variable), hb_font_destroy), after(hb_font_create(made), hb_font_destroy);
  hb_font_set_variations(before.get(), places.data(), static_cast<unsigned>(places.size()));
  const unsigned glyphs = hb_face_get_glyph_count(variable);
  if (hb_face_get_glyph_count(made) != glyphs) return false;
  constexpr int kRounding = 1;
  const auto alike = [](hb_position_t a, hb_position_t b) { return std::abs(a - b) <= kRounding; };
  for (unsigned glyph = 0; glyph < glyphs; ++glyph) {
    hb_glyph_extents_t ink_before{}, ink_after{};
    hb_font_get_glyph_extents(before.get(), glyph, &ink_before);
    hb_font_get_glyph_extents(after.get(), glyph, &ink_after);
    if (!alike(hb_font_get_glyph_h_advance(before.get(), glyph), hb_font_get_glyph_h_advance(after.get(), glyph))) return false;
    if (!alike(ink_before.x_bearing, ink_after.x_bearing) || !alike(ink_before.y_bearing, ink_after.y_bearing)) return false;
  }
  return true;
}

std::string name_in(hb_face_t* face, hb_ot_name_id_t id) {
  std::array<char, 128> text{};
  auto size = static_cast<unsigned>(text.size());
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
  return text.data();
}

void put(std::string& table, std::size_t number) {
  table += static_cast<char>(number >> 8U & 0xFFU);
  table += static_cast<char>(number & 0xFFU);
}

/// A name table (OpenType 1.9, "name", version 0) of Windows' English names, which are ASCII.
std::string name_table(const std::vector<std::pair<unsigned, std::string>>& names) {
  std::string table, texts;
  put(table, 0);
  put(table, names.size());
  put(table, 6 + 12 * names.size());
  for (const auto& [id, name] : names) {
    constexpr std::size_t kWindows = 3, kUnicode = 1, kEnglish = 0x409;
    for (const std::size_t number : {kWindows, kUnicode, kEnglish, std::size_t{id}, 2 * name.size(), texts.size()}) put(table, number);
    for (const char c : name) put(texts, static_cast<unsigned char>(c) < 0x80 ? static_cast<unsigned char>(c) : '?');
  }
  return table + texts;
}

/// "semi-condensed bold 14pt" -> "SemiCondensedBold14pt"
std::string joined_name(const std::string& words) {
  std::string joined;
  bool begins = true;
  for (const char c : words) {
    const bool parts = c == ' ' || c == '-';
    if (!parts && c != '%') joined += begins && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    begins = parts;
  }
  return joined;
}

/// "Inter-Regular" at 700 -> "Inter-Bold": programs that read a PDF tell by its fonts' names what is bold.
std::string new_names(hb_face_t* face, const FaceStyle& wanted) {
  const std::string family = name_in(face, HB_OT_NAME_ID_FONT_FAMILY), own = name_in(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  const std::string style = joined_name(style_name(wanted));
  const std::string postscript = own.substr(0, own.find('-')) + '-' + style;
  return name_table({{1, family}, {2, style}, {4, family + ' ' + style}, {6, postscript}});
}

std::string file_of(hb_face_t* made, const std::string& names) {
  const FacePointer builder(hb_face_builder_create(), hb_face_destroy);
  std::array<hb_tag_t, 64> tags{};
  auto count = static_cast<unsigned>(tags.size());
  hb_face_get_table_tags(made, 0, &count, tags.data());
  for (unsigned i = 0; i < count; ++i) {
    if (tags[i] == kName) continue;
    const BlobPointer table(hb_face_reference_table(made, tags[i]), hb_blob_destroy);
    hb_face_builder_add_table(builder.get(), tags[i], table.get());
  }
  const BlobPointer table(
      hb_blob_create(names.data(), static_cast<unsigned>(names.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr), hb_blob_destroy);
  hb_face_builder_add_table(builder.get(), kName, table.get());
  const BlobPointer file(hb_face_reference_blob(builder.get()), hb_blob_destroy);
  unsigned length = 0;
  const char* data = hb_blob_get_data(file.get(), &length);
  return {data, length};
}

}  // namespace

Axes axes_of(std::string_view bytes, unsigned index) {
  Axes axes;
  const FacePointer face = face_of(bytes, index);
  for (const hb_ot_var_axis_info_t& axis : axes_in(face.get())) {
    if (axis.tag == kWeight && is_within(axis, 1, 1000)) axes.weight = reach_of(axis, 1);
    if (axis.tag == kWidth && is_within(axis, 1, 1000)) axes.width = reach_of(axis, kThousandthsOfAPerCent);
    if (axis.tag == kOpticalSize && is_within(axis, 0, 10'000)) axes.optical_size = reach_of(axis, 1);
    axes.slants = axes.slants || ((axis.tag == kItalic || axis.tag == kSlant) && axis.min_value < axis.max_value);
  }
  return axes;
}

Instance instance_of(std::string_view bytes, unsigned index, const FaceStyle& style) {
  const FacePointer face = face_of(bytes, index);
  std::vector<hb_variation_t> places;
  bool is_default = true;
  for (const hb_ot_var_axis_info_t& axis : axes_in(face.get())) {
    places.push_back({axis.tag, place_on(axis, style)});
    is_default = is_default && std::fabs(places.back().value - axis.default_value) < kSamePlace;
  }
  if (is_default) return {};
  errno = 0;
  const FacePointer made = cut_to(face.get(), places);
  const bool is_sound = made && is_faithful(face.get(), places, made.get());
  if (errno == ENOMEM) throw std::bad_alloc();  // tables may be missing, and nothing else tells
  if (!is_sound) return {Instance::Kind::failed, {}};
  return {Instance::Kind::made, file_of(made.get(), new_names(face.get(), style))};
}

}  // namespace galley
