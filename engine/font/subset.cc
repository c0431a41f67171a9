#include "font/subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>

#include "font/freetype.h"
#include FT_CID_H

namespace galley {
namespace {

using BlobPointer = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using FacePointer = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using InputPointer = std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)>;
using PlanPointer = std::unique_ptr<hb_subset_plan_t, decltype(&hb_subset_plan_destroy)>;

constexpr hb_tag_t kCffTable = HB_TAG('C', 'F', 'F', ' ');

std::string copy_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

/// Shows only the tables that an embedded CID font needs (ISO 32000-1, 9.9). What the subsetter does not see it neither
/// parses (layout closure, whole cmap) nor copies (names, hints, variations).
hb_blob_t* needed_table(hb_face_t*, hb_tag_t tag, void* face) {
  switch (tag) {
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
    case HB_TAG('g', 'l', 'y', 'f'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case kCffTable:
      return hb_face_reference_table(static_cast<hb_face_t*>(face), tag);
    default:
      return hb_blob_get_empty();
  }
}

struct Cut {
  std::string bytes;                  ///< a whole font file
  std::map<GlyphId, GlyphId> glyphs;  ///< face -> file
};

FacePointer with_needed_tables(const Face& face) {
  return {hb_face_create_for_tables(needed_table, hb_font_get_face(face.shaper_font()), nullptr), hb_face_destroy};
}

std::optional<Cut> cut_out_of(hb_face_t* face, const std::vector<GlyphId>& used) {
  const InputPointer input(hb_subset_input_create_or_fail(), hb_subset_input_destroy);
  if (!input) return std::nullopt;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  for (const GlyphId glyph : used) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  const PlanPointer plan(hb_subset_plan_create_or_fail(face, input.get()), hb_subset_plan_destroy);
  if (!plan) return std::nullopt;
  const FacePointer result(hb_subset_plan_execute_or_fail(plan.get()), hb_face_destroy);
  if (!result) return std::nullopt;
  const BlobPointer blob(hb_face_reference_blob(result.get()), hb_blob_destroy);

  Cut made{copy_of(blob.get()), {}};
  const hb_map_t* glyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const GlyphId glyph : used) {
    const hb_codepoint_t now = hb_map_get(glyphs, glyph);
    if (now == HB_MAP_VALUE_INVALID) return std::nullopt;
    made.glyphs[glyph] = now;
  }
  return made;
}

/// Throws std::bad_alloc when memory ran out, which HarfBuzz tells by errno alone: it may also have left glyphs out in silence.
std::optional<Cut> cut(const Face& face, const std::vector<GlyphId>& used) {
  FacePointer needed = with_needed_tables(face);
  errno = 0;
  auto made = cut_out_of(needed.get(), used);
  if (errno == ENOMEM) {
    // libharfbuzz-subset stands its own empty object in for a table that it had no memory for; libharfbuzz would free it.
    static_cast<void>(needed.release());
    throw std::bad_alloc();
  }
  return made;
}

bool is_same_box(const Face& face, GlyphId old_glyph, const Face& result, GlyphId new_glyph) {
  hb_glyph_extents_t before{}, after{};
  const hb_bool_t is_drawn = hb_font_get_glyph_extents(face.shaper_font(), old_glyph, &before);
  return hb_font_get_glyph_extents(result.shaper_font(), new_glyph, &after) == is_drawn && before.x_bearing == after.x_bearing &&
         before.y_bearing == after.y_bearing && before.width == after.width && before.height == after.height;
}

/// hb_subset_or_fail says it succeeded also when it dropped a table that it could not read. So the result must open
/// like any other face, and each glyph must fill the box that it filled. (Comparing outlines took a fortieth of a render.)
bool is_faithful(const Face& face, const Cut& made) {
  std::string why;
  const std::shared_ptr<const Face> result = Face::open(face.name(), made.bytes, 0, why);
  if (!result || result->is_cff() != face.is_cff()) return false;
  if (result->metrics().units_per_em != face.metrics().units_per_em) return false;
  for (const auto& [old_glyph, new_glyph] : made.glyphs) {
    if (new_glyph >= result->glyph_count() || face.advance(old_glyph) != result->advance(new_glyph)) return false;
    if (!is_same_box(face, old_glyph, *result, new_glyph)) return false;
  }
  return true;
}

/// The face as a file of its own, also when it is one of a collection.
std::string whole_file(const Face& face) {
  if (!face.bytes().starts_with("ttcf")) return std::string(face.bytes());
  hb_face_t* source = hb_font_get_face(face.shaper_font());
  const FacePointer builder(hb_face_builder_create(), hb_face_destroy);
  hb_tag_t tags[64];
  unsigned count = std::size(tags);
  hb_face_get_table_tags(source, 0, &count, tags);
  for (unsigned i = 0; i < count; ++i) {
    const BlobPointer table(hb_face_reference_table(source, tags[i]), hb_blob_destroy);
    hb_face_builder_add_table(builder.get(), tags[i], table.get());
  }
  const BlobPointer file(hb_face_reference_blob(builder.get()), hb_blob_destroy);
  return copy_of(file.get());
}

Cut whole(const Face& face, const std::vector<GlyphId>& used) {
  Cut made{whole_file(face), {}};
  for (const GlyphId glyph : used) made.glyphs[glyph] = glyph;
  return made;
}

std::string cff_table_of(const std::string& file) {
  const BlobPointer blob(
      hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr),
      hb_blob_destroy);
  const FacePointer face(hb_face_create(blob.get(), 0), hb_face_destroy);
  const BlobPointer table(hb_face_reference_table(face.get(), kCffTable), hb_blob_destroy);
  return copy_of(table.get());
}

