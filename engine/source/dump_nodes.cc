#include "source/dump_nodes.h"

#include "base/dump_text.h"

namespace galley {
namespace {

constexpr std::size_t kColumnWidth = 8;

std::string value_of(const Node& node) {
  if (!node.is_scalar()) return std::string(node.is_null() ? "nothing" : node.is_map() ? "map" : "list");
  const std::string text = quoted(node.text);
  // A plain text stands as it is, unless it would not be one line then.
  return node.plain && text.size() == node.text.size() + 2 ? node.text : text;
}

void dump(const Node& node, Span place, const std::string& name, std::size_t depth, const SourceMap& sources,
          std::string& out) {
  out += place_column(place, sources) + std::string(2 * depth, ' ') + name + value_of(node) + '\n';
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& item = node.items[i];
    const std::string item_name = node.is_map() ? node.keys[i].text + ": " : "- ";
    dump(item, node.is_map() ? node.keys[i].span : item.span, item_name, depth + 1, sources, out);
  }
}

}  // namespace

std::string place_column(Span span, const SourceMap& sources) {
  if (span.is_nowhere()) return std::string(kColumnWidth, ' ');
  const Place place = sources.place(span.file, span.begin);
  return left_aligned(std::to_string(place.line) + ':' + std::to_string(place.column), kColumnWidth);
}

std::string dump_nodes(const Node& root, const SourceMap& sources) {
  std::string out;
  dump(root, root.span, "", 0, sources, out);
  return out;
}

}  // namespace galley
