#include "exchange/tree.h"

#include <algorithm>
#include <utility>

namespace galley {

Node text_node(std::string text, Span span) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = std::move(text);
  node.span = span;
  return node;
}

Node list_node(std::vector<Node> items, Span span) {
  Node node;
  node.kind = Node::Kind::list;
  node.items = std::move(items);
  node.span = span;
  return node;
}

Node map_node(Span span) {
  Node node;
  node.kind = Node::Kind::map;
  node.span = span;
  return node;
}

void put(Node& map, std::string_view key, Node value) {
  if (is_empty(value) || map.find(key)) return;
  map.keys.push_back({std::string(key), value.span});
  map.items.push_back(std::move(value));
}

bool is_empty(const Node& node) {
  if (node.is_scalar()) return node.text.find_first_not_of(" \t\r\n") == std::string::npos;
  return node.is_null() || node.items.empty();
}

Fields::Fields(const Node& map, std::string where, Diagnostics& diagnostics)
    : map_(map), where_(std::move(where)), diagnostics_(diagnostics), taken_(map.keys.size(), false) {}

const Node* Fields::take(std::initializer_list<std::string_view> names) {
  const Node* found = nullptr;
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < map_.keys.size(); ++i) {
      if (map_.keys[i].text != name) continue;
      const Node& value = map_.items[i];
      const bool again = found && found->is_scalar() && value.is_scalar() && found->text == value.text;
      if (!found && !is_empty(value)) {
        found = &value;
        taken_[i] = true;
      } else if (again || is_empty(value)) {
        taken_[i] = true;
      }
    }
  }
  return found;
}

bool Fields::has(std::string_view name) const {
  const Node* node = map_.find(name);
  return node && !is_empty(*node);
}

void Fields::ignore(std::initializer_list<std::string_view> names) {
  for (std::size_t i = 0; i < map_.keys.size(); ++i)
    if (std::find(names.begin(), names.end(), map_.keys[i].text) != names.end()) taken_[i] = true;
}

void Fields::report_rest() const {
  for (std::size_t i = 0; i < map_.keys.size(); ++i)
    if (!taken_[i] && !is_empty(map_.items[i]))
      diagnostics_.warn(map_.keys[i].span, "'" + map_.keys[i].text + "' in " + where_ + " is not carried over").code = Code::not_carried_over;
}

}  // namespace galley
