// The rules of a layout that are numbers and choices alone: what page breaks cost, what fitting may change, how it is printed.
#pragma once

#include "layout/layout.h"
#include "layout/rule_map.h"

namespace galley {

BreakRules read_breaks(const Node* node, Diagnostics& diagnostics);
FitRules read_fit(const Node* node, Diagnostics& diagnostics);
PrintRules read_print(const Node* node, Diagnostics& diagnostics);

}  // namespace galley
