#include "export/pdf/tree.h"

#include <algorithm>

namespace galley::pdf {
namespace {

void add_value(Array& list, const TreeValue& value) {
  std::visit([&](const auto& object) { list.refer(object); }, value);
}

/// One node when all keys fit into a leaf, else a root over leaves. A second level suffices for millions of keys.
template <typename AddPair, typename AddKey>
Dict write_tree(File& file, const char* list_name, std::size_t count, AddPair add_pair, AddKey add_key) {
  Dict root = file.dict();
  if (count <= kKeysInLeaf) {
    Array pairs = root.array(list_name);
    for (std::size_t i = 0; i < count; ++i) add_pair(pairs, i);
    return root;
  }
  Array kids = root.array("Kids");
  for (std::size_t begin = 0; begin < count; begin += kKeysInLeaf) {
    const std::size_t end = std::min(count, begin + kKeysInLeaf);
    Dict leaf = file.dict();
    Array limits = leaf.array("Limits");
    add_key(limits, begin);
    add_key(limits, end - 1);
    Array pairs = leaf.array(list_name);
    for (std::size_t i = begin; i < end; ++i) add_pair(pairs, i);
    kids.refer(leaf);
  }
  return root;
}

}  // namespace

Dict write_number_tree(File& file, const std::vector<TreeValue>& values) {
  const auto add_key = [](Array& list, std::size_t i) { list.whole(static_cast<long>(i)); };
  const auto add_pair = [&](Array& list, std::size_t i) {
    add_key(list, i);
    add_value(list, values[i]);
  };
  return write_tree(file, "Nums", values.size(), add_pair, add_key);
}

Dict write_name_tree(File& file, const std::vector<std::pair<std::string, TreeValue>>& values) {
  const auto add_key = [&](Array& list, std::size_t i) { list.bytes(values[i].first); };
  const auto add_pair = [&](Array& list, std::size_t i) {
    add_key(list, i);
    add_value(list, values[i].second);
  };
  return write_tree(file, "Names", values.size(), add_pair, add_key);
}

}  // namespace galley::pdf
