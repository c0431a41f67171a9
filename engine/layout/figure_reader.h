// Pictures and QR codes among a layout's lines: {picture: photo, width: 30mm, height: 30mm, shape: circle}.
#pragma once

#include <optional>

#include "layout/layout.h"
#include "layout/rule_map.h"

namespace galley {

/// The figure that a line asks for; nullopt for a line of text.
std::optional<FigureRule> read_figure(RuleMap& line);

}  // namespace galley
