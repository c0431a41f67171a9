// Stage 7: blocks + lines -> the flat list that page breaking sees. Everything hangs on baselines: a flow line knows its
// step from the baseline before, what it draws relative to its own baseline, and what a page break before it costs.
#pragma once

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "compose/block.h"
#include "layout/layout.h"
#include "page/pages.h"
#include "text/shape.h"

namespace galley {

constexpr double kNeverBreak = std::numeric_limits<double>::infinity();

struct FlowLine {
  Region region = Region::text_column;  ///< head, sections or sidebar: each is a flow of its own
  Length step;             ///< from the baseline before; dropped at a page's top
  bool from_page_top = false;  ///< `step` counts from the page's top edge: the head of the document
  Length hang;             ///< how far below this baseline another must still fit on the page: a label's further lines
  Length rise;             ///< of a figure: how far above this baseline it reaches
  double break_cost = 0;   ///< of a page break before this line, in lines left empty
  std::vector<Item> items; ///< x on the page, y relative to the baseline; reading order
  std::vector<OutlineMark> outline;
  std::shared_ptr<const std::vector<Item>> label_again;  ///< drawn if this line begins a page within its section
};

std::vector<FlowLine> flow(const Composed& composed, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics);

}  // namespace galley
