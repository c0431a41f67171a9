#include "layout/map_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/numbers.h"
#include "base/suggest.h"

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

MapReader::MapReader(const Node* node, std::string where, Diagnostics& diagnostics)
    : where_(std::move(where)), diagnostics_(diagnostics) {
  if (!node || node->is_null()) return;
  span_ = node->span;
  if (node->is_map()) {
    node_ = node;
  } else {
    diagnostics_.error(node->span, where_ + " must be a map, not " + std::string(describe(node->kind)));
  }
}

const Node* MapReader::get(std::string_view key) {
  asked_.emplace_back(key);
  if (!node_) return nullptr;
  const Node* value = node_->find(key);
  return value && !value->is_null() ? value : nullptr;
}

const Node* MapReader::scalar(std::string_view key) {
  const Node* value = get(key);
  if (!value || value->is_scalar()) return value;
  diagnostics_.error(value->span, "'" + std::string(key) + "' must be a text, not " + std::string(describe(value->kind)));
  return nullptr;
}

void MapReader::not_one_of(const Node& node, std::string_view key, const std::vector<std::string>& names) {
  diagnostics_.error(node.span, "'" + std::string(key) + "' cannot be '" + node.text + "'", did_you_mean(node.text, names));
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const Node* value = scalar(key);
  return value ? std::optional(value->text) : std::nullopt;
}

std::optional<bool> MapReader::boolean(std::string_view key) {
  return choice<bool>(key, {{"yes", true}, {"no", false}, {"true", true}, {"false", false}});
}

std::optional<double> MapReader::number(std::string_view key, double least, double most) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  const auto number = parse_decimal(value->text);
  if (number && *number >= least && *number <= most) return number;
  diagnostics_.error(value->span, "'" + std::string(key) + "' must be a number from " + format_number(least, 3) + " to " +
                                      format_number(most, 3) + ", not '" + value->text + "'");
  return std::nullopt;
}

std::optional<Length> MapReader::length(std::string_view key) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  if (const auto length = parse_length(value->text)) return length;
  diagnostics_.error(value->span, "'" + std::string(key) + "' must be a length, not '" + value->text + "'",
                     "a number with a unit: 12pt, 4.2mm, 1cm, 0.5in, 1pc, 10texpt (TeX's point)");
  return std::nullopt;
}

std::optional<Em> MapReader::em(std::string_view key) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  if (const auto em = parse_em(value->text)) return em;
  diagnostics_.error(value->span, "'" + std::string(key) + "' must be in em, not '" + value->text + "'",
                     "1em is the size of the type: 0.25em");
  return std::nullopt;
}

std::optional<std::pair<std::optional<Length>, std::optional<Em>>> MapReader::length_or_em(std::string_view key) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  if (const auto em = parse_em(value->text)) return std::pair{std::optional<Length>{}, em};
  const auto length = this->length(key);
  if (!length) return std::nullopt;
  return std::pair{length, std::optional<Em>{}};
}

std::optional<Colour> MapReader::colour(std::string_view key) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  const auto colour = parse_colour(value->text);
  if (!colour) diagnostics_.error(value->span, "'" + value->text + "' is no colour", "a name such as navy, or \"#1f3a5f\" in quotes");
  return colour;
}

std::optional<Template> MapReader::pattern(std::string_view key) {
  const Node* value = scalar(key);
  return value ? parse_template(value->text, value->span, diagnostics_) : std::nullopt;
}

std::optional<std::vector<std::string>> MapReader::texts(std::string_view key) {
  const Node* value = get(key);
  if (!value) return std::nullopt;
  if (value->is_scalar()) return std::vector<std::string>{value->text};
  if (value->is_map()) {
    diagnostics_.error(value->span, "'" + std::string(key) + "' must be a text or a list of texts, not a map");
    return std::nullopt;
  }
  std::vector<std::string> result;
  for (const Node& item : value->items) {
    if (!item.is_scalar()) {
      diagnostics_.error(item.span, "'" + std::string(key) + "' must be a list of texts, not of " + std::string(describe(item.kind)));
      return std::nullopt;
    }
    result.push_back(item.text);
  }
  return result;
}

void MapReader::finish() {
  if (!node_) return;
  std::sort(asked_.begin(), asked_.end());
  asked_.erase(std::unique(asked_.begin(), asked_.end()), asked_.end());
  for (const Node::Key& key : node_->keys)
    if (std::find(asked_.begin(), asked_.end(), key.text) == asked_.end())
      diagnostics_.error(key.span, "unknown key '" + key.text + "' in " + where_, did_you_mean(key.text, asked_));
}

}  // namespace galley
