// A YAML or JSON document as a tree of plain values, each with its place in the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "source/source.h"

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

/// Bounds on what a file may cost, all far above real CVs (the largest of 111 measured: depth 6, 24 items, 15 KB
/// strings).
struct ParseLimits {
  std::size_t bytes = 8U << 20U;
  std::size_t depth = 64;              ///< nesting, counted through aliases
  std::size_t nodes = 100'000;         ///< keys count too; after aliases are expanded
  std::size_t text_bytes = 4U << 20U;  ///< sum of all scalars after aliases are expanded
};

/// Reads exactly one document that takes up the whole file. Keys given twice, aliases to an open ancestor, tags, merge
/// keys, a second document, text after the root or left of the first line's indent: errors, each with place and help.
/// Several errors may be reported; on any error the result is empty. JSON is accepted as YAML's subset, surrogate
/// escapes included.
std::optional<Node> parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics,
                          const ParseLimits& limits = {});

}  // namespace galley
