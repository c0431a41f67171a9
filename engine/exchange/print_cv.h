// A tree of our own language as a YAML file that people go on writing: blocks, quotes only where they are needed.
#pragma once

#include <string>

#include "source/node.h"

namespace galley {

/// Parsed again, the text gives the same tree.
std::string print_cv(const Node& root);

}  // namespace galley
