#include "source/built_in.h"

namespace galley {
namespace {

class Unpacker {
 public:
  Unpacker(std::span<const PackedNode> nodes, std::string_view texts, FileId file) : nodes_(nodes), texts_(texts), file_(file) {}

  Node node() {
    const PackedNode& packed = next();
    Node node{packed.kind, span_of(packed), text_of(packed), packed.plain, {}, {}};
    node.items.reserve(packed.children);
    const bool has_keys = packed.kind == Node::Kind::map;
    if (has_keys) node.keys.reserve(packed.children);
    for (std::uint32_t i = 0; i < packed.children; ++i) {
      if (has_keys) node.keys.push_back(key());
      node.items.push_back(this->node());
    }
    return node;
  }

 private:
  const PackedNode& next() { return nodes_[at_++]; }
  [[nodiscard]] Span span_of(const PackedNode& packed) const { return {file_, packed.begin, packed.end}; }
  [[nodiscard]] std::string text_of(const PackedNode& packed) const {
    return std::string(texts_.substr(packed.text_begin, packed.text_size));
  }

  Node::Key key() {
    const PackedNode& packed = next();
    return {text_of(packed), span_of(packed)};
  }

  std::span<const PackedNode> nodes_;
  std::string_view texts_;
  FileId file_;
  std::size_t at_ = 0;
};

}  // namespace

Node unpacked(std::span<const PackedNode> nodes, std::string_view texts, FileId file) { return Unpacker(nodes, texts, file).node(); }

}  // namespace galley
