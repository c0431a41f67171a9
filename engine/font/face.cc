#include "font/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <string_view>
#include <tuple>

#include "font/freetype.h"
#include FT_TRUETYPE_TABLES_H

namespace galley {
namespace {

/// Wider than any real glyph (the Arabic ligature U+FDFD takes about 7 em), narrow enough for every sum of widths.
constexpr int kWidestAdvanceInEm = 8;

/// PDF names are limited to 127 bytes (ISO 32000-1, annex C); six letters and '+' go before a subset's name.
constexpr std::size_t kLongestPostscriptName = 100;

// OS/2 fsType (OpenType 1.9, "OS/2", fsType). Bits 1 to 3 are the usage permissions.
constexpr unsigned kRestrictedLicence = 0x0002, kPreviewAndPrint = 0x0004, kEditable = 0x0008;
constexpr unsigned kNoSubsetting = 0x0100, kBitmapsOnly = 0x0200;

using BlobPointer = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using FacePointer = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using FontPointer = std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)>;
using FontFunctionsPointer = std::unique_ptr<hb_font_funcs_t, decltype(&hb_font_funcs_destroy)>;

/// Empty when the first bytes are those of a font that we read. FreeType would open many more kinds, and HarfBuzz
/// makes an empty face of anything, so this is ours to check.
std::string refuse_by_magic(std::string_view bytes) {
  using namespace std::string_view_literals;
  const std::string_view magic = bytes.substr(0, 4);
  if (magic == "\0\1\0\0"sv || magic == "true" || magic == "OTTO" || magic == "ttcf") return {};
  const std::string expected = "; expected a TrueType or OpenType font (.ttf, .otf, .ttc)";
  if (magic == "wOFF" || magic == "wOF2") return "is a web font (WOFF)" + expected;
  if (magic.substr(0, 2) == "%!" || magic.substr(0, 2) == "\x80\x01"sv) return "is a Type 1 font" + expected;
  return "is not a font that can be read" + expected;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const BlobPointer table(hb_face_reference_table(face, tag), hb_blob_destroy);
  return hb_blob_get_length(table.get()) > 0;
}

/// Empty when the tables that drawing and embedding need are there. FreeType and HarfBuzz both make do without some of
/// them.
std::string refuse_by_tables(hb_face_t* face) {
  for (const char* tag : {"head", "hhea", "hmtx", "maxp"})
    if (!has_table(face, hb_tag_from_string(tag, 4))) return "has no '" + std::string(tag) + "' table";
  if (has_table(face, HB_TAG('C', 'F', 'F', ' '))) return {};
  if (has_table(face, HB_TAG('C', 'F', 'F', '2')))
    return "is a variable font with CFF2 outlines, which cannot be embedded";
  if (has_table(face, HB_TAG('g', 'l', 'y', 'f')) && has_table(face, HB_TAG('l', 'o', 'c', 'a'))) return {};
  return "has no outlines (bitmap fonts cannot be used)";
}

/// Empty when both libraries see the same font. A font that they read differently would be shaped by one set of
/// numbers and drawn by another.
std::string refuse_by_disagreement(hb_face_t* ours, FT_Face theirs) {
  const unsigned glyphs = hb_face_get_glyph_count(ours);
  if (glyphs == 0 || theirs->num_glyphs <= 0) return "has no glyphs";
  if (theirs->num_glyphs != static_cast<FT_Long>(glyphs))
    return "is damaged: " + std::to_string(glyphs) + " glyphs are announced, " + std::to_string(theirs->num_glyphs) +
           " are there";
  const unsigned upem = hb_face_get_upem(ours);
  if (theirs->units_per_EM < 16 || theirs->units_per_EM > 16384)
    return "is damaged: " + std::to_string(theirs->units_per_EM) + " units per em, expected 16 to 16384";
  if (upem != theirs->units_per_EM) return "is damaged: its units per em cannot be told";
  return {};
}

Embedding embedding_of(FT_Face face) {
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  if (!os2 || os2->version == 0xFFFF) return Embedding::subset;
  const unsigned bits = os2->fsType;
  if (bits & kBitmapsOnly) return Embedding::forbidden;
  // Up to OS/2 version 2 several permissions may be given, of which the least restrictive counts.
  const bool relaxed = os2->version < 3 && (bits & (kPreviewAndPrint | kEditable));
  if ((bits & kRestrictedLicence) && !relaxed) return Embedding::forbidden;
  return bits & kNoSubsetting ? Embedding::whole_only : Embedding::subset;
}

/// By the font's own classification; fonts that do not classify themselves count as sans.
bool is_serif(FT_Face face) {
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  if (!os2 || os2->version == 0xFFFF) return false;
  const int family_class = os2->sFamilyClass >> 8;  // IBM font class: 1 to 5 and 7 have serifs, 8 has not
  if (family_class != 0) return (family_class >= 1 && family_class <= 5) || family_class == 7;
  // PANOSE: family kind 2 is Latin text; serif styles 2 to 10 have serifs, 11 to 15 are sans.
  return os2->panose[0] == 2 && os2->panose[1] >= 2 && os2->panose[1] <= 10;
}

int metric_or(hb_font_t* font, hb_ot_metrics_tag_t tag, int otherwise) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

int cap_height_of(hb_font_t* font, int ascender) {
  const int stated = metric_or(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0);
  if (stated > 0) return stated;
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t box{};
  if (hb_font_get_nominal_glyph(font, U'H', &glyph) && hb_font_get_glyph_extents(font, glyph, &box) &&
      box.y_bearing > 0)
    return box.y_bearing;
  return ascender;
}

FaceMetrics metrics_of(hb_font_t* font, FT_Face face) {
  FaceMetrics metrics;
  metrics.units_per_em = face->units_per_EM;
  metrics.ascender = metric_or(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, face->ascender);
  metrics.descender = metric_or(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, face->descender);
  metrics.cap_height = cap_height_of(font, metrics.ascender);
  std::tie(metrics.box_left, metrics.box_right) =
      std::minmax(static_cast<int>(face->bbox.xMin), static_cast<int>(face->bbox.xMax));
  std::tie(metrics.box_bottom, metrics.box_top) =
      std::minmax(static_cast<int>(face->bbox.yMin), static_cast<int>(face->bbox.yMax));
  if (const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(face, FT_SFNT_POST)))
    metrics.italic_angle = static_cast<double>(post->italicAngle) / 65536.0;
  metrics.fixed_pitch = FT_IS_FIXED_WIDTH(face) != 0;
  metrics.serif = is_serif(face);
  return metrics;
}

