// Styles as text, shared by the dumps of layouts and of blocks.
#pragma once

#include <string>

#include "layout/layout.h"

namespace galley {

/// Every value of a style: "Tinos  400  size 10  leading 12  left …"; what sets nothing (upright, black, no tracking) is
/// left out.
std::string dump_style(const Style& style);
/// Only what differs from `under`.
std::string dump_style(const Style& style, const Style& under);
/// What a style says, and no more.
std::string dump_style(const StyleSpec& spec);

}  // namespace galley
