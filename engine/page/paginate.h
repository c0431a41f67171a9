// Stage 8: flow lines -> pages. Arithmetic only: which lines begin a page is chosen over the whole document at once, by
// dynamic programming as in Michael F. Plass, "Optimal Pagination Techniques for Automatic Typesetting Systems" (1981).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compose/block.h"
#include "layout/layout.h"
#include "page/flow.h"
#include "page/pages.h"

namespace galley {

/// Indexes of the lines that begin a page; the first is 0 unless there are no lines. Least sum of break costs and of
/// lines left empty (the last page's excepted); of equal choices the one with fuller early pages. A line too tall for
/// any page gets one to itself.
std::vector<std::size_t> page_starts(std::span<const FlowLine> lines, const PageRules& page, const BreakRules& breaks, Length leading);

/// Puts every line on its page. Of several columns all but the last page's are filled; those are made as short as they
/// can be, which balances them.
Pages paginate(const std::vector<FlowLine>& lines, const Composed& composed, const Layout& layout);

}  // namespace galley
