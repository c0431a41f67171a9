// A YAML or JSON document as a tree of plain values, each with its place in the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace galley {

/// Scalars keep their text as written; what it means is the reader's business (no "Norway problem", no octal).
struct Node {
  enum class Kind : std::uint8_t { null, scalar, list, map };
  struct Key {
    std::string text;
    Span span;
  };

  Kind kind = Kind::null;
  /// Scalar: its text, quotes included. List and map: from the first child's start to the last child's end; empty ones:
  /// the bracket. Nothing: `~` or `null`, or the ':' or '-' after which nothing stands. What an alias repeats keeps the
  /// place where it was written.
  Span span;
  std::string text;         ///< scalar; "null" and the like when nothing was written so
  bool plain = false;       ///< scalar written without quotes
  std::vector<Key> keys;    ///< map: keys[i] belongs to items[i]; document order; no key twice
  std::vector<Node> items;  ///< list and map

  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
};

/// "a text", "a list", "a map", "nothing": for messages.
std::string_view describe(Node::Kind kind);

}  // namespace galley
