#include "layout/colour_names.h"

#include <algorithm>

#include "layout/values.h"
#include "source/map_reader.h"

namespace galley {
namespace {

bool holds_colour(const Node::Key& key) { return key.text == "colour" || key.text == "ground"; }

void put(Node& node, const Node& colours) {
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    Node& item = node.items[i];
    const bool may_name_one = node.is_map() && item.is_scalar() && holds_colour(node.keys[i]);
    if (const Node* named = may_name_one ? colours.find(item.text) : nullptr) {
      item.text = named->text;
    } else {
      put(item, colours);
    }
  }
}

}  // namespace

void put_colours(Node& layout, Diagnostics& diagnostics) {
  const Node* found = layout.find("colours");
  if (!found || found->is_null()) return;
  if (!found->is_map()) {
    diagnostics.error(found->span, "'colours' must be a map, not " + std::string(describe(found->kind)), "colours: {accent: navy, muted: \"#555555\"}").code = Code::wrong_type;
    return;
  }
  Node colours = *found;
  for (Node& value : colours.items) {
    if (value.is_scalar() && parse_colour(value.text)) continue;
    diagnostics.error(value.span, "this is no colour", "a name such as navy, or \"#1f3a5f\" in quotes").code = Code::wrong_value;
    value.text = "black";  // reported once, not at each use
  }
  put(layout, colours);
}

}  // namespace galley
