// Setting text into a column: what every kind of block needs while a stream flows. Small functions over small values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "compose/composed.h"
#include "layout/layout.h"
#include "page/flow_line.h"
#include "text/line_memory.h"
#include "text/lines.h"
#include "text/shape.h"

namespace galley {

/// Wider than any page: text that is not to be broken.
constexpr Length kUnbroken = 100000_pt;

/// What flowing needs to know and to ask, whatever is flowed.
struct Setter {
  const Composed& composed;  ///< styles, links, structure, language
  const BreakRules& breaks;
  Shaper& shaper;
  Diagnostics& diagnostics;
  LineMemory::Numbers numbers = shaper.lines() ? shaper.lines()->numbers_of(composed.styles, composed.usage) : LineMemory::Numbers{};

  [[nodiscard]] const Style& style(StyleId id) const { return composed.styles[id]; }
};

/// Where blocks are set: a column and the label column beside it. From the page's left edge.
struct Slot {
  Length left, right;
  Length label_left, label_width;  ///< width 0: there is no label column
};

std::vector<SetLine> set_text(const StyledText& text, StyleId paragraph, Measure measure, const Setter& setter);

/// On one line however long it is; no lines if it has no text.
std::vector<SetLine> set_unbroken(const StyledText& text, StyleId paragraph, const Setter& setter);

/// With a space in place of each line break that the author asked for, and without those that a layout prefers.
std::string on_one_line(std::string text);

using LinkTexts = std::map<LinkId, std::string>;

/// The words of each link, for readers that announce where it leads.
LinkTexts texts_of_links(const StyledText& text);

/// Adds the line's runs at `origin`, and a place to click after each link.
void append_line(SetLine line, Point origin, const LinkTexts& link_texts, const Setter& setter, std::vector<Item>& items);

/// Whether lines hold a word that is wider than they are.
bool are_cramped(const std::vector<SetLine>& lines);

/// Warns of lines that are longer than their measure, or would be, had no word been divided for want of room. `otherwise`: where the message points if the text is nowhere.
void warn_overfull(const std::vector<SetLine>& lines, const StyledText& text, Span otherwise, Diagnostics& diagnostics);

}  // namespace galley
