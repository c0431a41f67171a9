// The flow as text, a line of the document each: how far below the line before, what hangs below it, what a page break
// before it costs (in lines left empty), where its text begins and ends, and its first words. "|" stands where the text
// does not go on: a label, a gap, a date.
//
//   #     step     hang  cost      left    right
//   7   34.271   10.959     0    56.800  538.300  "RESEARCH INTERESTS" | "Generative modeling"
#pragma once

#include <string>
#include <vector>

#include "page/flow_line.h"

namespace galley {

std::string dump_flow(const std::vector<Flowed>& streams);

}  // namespace galley
