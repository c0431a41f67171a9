// Icons as layouts give them: path data of SVG (SVG 1.1, 8.3).
#pragma once

#include <optional>
#include <string_view>

#include "layout/layout.h"

namespace galley {

/// "M2 5H22L12 12.6Z" -> its steps, a unit of the data being a point. Arcs become curves. nullopt for what is no path, has
/// other commands (T) or reaches beyond 1000.
std::optional<Icon> parse_icon_path(std::string_view data);

}  // namespace galley
