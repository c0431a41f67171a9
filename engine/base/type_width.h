// Widths of type, in thousandths of the normal width: 750 is condensed, CSS's 75%.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley {

constexpr int kNormalWidth = 1000;

/// "75%", or CSS's name of it, "condensed" -> 750; from 25% to 200%, in tenths of a per cent.
std::optional<int> parse_width(std::string_view text);

/// 875 -> "87.5%"
std::string per_cent(int width);

/// 875 -> "semi-condensed"; "width 93%" where CSS has no name.
std::string width_name(int width);

}  // namespace galley
