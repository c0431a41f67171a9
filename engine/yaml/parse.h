// The way into this room (print_nodes.h is the way out): a YAML or JSON file becomes a tree of nodes. The other files
// here make up for what yaml-cpp does not tell: where values end, what it skipped, and what was wrong, in words that
// somebody who writes a CV understands.
#pragma once

#include <cstddef>
#include <optional>

#include "base/diagnostics.h"
#include "source/node.h"
#include "source/source.h"

namespace galley {

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
