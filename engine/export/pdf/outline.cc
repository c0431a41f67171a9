#include "export/pdf/outline.h"

#include <cmath>
#include <map>

#include "export/pdf/slug.h"
#include "export/pdf/tree.h"

namespace galley::pdf {
namespace {

/// Bookmarks as a tree: index 0 is the root, entry i of Pages::outline is node i + 1.
struct Node {
  std::size_t parent = 0;
  std::vector<std::size_t> kids;
  std::size_t descendants = 0;
};

std::vector<Node> nodes_of(const std::vector<OutlineEntry>& entries) {
  std::vector<Node> nodes(entries.size() + 1);
  std::vector<std::size_t> open = {0};  // the last entry and those above it
  for (std::size_t i = 0; i < entries.size(); ++i) {
    while (open.size() > 1 && entries[open.back() - 1].level >= entries[i].level) open.pop_back();
    nodes[i + 1].parent = open.back();
    nodes[open.back()].kids.push_back(i + 1);
    for (const std::size_t above : open) ++nodes[above].descendants;
    open.push_back(i + 1);
  }
  return nodes;
}

/// Slugs by entry, made unique by counting: "projects", "projects-2".
std::vector<std::string> destination_names(const std::vector<OutlineEntry>& entries) {
  std::vector<std::string> names;
  std::map<std::string, int> taken;
  for (const OutlineEntry& entry : entries) {
    const std::string wanted = slug(entry.title);
    std::string name = wanted;
    for (int copy = 2; taken.count(name) != 0; ++copy) name = wanted + "-" + std::to_string(copy);
    taken[name] = 1;
    names.push_back(name);
  }
  return names;
}

Array write_destination(File& file, const OutlineEntry& entry, const Pages& pages, const std::vector<Dict>& sheets) {
  const Length top = pages.pages[entry.page].size.height - entry.at.y;
  Array destination = file.array();
  // Whole points, outwards: nothing of the heading is cut off. Zoom 0: as it is.
  destination.refer(sheets[entry.page]).name("XYZ").whole(static_cast<long>(std::floor(entry.at.x.points())));
  destination.whole(static_cast<long>(std::ceil(top.points()))).whole(0);
  return destination;
}

Dict write_destinations(File& file, const std::vector<std::string>& names, const Pages& pages,
                        const std::vector<Dict>& sheets) {
  std::map<std::string, TreeValue> sorted;
  for (std::size_t i = 0; i < names.size(); ++i)
    sorted.emplace(names[i], write_destination(file, pages.outline[i], pages, sheets));
  const std::vector<std::pair<std::string, TreeValue>> list(sorted.begin(), sorted.end());
  return write_name_tree(file, list);
}

/// /First, /Last and /Count of a node with kids. A positive count: shown opened.
void add_kids(Dict& bookmark, const Node& node, const std::vector<Dict>& bookmarks) {
  if (node.kids.empty()) return;
  bookmark.refer("First", bookmarks[node.kids.front()])
      .refer("Last", bookmarks[node.kids.back()])
      .whole("Count", static_cast<long>(node.descendants));
}

}  // namespace

void write_page_labels(File& file) { file.catalog().dict("PageLabels").array("Nums").whole(0).dict().name("S", "D"); }

std::optional<Dict> write_outline(File& file, const Pages& pages, const std::vector<Dict>& sheets,
                                  const WrittenElements& elements) {
  if (pages.outline.empty()) return std::nullopt;
  const std::vector<std::string> names = destination_names(pages.outline);
  Dict destinations = write_destinations(file, names, pages, sheets);

  const std::vector<Node> nodes = nodes_of(pages.outline);
  std::vector<Dict> bookmarks;
  for (std::size_t i = 0; i < nodes.size(); ++i) bookmarks.push_back(file.dict());
  bookmarks[0].name("Type", "Outlines");
  add_kids(bookmarks[0], nodes[0], bookmarks);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const OutlineEntry& entry = pages.outline[i - 1];
    bookmarks[i].text("Title", entry.title).refer("Parent", bookmarks[nodes[i].parent]).bytes("Dest", names[i - 1]);
    if (entry.element < elements.size() && elements[entry.element]) bookmarks[i].refer("SE", *elements[entry.element]);
    add_kids(bookmarks[i], nodes[i], bookmarks);
  }
  for (const Node& node : nodes) {
    for (std::size_t i = 1; i < node.kids.size(); ++i) {
      bookmarks[node.kids[i - 1]].refer("Next", bookmarks[node.kids[i]]);
      bookmarks[node.kids[i]].refer("Prev", bookmarks[node.kids[i - 1]]);
    }
  }
  file.catalog().refer("Outlines", bookmarks[0]).name("PageMode", "UseOutlines");
  return destinations;
}

}  // namespace galley::pdf
