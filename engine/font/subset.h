// The part of a face that a document uses, as bytes for embedding.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "font/face.h"

namespace galley {

struct Subset {
  std::string bytes;                   ///< a TrueType file, or a bare CFF table when `is_cff`
  bool is_cff = false;
  std::map<GlyphId, GlyphId> glyphs;   ///< the face's glyph id -> the subset's; 0 -> 0 always
};

/// Subsets with hb-subset: no hints, no layout, names or cmap. The result is opened again and checked (every glyph there,
/// outlines where the source had outlines); if the check fails, or the licence forbids subsetting, the whole face is
/// given with unchanged glyph ids (and a warning in the former case). nullopt with an error when the face must not be embedded.
std::optional<Subset> subset(const Face& face, const std::vector<GlyphId>& used, Diagnostics& diagnostics);

}  // namespace galley
