#include "layout/values.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "base/numbers.h"

namespace galley {
namespace {

constexpr double kLargestPoints = 14400;  // ISO 32000-1, Annex C: the largest page

struct Unit {
  std::string_view name;
  double points;
};
constexpr std::array<Unit, 6> kUnits{{
    {"texpt", 72.0 / 72.27}, {"pt", 1}, {"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"in", 72}, {"pc", 12}}};

std::optional<double> number_before(std::string_view text, std::string_view unit) {
  if (!text.ends_with(unit)) return std::nullopt;
  text.remove_suffix(unit.size());
  while (text.ends_with(' ')) text.remove_suffix(1);
  return parse_decimal(text);
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

struct NamedColour {
  std::string_view name;
  Colour colour;
};
// CSS 2.1, 4.3.6
constexpr std::array<NamedColour, 17> kColours{{{"black", {0, 0, 0}},      {"white", {255, 255, 255}}, {"red", {255, 0, 0}},
                                                {"lime", {0, 255, 0}},     {"blue", {0, 0, 255}},      {"yellow", {255, 255, 0}},
                                                {"aqua", {0, 255, 255}},   {"fuchsia", {255, 0, 255}}, {"silver", {192, 192, 192}},
                                                {"gray", {128, 128, 128}}, {"maroon", {128, 0, 0}},    {"olive", {128, 128, 0}},
                                                {"green", {0, 128, 0}},    {"purple", {128, 0, 128}},  {"teal", {0, 128, 128}},
                                                {"navy", {0, 0, 128}},     {"orange", {255, 165, 0}}}};

}  // namespace

std::optional<Length> parse_length(std::string_view text) {
  for (const Unit& unit : kUnits) {
    if (const auto value = number_before(text, unit.name)) {
      const double points = *value * unit.points;
      if (std::abs(points) > kLargestPoints) return std::nullopt;
      return Length::from_points(points);
    }
  }
  if (text == "0") return Length{};
  return std::nullopt;
}

std::optional<Em> parse_em(std::string_view text) {
  const auto value = number_before(text, "em");
  if (!value || std::abs(*value) > 1000) return std::nullopt;
  return Em::from_double(*value);
}

std::optional<Colour> parse_colour(std::string_view text) {
  for (const NamedColour& named : kColours)
    if (named.name == text) return named.colour;
  if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
  const std::size_t digits = text.size() == 7 ? 2 : 1;
  std::array<std::uint8_t, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto high = hex_digit(text[1 + i * digits]);
    const auto low = hex_digit(text[i * digits + digits]);
    if (!high || !low) return std::nullopt;
    channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
  }
  return Colour{channels[0], channels[1], channels[2]};
}

}  // namespace galley
