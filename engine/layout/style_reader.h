// Styles of a layout: one named style, and the numbers of taste inside it.
#pragma once

#include "layout/layout.h"
#include "layout/rule_map.h"

namespace galley {

/// Reads one style. `resolved` holds the styles read so far, for `like`.
StyleSpec read_style(const Node& node, const std::string& name,
                     const std::map<std::string, StyleSpec, std::less<>>& resolved, Diagnostics& diagnostics);

}  // namespace galley
