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
  /// The face's glyph id -> the number by which PDF selects the glyph in `bytes`: its glyph id there, or its CID when
  /// the CFF is CID-keyed. 0 -> 0 always; glyphs that the face does not have -> 0.
  std::map<GlyphId, GlyphId> glyphs;
};

/// Subsets with hb-subset: no hints, no layout, names or cmap. The result is opened again and checked (every glyph there,
/// outlines where the source had outlines); if the check fails, or the licence forbids subsetting, the whole face is
/// given with unchanged glyph ids (and a warning in the former case). nullopt with an error when the face must not be embedded.
std::optional<Subset> subset(const Face& face, const std::vector<GlyphId>& used, Diagnostics& diagnostics);

}  // namespace galley
