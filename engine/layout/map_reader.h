// Typed access to the keys of a map, with located messages: wrong type, out of range, unknown key.
//
//   MapReader page(node, "page", diagnostics);
//   rules.left = page.length("left", rules.left);
//   page.finish();                                  // reports keys that nobody asked for
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/colour.h"
#include "base/diagnostics.h"
#include "base/length.h"
#include "layout/template.h"
#include "source/node.h"

namespace galley {

class MapReader {
 public:
  /// `where` names the map in messages ("the style 'label'"). A node that is no map is an error and reads as empty.
  MapReader(const Node* node, std::string where, Diagnostics& diagnostics);

  /// The value, or nullptr; the key counts as known.
  const Node* get(std::string_view key);
  std::optional<std::string> text(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  std::optional<double> number(std::string_view key, double least, double most);
  /// With a unit: pt, texpt (1/72.27 in), mm, cm, in, pc. Magnitude at most 14,400 pt, PDF's largest page.
  std::optional<Length> length(std::string_view key);
  std::optional<Em> em(std::string_view key);
  /// A length, or a factor of the type size written in em.
  std::optional<std::pair<std::optional<Length>, std::optional<Em>>> length_or_em(std::string_view key);
  std::optional<Colour> colour(std::string_view key);
  std::optional<Template> pattern(std::string_view key);
  std::optional<std::vector<std::string>> texts(std::string_view key);
  template <typename T>
  std::optional<T> choice(std::string_view key, std::initializer_list<std::pair<std::string_view, T>> options) {
    const Node* node = scalar(key);
    if (!node) return std::nullopt;
    std::vector<std::string> names;
    for (const auto& [name, value] : options) {
      if (node->text == name) return value;
      names.emplace_back(name);
    }
    not_one_of(*node, key, names);
    return std::nullopt;
  }

  /// Reports the keys that nobody has asked for.
  void finish();
  [[nodiscard]] Span span() const { return span_; }
  [[nodiscard]] const std::string& where() const { return where_; }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  const Node* scalar(std::string_view key);
  void not_one_of(const Node& node, std::string_view key, const std::vector<std::string>& names);

  const Node* node_ = nullptr;
  std::string where_;
  Span span_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

/// "12.5pt" -> a Length; nullopt when it is no length.
std::optional<Length> parse_length(std::string_view text);
/// "1.25em" -> an Em.
std::optional<Em> parse_em(std::string_view text);
/// "#rrggbb", "#rgb", or one of the sixteen names of CSS 2.1.
std::optional<Colour> parse_colour(std::string_view text);

}  // namespace galley
