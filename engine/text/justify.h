// How a line meets its measure: what the words, spaces and letters of a justified line may give, and how much of it they do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/styled_text.h"
#include "text/letters.h"
#include "text/line_items.h"
#include "text/shape.h"

namespace galley {

/// A stretch of one segment on one line.
struct LinePart {
  const Segment* segment = nullptr;
  const Style* style = nullptr;  ///< of the segment
  std::uint32_t begin = 0, end = 0;
  std::span<const ShapedGlyph> glyphs;
  Length advance;               ///< of all its glyphs
  SpaceWidth space;             ///< segments that are spaces
  LetterGap gap;                ///< each gap between its letters
  bool is_trailing = false;     ///< the space that ends the line
  bool hyphen_follows = false;
  bool gap_at_end = false;      ///< another part of the word follows
  Length set_off{};             ///< what follows is set off by so much from this, and by half of it at least
  std::uint32_t gives_from = 0, gives_to = 0;  ///< bytes in which marks give their blank: not where it stands out of the measure
};

/// Share of the stretch (> 0) or shrink (< 0) that a line's spaces and letters use.
struct Adjustment {
  double spaces = 0, letters = 0;
};

/// Whether letter space stands after a glyph.
bool has_gap_after(const LinePart& part, std::size_t glyph);

/// That of each gap.
Length letter_space(const LinePart& part, const Adjustment& adjustment);

/// Whether a mark in a square gives of its blank.
bool gives(const LinePart& part, const ShapedGlyph& glyph);

/// Between the part and what it is set off from.
Length set_off_by(const LinePart& part, const Adjustment& adjustment);

Length width_of(const LinePart& part, const Adjustment& adjustment);

/// Makes a justified line meet `room`; a line that does not fill it (the last one) may shrink, but is not stretched.
Adjustment adjust(const std::vector<LinePart>& parts, Length room, bool fills);

}  // namespace galley
