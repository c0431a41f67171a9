// Glyphs with places and with the text they stand for: what a sink draws.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/length.h"
#include "base/span.h"
#include "font/face.h"

namespace galley {

/// Bytes [begin, end) of GlyphRun::text that a glyph stands for. The first glyph of a cluster carries the cluster's
/// text, its further glyphs an empty range at the cluster's end.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const TextRange&) const = default;
};

struct Glyph {
  GlyphId id = 0;
  Length advance;     ///< to the next glyph's origin, spacing and kerning included
  Length x, y;        ///< offset of the drawing from the origin, y upwards
  TextRange text;
};

/// Glyphs of one face, size and colour on one baseline, in visual order left to right. Spaces are real glyphs.
struct GlyphRun {
  std::shared_ptr<const Face> face;
  Length size;
  Colour colour;
  std::string text;            ///< the text these glyphs stand for, logical order
  std::vector<Glyph> glyphs;
  bool right_to_left = false;
  Span source = {};            ///< where its first words stand in the user's files
  Length letter_space{};       ///< of the advances, what stands between letters everywhere in the run: sinks may state it once
  bool upwards = false;        ///< turned a quarter to the left: the baseline runs up the page from the item's place
  [[nodiscard]] Length width() const {
    Length sum;
    for (const Glyph& glyph : glyphs) sum += glyph.advance;
    return sum;
  }
};

}  // namespace galley
