// Making and taking apart trees: what every converter of this room does.
//
// A converter reads a foreign tree and writes one of our own language. Each node it makes has the place of what it was made from, so
// that later messages point into the user's file; each key that it does not take is said.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

Node text_node(std::string text, Span span);
Node list_node(std::vector<Node> items, Span span);
Node map_node(Span span);

/// Adds a key, unless there is one of that name or the value is empty.
void put(Node& map, std::string_view key, Node value);

/// Null, a text of nothing but space, a list or map without members.
bool is_empty(const Node& node);

/// The keys of one foreign map, ticked off as they are taken.
class Fields {
 public:
  /// `where` names the map in messages: "'basics'".
  Fields(const Node& map, std::string where, Diagnostics& diagnostics);

  /// The value of the first of these keys that is not empty, nullptr if none is. The others count as taken where they are empty
  /// or say the same.
  const Node* take(std::initializer_list<std::string_view> names);
  const Node* take(std::string_view name) { return take({name}); }
  [[nodiscard]] bool has(std::string_view name) const;
  /// These mean something to the foreign program alone, so leaving them out is no loss.
  void ignore(std::initializer_list<std::string_view> names);
  /// Warns of every key that is neither empty nor taken.
  void report_rest() const;

  [[nodiscard]] Span span() const { return map_.span; }
  [[nodiscard]] const std::string& where() const { return where_; }
  [[nodiscard]] Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  const Node& map_;
  std::string where_;
  Diagnostics& diagnostics_;
  std::vector<bool> taken_;
};

}  // namespace galley