/// In a CID-keyed CFF, PDF selects glyphs by CID and not by glyph id (ISO 32000-1, 9.7.4.2); the subset keeps the CIDs.
void name_by_cid(Cut& made) {
  const FreeTypeFace face(made.bytes, 0);
  FT_Bool keyed = 0;
  if (!face.get() || FT_Get_CID_Is_Internally_CID_Keyed(face.get(), &keyed) != 0 || !keyed) return;
  for (auto& [glyph, number] : made.glyphs) {
    FT_UInt cid = 0;
    if (FT_Get_CID_From_Glyph_Index(face.get(), number, &cid) != 0) cid = 0;
    number = cid;
  }
}

Subset finish(Cut made, bool cff) {
  if (!cff) return {std::move(made.bytes), false, std::move(made.glyphs)};
  name_by_cid(made);
  return {cff_table_of(made.bytes), true, std::move(made.glyphs)};
}

/// Sorted, without doubles or glyphs that the face does not have, always with .notdef.
std::vector<GlyphId> existing(const Face& face, std::vector<GlyphId> used) {
  used.push_back(0);
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  used.erase(std::lower_bound(used.begin(), used.end(), face.glyph_count()), used.end());
  return used;
}

}  // namespace

std::optional<Subset> subset(const Face& face, const std::vector<GlyphId>& used, Diagnostics& diagnostics) {
  if (face.embedding() == Embedding::forbidden) {
    diagnostics.error(
        {}, "the font '" + face.name() + "' must not be embedded in documents, says its licence (OS/2 fsType)",
        "choose another font, or ask its maker for a version that may be embedded");
    return std::nullopt;
  }
  const std::vector<GlyphId> glyphs = existing(face, used);
  std::optional<Cut> made;
  if (face.embedding() == Embedding::subset) {
    made = cut(face, glyphs);
    if (!made || !is_faithful(face, *made)) {
      made.reset();
      diagnostics.warn(
          {}, "the font '" + face.name() + "' is embedded whole: a part of it could not be cut out without damage",
          "the file is larger than need be; another version of the font may help");
    }
  }
  Subset result = finish(made ? std::move(*made) : whole(face, glyphs), face.is_cff());
  for (const GlyphId glyph : used) result.glyphs.try_emplace(glyph, 0);  // unknown glyphs show as .notdef
  return result;
}

}  // namespace galley
