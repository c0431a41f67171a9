// What flowing gives and page breaking takes. Everything hangs on baselines: a flow line knows its step from the baseline
// before, what it draws relative to its own baseline, and what a page break before it costs.
#pragma once

#include <limits>
#include <memory>
#include <vector>

#include "compose/composed.h"
#include "page/pages.h"

namespace galley {

constexpr double kNeverBreak = std::numeric_limits<double>::infinity();

/// An upright rule that lines share: it runs from the first of them on a page to the last.
struct UprightRule {
  Length left;   ///< its left edge, on the page
  Length width;
  Colour colour;
};

struct FlowLine {
  Length step;             ///< from the baseline before; not counted at a page's top. Negative where a column begins beside the last one
  Length hang;             ///< how far below this baseline another must still fit on the page: a label's further lines
  Length rise;             ///< of a figure: how far above this baseline it reaches
  double break_cost = 0;   ///< of a page break before this line, in lines left empty
  Begins begins = Begins::anywhere;  ///< a page or column, whatever that costs
  std::vector<Item> items; ///< x on the page, y relative to the baseline; reading order
  std::vector<Item> fixed; ///< read before them: x and y on the page
  Length fixed_bottom;     ///< how far down the page those reach
  std::vector<Bookmark> bookmarks;
  std::shared_ptr<const UprightRule> along;
  std::shared_ptr<const std::vector<Item>> label_again;  ///< drawn if this line begins a page within its section
};

/// A stream as lines.
struct Flowed {
  Frame frame;                  ///< of the stream. Opening::baseline: the first line's step counts from the page's top edge
  std::vector<FlowLine> lines;
  double end_cost = 0;          ///< added to a break after the last line, before a stream that opens below
};

}  // namespace galley