/// Keeps what a PostScript name may hold: printable ASCII without delimiters (OpenType 1.9, "name", name ID 6).
std::string clean_postscript_name(std::string_view name) {
  std::string clean;
  for (const char c : name)
    if (c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) clean += c;
  return clean.substr(0, kLongestPostscriptName);
}

std::string postscript_name_of(FT_Face face, std::string_view name) {
  const char* own = FT_Get_Postscript_Name(face);
  std::string clean = clean_postscript_name(own ? own : "");
  if (clean.empty()) clean = clean_postscript_name(name);
  return clean.empty() ? "Unnamed" : clean;
}

/// What the two checks below know of the font that they ask.
struct Checked {
  explicit Checked(hb_face_t* face) : font(hb_font_create(face), hb_font_destroy), glyph_count(hb_face_get_glyph_count(face)) {
    hb_font_make_immutable(font.get());
    for (hb_codepoint_t c = 0; c < ascii.size(); ++c) ascii[c] = look_up(c);
  }
  /// A cmap may name glyphs that the font does not have; those count as missing: 0.
  [[nodiscard]] hb_codepoint_t look_up(hb_codepoint_t code_point) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font.get(), code_point, &glyph) && glyph < glyph_count ? glyph : 0;
  }

  FontPointer font;
  GlyphId glyph_count;
  std::array<hb_codepoint_t, 128> ascii{};  ///< asked for of nearly every letter
};

/// Clamped: a damaged hmtx table gives widths up to 65535 units whatever the em is.
void clamped_advances(hb_font_t* font, void* checked, unsigned count, const hb_codepoint_t* glyphs,
                      unsigned glyph_stride, hb_position_t* advances, unsigned advance_stride, void*) {
  hb_font_get_glyph_h_advances(static_cast<const Checked*>(checked)->font.get(), count, glyphs, glyph_stride, advances, advance_stride);
  int widest = 0;
  hb_font_get_scale(font, &widest, nullptr);
  widest *= kWidestAdvanceInEm;
  char* at = reinterpret_cast<char*>(advances);
  for (unsigned i = 0; i < count; ++i, at += advance_stride) {
    auto& advance = *reinterpret_cast<hb_position_t*>(at);
    // HarfBuzz 6 reads the table's unsigned 16 bits as signed: what is negative is above 32767.
    advance = advance < 0 ? widest : std::min(advance, widest);
  }
}

