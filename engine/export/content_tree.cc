#include "export/content_tree.h"

namespace galley {
namespace {

/// Gives the element its place below its parent, and its parent one too, unless they have one.
void place(ContentTree& tree, const Structure& structure, ElementId element, std::vector<bool>& placed) {
  while (!placed[element]) {
    placed[element] = true;
    const ElementId parent = structure.elements[element].parent;
    if (parent == kArtifact) return;
    // A parent that is placed only now gets no content before this kid, so going upwards keeps the order.
    tree.kids[parent].push_back({element, 0, 0});
    element = parent;
  }
}

}  // namespace

ContentTree content_tree(const Pages& pages) {
  ContentTree tree;
  tree.kids.resize(pages.structure.elements.size());
  std::vector<bool> placed(tree.kids.size());
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    const std::vector<Item>& items = pages.pages[page].items;
    for (std::size_t item = 0; item < items.size(); ++item) {
      const ElementId element = items[item].element;
      if (element == kArtifact) continue;
      place(tree, pages.structure, element, placed);
      tree.kids[element].push_back({kArtifact, page, item});
    }
  }
  return tree;
}

}  // namespace galley
