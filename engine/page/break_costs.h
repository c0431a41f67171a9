// What a page break before each line costs, by the layout's rules.
#pragma once

#include <vector>

#include "layout/layout.h"
#include "page/flow.h"

namespace galley {

/// Where a line stands in the document, as far as breaking is concerned.
struct LinePlace {
  bool starts_section = false, starts_entry = false;
  bool in_head = false;        ///< name and contact, or the closing: better together with what stands above
  bool after_heading = false;  ///< the line before is a heading, which must not be left alone
  bool second = false;         ///< of a paragraph: a break before it leaves an orphan
  bool last = false;           ///< of a paragraph with several lines: a break before it makes a widow
  bool never = false;
};

/// Fills FlowLine::break_cost; `places` stands beside `lines`.
void set_break_costs(const std::vector<LinePlace>& places, const BreakRules& rules, std::vector<FlowLine>& lines);

}  // namespace galley
