#include "docx/xml.h"

#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace galley {
namespace {

constexpr int kDeepest = 64;

std::string_view local(std::string_view name) { return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1); }

class Converter {
 public:
  Converter(std::string_view text, FileId file) : text_(text), file_(file) {}

  /// False: it is nested too deeply.
  bool convert(const pugi::xml_node& element, int depth, Node& node) {
    if (depth > kDeepest) return false;
    node.span = place_of(element);
    std::string words;
    for (const pugi::xml_attribute& each : element.attributes())
      if (const std::string_view name = each.name(); !name.starts_with("xmlns") && !name.starts_with("xsi:")) add(node, local(name), scalar(each.value(), node.span));
    for (const pugi::xml_node& child : element.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) words += child.value();
      if (child.type() != pugi::node_element) continue;
      Node made;
      if (!convert(child, depth + 1, made)) return false;
      add(node, local(child.name()), std::move(made));
    }
    if (node.keys.empty()) {
      if (!words.empty()) node = scalar(words, node.span);
    } else if (words.find_first_not_of(" \t\r\n") != std::string::npos) {
      add(node, "$", scalar(words, node.span));
    }
    return true;
  }

 private:
  static Node scalar(std::string words, Span span) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = std::move(words);
    node.span = span;
    return node;
  }

  /// The name at the beginning of the element.
  [[nodiscard]] Span place_of(const pugi::xml_node& element) const {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0));
    const std::size_t end = std::min(at + std::string_view(element.name()).size(), text_.size());
    return {file_, static_cast<std::uint32_t>(std::min(at, end)), static_cast<std::uint32_t>(end)};
  }

  static void add(Node& map, std::string_view name, Node value) {
    map.kind = Node::Kind::map;
    const auto known = std::find_if(map.keys.begin(), map.keys.end(), [&](const Node::Key& each) { return each.text == name; });
    if (known == map.keys.end()) {
      map.keys.push_back({std::string(name), value.span});
      map.items.push_back(std::move(value));
      return;
    }
    Node& there = map.items[static_cast<std::size_t>(known - map.keys.begin())];
    if (!there.is_list()) {
      Node list;
      list.kind = Node::Kind::list;
      list.span = there.span;
      list.items.push_back(std::move(there));
      there = std::move(list);
    }
    there.items.push_back(std::move(value));
  }

  std::string_view text_;
  FileId file_;
};

}  // namespace

std::optional<Node> read_xml(std::string_view text, FileId file, Diagnostics& diagnostics) {
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    const auto at = static_cast<std::uint32_t>(std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), text.size()));
    diagnostics.error({file, at, at}, std::string("this XML is not well-formed: ") + result.description()).code = Code::syntax;
    return std::nullopt;
  }
  Node root, content;
  const pugi::xml_node element = document.document_element();
  if (!Converter(text, file).convert(element, 0, content)) {
    diagnostics.error({file, 0, 0}, "this XML is nested too deeply").code = Code::syntax;
    return std::nullopt;
  }
  root.kind = Node::Kind::map;
  root.span = {file, 0, static_cast<std::uint32_t>(text.size())};
  root.keys.push_back({std::string(local(element.name())), content.span});
  root.items.push_back(std::move(content));
  return root;
}

}  // namespace galley
