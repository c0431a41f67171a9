// The one reader of maps: CVs, layouts, the catalogue of fonts, languages, kinds and manifests all take their values from
// here, so that a wrong kind, a number out of range and an unknown key read the same wherever they stand.
//
//   MapReader page(&node, "page", diagnostics);
//   const auto pages = page.whole("pages", 1, 1000);
//   page.finish();                                  // reports the keys that nobody asked for
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/suggest.h"
#include "source/node.h"

namespace galley {

/// False with an error when the node is not of the kind that it must have: "a date must be a text, not a list".
bool expect(const Node& node, Node::Kind kind, std::string_view what, Diagnostics& diagnostics);

/// The same for the value of a key: "'email' must be a text, not a list".
bool expect_value(const Node& node, Node::Kind kind, std::string_view key, Diagnostics& diagnostics);

/// The text of a key's value, which must be a scalar.
std::optional<std::string> read_text(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// "unknown key 'titel' in <where>", with the nearest of the names that would have been right.
void report_unknown_key(const Node::Key& key, const std::vector<std::string>& names, std::string_view where,
                        Diagnostics& diagnostics);

/// Reports each key of the map that is not among `names`.
void reject_other_keys(const Node& map, const std::vector<std::string>& names, std::string_view where,
                       Diagnostics& diagnostics);

/// Where a map begins, for messages about the whole of it.
Span beginning(const Node& map);

/// Whether an error was added since `all()` had `before` members.
bool has_errors_since(const Diagnostics& diagnostics, std::size_t before);


/// Each function gives a key's value, or nothing when the key is absent, null or wrong; what is wrong has been reported.
class MapReader {
 public:
  /// `where` names the map in messages ("the style 'label'"). A node that is no map is an error and reads as empty; no
  /// node, or null, reads as empty.
  MapReader(const Node* node, std::string where, Diagnostics& diagnostics);

  /// The value, or nullptr; the key counts as known.
  const Node* get(std::string_view key);
  /// The value; its absence is an error: "'files' is missing in <where>", with `help`.
  const Node* require(std::string_view key, std::string_view help = {});
  /// The value if it is a map or a list.
  const Node* map(std::string_view key);
  const Node* list(std::string_view key);
  std::optional<std::string> text(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  std::optional<double> number(std::string_view key, double least, double most);
  std::optional<int> whole(std::string_view key, int least, int most);
  /// A list of texts; a single text is a list of one.
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

 protected:
  /// The value, which must be a text.
  const Node* scalar(std::string_view key);

 private:
  const Node* of_kind(std::string_view key, Node::Kind kind);
  void not_one_of(const Node& node, std::string_view key, const std::vector<std::string>& names);

  const Node* node_ = nullptr;
  std::string where_;
  Span span_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

}  // namespace galley
