#include "base/type_width.h"

#include <array>
#include <cmath>
#include <utility>

#include "base/numbers.h"

namespace galley {
namespace {

/// CSS Fonts 4, 2.4.
constexpr std::array<std::pair<std::string_view, int>, 9> kWidths{{{"ultra-condensed", 500},
                                                                   {"extra-condensed", 625},
                                                                   {"condensed", 750},
                                                                   {"semi-condensed", 875},
                                                                   {"normal", kNormalWidth},
                                                                   {"semi-expanded", 1125},
                                                                   {"expanded", 1250},
                                                                   {"extra-expanded", 1500},
                                                                   {"ultra-expanded", 2000}}};

}  // namespace

std::optional<int> parse_width(std::string_view text) {
  for (const auto& [name, width] : kWidths)
    if (name == text) return width;
  if (!text.ends_with('%')) return std::nullopt;
  text.remove_suffix(1);
  constexpr double kLeast = 25, kMost = 200;  // what fonts reach
  const auto number = parse_decimal(text);
  if (!number || *number < kLeast || *number > kMost) return std::nullopt;
  return static_cast<int>(std::lround(*number * 10));
}

std::string per_cent(int width) { return format_number(width / 10.0, 1) + '%'; }

std::string width_name(int width) {
  for (const auto& [name, known] : kWidths)
    if (known == width) return std::string(name);
  return "width " + per_cent(width);
}

}  // namespace galley
