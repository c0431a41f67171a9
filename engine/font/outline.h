// Glyphs as outlines, for sinks that draw rather than embed fonts.
#pragma once

#include <vector>

#include "font/face.h"

namespace galley {

/// A step of an outline in font units, y upwards.
struct OutlineStep {
  enum class Kind : char { move = 'M', line = 'L', quadratic = 'Q', cubic = 'C', close = 'Z' };
  Kind kind = Kind::move;
  float x = 0, y = 0;    ///< where it ends; unused by close
  float x1 = 0, y1 = 0;  ///< first control point
  float x2 = 0, y2 = 0;  ///< second control point of a cubic
};

/// Unhinted, at the face's units per em. Empty for spaces and for glyphs without an outline.
std::vector<OutlineStep> glyph_outline(const Face& face, GlyphId glyph);

}  // namespace galley
