// Stage 8: flow lines -> pages. Arithmetic only: which lines begin a page is chosen over a whole stream at once, by dynamic
// programming as in Michael F. Plass, "Optimal Pagination Techniques for Automatic Typesetting Systems" (1981).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "compose/composed.h"
#include "layout/layout.h"
#include "page/flow_line.h"
#include "page/pages.h"

namespace galley {

/// Where a stream begins that does not begin at the top of a page.
struct Entrance {
  Length baseline;         ///< of its first line
  bool may_wait = false;   ///< it may begin on the next page instead, at the price of a break before its first line
  double break_cost = 0;   ///< and of this: what stands above is better not parted from it
};

/// Indexes of the lines that begin a page; the first is 0 unless there are no lines. A stream that waits begins with 0 twice:
/// its first page holds none of it. Least sum of break costs and of lines left empty (the last page's excepted); of equal
/// choices the one with fuller early pages. A line too tall for any page gets one to itself, and one that is to begin a page
/// does so at no cost.
std::vector<std::size_t> page_starts(std::span<const FlowLine> lines, const Frame& frame, const BreakRules& breaks,
                                     std::optional<Entrance> entrance = std::nullopt);

/// Puts every line of every stream on its page, and on each page the streams in the order given, which is that of reading.
/// Of several columns all but the last page's are filled; those are made as short as they can be, which balances them.
/// What the lines draw is moved to the pages: a long document is not kept twice.
Pages paginate(std::vector<Flowed> streams, const Composed& composed, const Layout& layout);

}  // namespace galley
