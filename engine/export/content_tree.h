// What each structure element holds, in reading order: further elements and items of pages. Sinks walk this.
//
// An element stands where its first content stands; elements without any content are left out.
#pragma once

#include <cstddef>
#include <vector>

#include "page/pages.h"

namespace galley {

struct ContentTree {
  /// Either an element, or the item `item` of page `page`.
  struct Kid {
    ElementId element = kArtifact;
    std::size_t page = 0, item = 0;
    [[nodiscard]] bool is_element() const { return element != kArtifact; }
  };
  std::vector<std::vector<Kid>> kids;  ///< by element
  [[nodiscard]] bool holds_anything(ElementId element) const { return !kids[element].empty(); }
};

/// Elements must come after their parents, and items name existing elements.
ContentTree content_tree(const Pages& pages);

}  // namespace galley
