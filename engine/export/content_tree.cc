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

const char* role_name(Role role) {
  switch (role) {
    case Role::document:
      return "document";
    case Role::section:
      return "section";
    case Role::heading1:
      return "heading1";
    case Role::heading2:
      return "heading2";
    case Role::heading3:
      return "heading3";
    case Role::paragraph:
      return "paragraph";
    case Role::list:
      return "list";
    case Role::list_item:
      return "list_item";
    case Role::label:
      return "label";
    case Role::list_body:
      return "list_body";
    case Role::span:
      return "span";
    case Role::link:
      return "link";
  }
  return "span";
}

}  // namespace galley
