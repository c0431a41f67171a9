// Shaped text -> boxes, glue and penalties, each knowing which text it stands for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/styled_text.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace galley {

/// The breaker's items and, beside each, the bytes of the text it covers (a penalty: the place where the line would end).
struct LineItems {
  struct Place {
    std::uint32_t begin = 0, end = 0;
  };
  std::vector<LineItem> items;
  std::vector<Place> places;
  Length natural_width;  ///< of everything on one line
};

/// Space of one space segment by the style's law, after the text before it.
struct SpaceWidth {
  Length natural, stretch, shrink;
};
SpaceWidth space_width(const ShapedText& text, const Segment& space, const Style& style);

/// Whether preferred breaks are taken: where a paragraph does not fit on one line.
enum class PreferredBreaks : bool { passed_over, taken };

/// Penalty of a break inside of a word that no rule divides: it is taken last of all.
constexpr double kTornPenalty = 5000;

/// Stretches of text that are wider than their line, ascending, and what is done for them.
struct LastResort {
  std::vector<ByteRange> words;    ///< divided at spaces that tie, and in words even where neither style nor kind of word wants that
  std::vector<ByteRange> letters;  ///< divided anywhere
};

/// Takes time in proportion to the text, however long its words are.
LineItems make_line_items(const ShapedText& text, const std::vector<Style>& styles, const Style& paragraph,
                          const std::string& language, PreferredBreaks preferred, const LastResort& last = {});

}  // namespace galley