hb_bool_t existing_glyph(hb_font_t*, void* checked, hb_codepoint_t code_point, hb_codepoint_t* glyph, void*) {
  const auto& known = *static_cast<const Checked*>(checked);
  *glyph = code_point < known.ascii.size() ? known.ascii[code_point] : known.look_up(code_point);
  return *glyph != 0;
}

/// A font over HarfBuzz's own OpenType functions, with the two checks above. Scale: one unit per font unit.
FontPointer checked_font(hb_face_t* face) {
  auto checked = std::make_unique<Checked>(face);
  FontPointer font(hb_font_create_sub_font(checked->font.get()), hb_font_destroy);
  const FontFunctionsPointer functions(hb_font_funcs_create(), hb_font_funcs_destroy);
  hb_font_funcs_set_glyph_h_advances_func(functions.get(), clamped_advances, nullptr, nullptr);
  hb_font_funcs_set_nominal_glyph_func(functions.get(), existing_glyph, nullptr, nullptr);
  hb_font_funcs_make_immutable(functions.get());
  hb_font_set_funcs(font.get(), functions.get(), checked.release(), [](void* known) { delete static_cast<Checked*>(known); });
  hb_font_make_immutable(font.get());
  return font;
}

/// HarfBuzz takes a CFF table that it cannot read for one without glyphs; FreeType may still have opened the font.
bool has_readable_outlines(hb_font_t* font) {
  hb_glyph_extents_t box{};
  return hb_font_get_glyph_extents(font, 0, &box);
}

}  // namespace

std::shared_ptr<const Face> Face::open(std::string name, SharedBytes bytes, unsigned index, std::string& why) {
  why = refuse_by_magic(bytes.view());
  if (!why.empty()) return nullptr;
  const std::shared_ptr<Face> face(new Face);
  face->name_ = std::move(name);
  face->bytes_ = std::move(bytes);
  face->index_ = index;

  errno = 0;
  const std::string_view kept = face->bytes();
  const BlobPointer blob(
      hb_blob_create(kept.data(), static_cast<unsigned>(kept.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr),
      hb_blob_destroy);
  if (index >= hb_face_count(blob.get())) {
    why = "has no face number " + std::to_string(index);
    return nullptr;
  }
  const FacePointer ours(hb_face_create(blob.get(), index), hb_face_destroy);
  if (ours.get() == hb_face_get_empty()) throw std::bad_alloc();  // as `new` says it; a sound file is not called damaged
  hb_face_make_immutable(ours.get());
  why = refuse_by_tables(ours.get());
  if (!why.empty()) return nullptr;

  const FreeTypeFace theirs(kept, index);
  if (theirs.is_out_of_memory()) throw std::bad_alloc();
  why = theirs.get() ? refuse_by_disagreement(ours.get(), theirs.get()) : "is damaged (" + theirs.error() + ")";
  if (!why.empty()) return nullptr;

  face->glyph_count_ = hb_face_get_glyph_count(ours.get());
  face->cff_ = has_table(ours.get(), HB_TAG('C', 'F', 'F', ' '));
  face->embedding_ = embedding_of(theirs.get());
  face->postscript_ = postscript_name_of(theirs.get(), face->name_);
  if (face->name_.empty()) face->name_ = face->postscript_;
  face->font_ = checked_font(ours.get()).release();
  face->metrics_ = metrics_of(face->font_, theirs.get());
  static_cast<void>(face->advance(0));
  for (char32_t c = 0; c < kAscii; ++c) face->ascii_[c] = face->glyph_of(c) != 0;
  // HarfBuzz reads a table at its first use, and takes it for empty where there was no memory for that, as it does with
  // fonts: better told now than by a font that seems damaged or glyphs that seem to be missing.
  const bool is_readable = !face->cff_ || has_readable_outlines(face->font_);
  if (errno == ENOMEM) throw std::bad_alloc();
  if (is_readable) return face;
  why = "is damaged: its outlines cannot be read";
  return nullptr;
}

Face::~Face() { hb_font_destroy(font_); }

GlyphId Face::glyph_of(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_, code_point, &glyph) ? glyph : 0;
}

int Face::advance(GlyphId glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

}  // namespace galley
