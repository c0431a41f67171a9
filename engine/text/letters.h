// What letters measure on a line: their advances, the space that justification may put between them, and how far they
// stand out of the margins.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/styled_text.h"
#include "text/shape.h"

namespace galley {

/// Advances of a segment's glyphs at a style's size, tracking included where a glyph ends a cluster, but for scripts whose
/// letters join: gaps would tear them (CSS Text 4, 8.2.1).
class Advances {
 public:
  Advances(const Segment& segment, const Style& style);
  [[nodiscard]] Length of(const ShapedGlyph& glyph) const {
    const Length advance = size_.times(glyph.advance, units_per_em_);
    return glyph.end <= glyph.begin ? advance : tracking_ == Length{} ? advance : tracked(glyph, advance);
  }

 private:
  [[nodiscard]] Length tracked(const ShapedGlyph& glyph, Length advance) const;

  const Face& face_;
  Length size_, tracking_;
  Length most_;  ///< gap after a glyph, kerning included; 0: any
  int units_per_em_;
};

/// How much wider or closer each gap between two letters of a segment may become in a justified line.
struct LetterGap {
  Length stretch, shrink;
};

/// Alphabets of single letters give what the style says, characters in squares more; nothing where letters join or stack.
LetterGap letter_gap(const Segment& segment, const Style& style);

/// Space between letters and characters in squares (JLREQ, 3.2.6): before a segment that is set off.
Length space_beside_squares(const Style& style);

/// The blank of marks in squares that lines which are too long may take from a glyph.
Length blank_of(const ShapedGlyph& glyph, const Segment& segment, const Style& style);

/// Whether glyph `i`, in visual order, is the last one of its cluster: letter space comes after it.
bool ends_cluster(std::span<const ShapedGlyph> glyphs, std::size_t i);

/// The character that begins or ends a line with this part of a segment, in bytes of the text, and the share of its
/// advance that stands out of the measure there. The share is 0 where the segment runs against the paragraph's direction:
/// then another character is at the edge.
struct EdgeCharacter {
  std::uint32_t begin = 0, end = 0;
  double share = 0;
};
EdgeCharacter edge_at_start(const ShapedText& text, const Segment& segment, std::uint32_t begin, const Style& style);
EdgeCharacter edge_at_end(const ShapedText& text, const Segment& segment, std::uint32_t end, const Style& style);

/// The blank of a mark that stands out of the measure, which the line cannot take.
Length blank_at_edge(const EdgeCharacter& edge, const Segment& segment, const Style& style);

/// The hyphen that appears where a word of this segment is divided.
struct LineHyphen {
  Length width, hang;
};
LineHyphen line_hyphen(const Segment& segment, const Style& style);

}  // namespace galley
