// The files that ship inside the program as the trees that parse() makes of them. They are parsed when the program is
// built (source/tools/embed_files.cc), so that reading them costs a render next to nothing and a fault in one of them
// fails the build.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "source/node.h"

namespace galley {

/// A node, or a key of a map, as a constant without pointers. A tree is these in the order in which they are written: a
/// list is followed by its items, a map by keys and items in turn.
struct PackedNode {
  Node::Kind kind;
  bool plain;
  std::uint32_t begin, end;             ///< Node::span, in bytes of the file
  std::uint32_t text_begin, text_size;  ///< Node::text, in the texts of all built-in files
  std::uint32_t children;               ///< items; a map has as many keys besides
};

/// The tree again, its spans in `file`.
Node unpacked(std::span<const PackedNode> nodes, std::string_view texts, FileId file);

/// A built-in file by its path in the repository, with spans in `file`, which has to hold the same text; nullopt: there is
/// no such file.
std::optional<Node> built_in_tree(std::string_view path, FileId file);

}  // namespace galley
