// A tree as YAML again: short maps and lists on one line, the others a key or an item a line.
#pragma once

#include <string>

#include "source/node.h"

namespace galley {

/// Reads back to the same tree, places aside.
std::string print_nodes(const Node& root);

}  // namespace galley
