#include "versions/overrides.h"

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "source/map_reader.h"
#include "versions/tree.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 14> kSectionKeys = {"begins", "entries", "except", "from",    "group", "groups", "keep",
                                                           "kind",   "legend",  "note",   "numbers", "sort",  "tags",   "title"};

bool is_section_map(const Node& map) {
  return std::any_of(map.keys.begin(), map.keys.end(), [](const Node::Key& key) {
    return std::find(kSectionKeys.begin(), kSectionKeys.end(), key.text) != kSectionKeys.end();
  });
}

Node as_section_map(Node entries) {
  Node map;
  map.kind = Node::Kind::map;
  map.span = entries.span;
  map.keys = {{"entries", entries.span}};
  map.items.push_back(std::move(entries));
  return map;
}

const Node* id_of(const Node& entry) {
  const Node* id = entry.is_map() ? entry.find("id") : nullptr;
  return id && id->is_scalar() ? id : nullptr;
}

std::vector<std::string> ids_in(const Node& list) {
  std::vector<std::string> ids;
  for (const Node& each : list.items)
    if (const Node* id = id_of(each)) ids.push_back(id->text);
  return ids;
}

void change_entries(Node& list, const Node& over, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < over.keys.size(); ++i) {
    const Node::Key& key = over.keys[i];
    const auto found = std::find_if(list.items.begin(), list.items.end(), [&](const Node& each) {
      const Node* id = id_of(each);
      return id && id->text == key.text;
    });
    if (found == list.items.end()) {
      const std::vector<std::string> ids = ids_in(list);
      diagnostics.error(key.span, "no entry here has the id " + in_quotes(key.text), ids.empty() ? "give the entry that is meant 'id: " + key.text + "'" : did_you_mean(key.text, ids)).code = Code::unknown_name;
    } else if (over.items[i].is_null()) {
      list.items.erase(found);
    } else {
      *found = put_over(std::move(*found), over.items[i], diagnostics);
    }
  }
}

/// Keys of a map below which there is none, so that there is nothing for nulls to take away.
Node without_nulls(Node node) {
  if (node.is_map()) erase_if_value(node, [](const Node::Key&, const Node& value) { return value.is_null(); });
  return node;
}

void change_map(Node& base, const Node& over, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < over.keys.size(); ++i) {
    const Node::Key& key = over.keys[i];
    Node* value = find_in(base, key.text);
    if (over.items[i].is_null()) {
      std::vector<std::string> names;
      for (const Node::Key& each : base.keys) names.push_back(each.text);
      if (value) erase_key(base, key.text);
      else diagnostics.warn(key.span, "there is no " + in_quotes(key.text) + " to take away", did_you_mean(key.text, names)).code = Code::unknown_name;
    } else if (value) {
      *value = put_over(std::move(*value), over.items[i], diagnostics);
    } else {
      base.keys.push_back(key);
      base.items.push_back(without_nulls(over.items[i]));
    }
  }
}

}  // namespace

Node put_over(Node base, const Node& over, Diagnostics& diagnostics) {
  if (!over.is_map()) return over;
  if (base.is_list() && is_section_map(over)) base = as_section_map(std::move(base));
  Node* entries = base.is_map() ? find_in(base, "entries") : nullptr;
  if (base.is_list()) {
    change_entries(base, over, diagnostics);
  } else if (entries && entries->is_list() && !is_section_map(over)) {
    change_entries(*entries, over, diagnostics);
  } else if (base.is_map()) {
    change_map(base, over, diagnostics);
  } else {
    return without_nulls(over);
  }
  base.span = over.span;
  return base;
}

}  // namespace galley
