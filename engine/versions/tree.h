// Small changes to trees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/node.h"

namespace galley {

/// The value of a key in a map that may be changed; nullptr when it is not there or there is no map.
inline Node* find_in(Node& map, std::string_view key) { return const_cast<Node*>(map.find(key)); }

/// Takes out each key for which `unwanted(key, value)`, which may change the value.
template <typename Unwanted>
void erase_if_value(Node& map, const Unwanted& unwanted) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (unwanted(map.keys[i], map.items[i])) continue;
    if (kept != i) {
      map.keys[kept] = std::move(map.keys[i]);
      map.items[kept] = std::move(map.items[i]);
    }
    ++kept;
  }
  map.keys.resize(kept);
  map.items.resize(kept);
}

inline void erase_key(Node& map, std::string_view name) {
  erase_if_value(map, [&](const Node::Key& key, Node&) { return key.text == name; });
}

/// The parts between separators, without the spaces around them.
inline std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    std::string_view part = text.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace galley
