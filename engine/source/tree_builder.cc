#include "source/tree_builder.h"

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "source/extent.h"

namespace galley {
namespace {

std::size_t offset(const YAML::Mark& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

/// What a copy of a node costs.
struct Cost {
  std::size_t nodes = 1, text_bytes = 0, depth = 1;
};

Cost measure(const Node& node) {  // recursion is bounded by ParseLimits::depth, which every kept node obeys
  Cost cost{1, node.text.size(), 1};
  for (const Node::Key& key : node.keys) cost.text_bytes += key.text.size();
  for (const Node& item : node.items) {
    const Cost inner = measure(item);
    cost.nodes += inner.nodes;
    cost.text_bytes += inner.text_bytes;
    cost.depth = std::max(cost.depth, inner.depth + 1);
  }
  return cost;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find_first_of(" \t\n,[]{}", at) - at);
}

}  // namespace

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ == 1) return check_nothing_skipped(offset(mark));
  throw StopParsing{};  // parse() reports where it stands
}

void TreeBuilder::check_nothing_skipped(std::size_t to) {
  const std::size_t unread = extent::first_unread(text_, read_up_to_, to);
  if (unread >= to || unread >= text_.size()) return;
  diagnostics_.error(span(unread, extent::line_end(text_, unread)), "this text belongs to nothing");
  throw StopParsing{};
}

bool TreeBuilder::expects_key() const { return !open_.empty() && open_.back().node.is_map() && !open_.back().has_key; }

void TreeBuilder::count(std::size_t nodes, std::size_t text_bytes, Span where) {
  nodes_ += nodes;
  text_bytes_ += text_bytes;
  if (nodes_ > limits_.nodes) {
    diagnostics_.fail(Blame::limit, where, "more than " + std::to_string(limits_.nodes) + " values in one file",
                      "aliases (*name) count as often as they are used");
    throw StopParsing{};
  }
  if (text_bytes_ > limits_.text_bytes) {
    diagnostics_.fail(Blame::limit, where,
                      "more than " + std::to_string(limits_.text_bytes) + " bytes of text in one file",
                      "aliases (*name) count as often as they are used");
    throw StopParsing{};
  }
}

void TreeBuilder::check_tag(const std::string& tag, std::size_t at) {
  constexpr std::string_view kCore = "tag:yaml.org,2002:";
  if (tag.empty() || tag == "?" || tag == "!") return;
  if (std::string_view(tag).starts_with(kCore)) {
    const std::string_view name = std::string_view(tag).substr(kCore.size());
    for (const std::string_view known : {"str", "int", "float", "bool", "null", "map", "seq"})
      if (name == known) return;
  }
  while (at < text_.size() && text_[at] == '&')
    at = std::min(text_.find_first_not_of(" \n", text_.find(' ', at)), text_.size());
  const std::string_view word = word_at(text_, at);
  diagnostics_.error(span(at, at + word.size()), "the tag '" + std::string(word) + "' has no meaning here",
                     "remove it, or put the whole text in quotes if it begins with '!'");
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node node;
  const std::size_t at = extent::skip_properties(text_, std::min(offset(mark), text_.size()));
  const std::string_view word = word_at(text_, at);
  for (const std::string_view name : {"~", "null", "Null", "NULL"}) {
    if (word == name || (expects_key() && word.starts_with(name) && word.substr(name.size()) == ":")) {
      node.text = name;
      node.plain = true;
      node.span = span(at, at + name.size());
      check_nothing_skipped(at);
      read_up_to_ = at + name.size();
    }
  }
  if (!node.plain) node.span = place_of_nothing();
  count(1, 0, node.span);
  attach(std::move(node), anchor);
}

/// Where a value is missing: the ':' or '-' that announces it (yaml-cpp's mark is that of the next token).
Span TreeBuilder::place_of_nothing() {
  std::size_t at = read_up_to_;
  while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\n' || extent::is_comment_start(text_, at)))
    at = text_[at] == '#' ? extent::line_end(text_, at) : at + 1;
  const bool announced = at < text_.size() && (text_[at] == ':' || text_[at] == '-');
  if (!announced) return span(read_up_to_, read_up_to_);
  read_up_to_ = at + 1;
  return span(at, at + 1);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t at = offset(mark);
  const std::string_view word = word_at(text_, at);
  const Span where = span(at, at + word.size());
  check_nothing_skipped(at);
  read_up_to_ = at + word.size();
  for (const OpenCollection& outer : open_) {
    if (outer.anchor != anchor) continue;
    diagnostics_.error(where, "'" + std::string(word) + "' stands inside the value that it repeats")
        .notes.push_back({span(outer.begin, outer.begin), "the value begins here"});
    throw StopParsing{};
  }
  const auto found = anchored_.find(anchor);
  if (found == anchored_.end()) return attach({}, 0);  // its value was refused and reported
  const Cost cost = measure(found->second);
  count(cost.nodes, cost.text_bytes, where);
  if (open_.size() + cost.depth > limits_.depth) {
    diagnostics_.fail(Blame::limit, where, "more than " + std::to_string(limits_.depth) + " levels inside each other");
    throw StopParsing{};
  }
  attach(found->second, 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const std::size_t written = offset(mark);
  const std::size_t begin = extent::skip_properties(text_, written);
  check_tag(tag, written);
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = value;
  const char first = begin < text_.size() ? text_[begin] : '\0';
  std::size_t end = begin;
  if (first == '"' || first == '\'') {
    end = extent::quoted_end(text_, begin);
  } else if (tag != "?" && (first == '|' || first == '>')) {
    end = extent::block_end(text_, begin);
  } else {
    node.plain = true;
    end = extent::plain_end(text_, begin, value);
  }
  check_nothing_skipped(begin);
  node.span = span(begin, end);
  read_up_to_ = end;
  count(1, value.size(), node.span);
  attach(std::move(node), anchor);
}

void TreeBuilder::open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) {
  check_tag(tag, offset(mark));
  OpenCollection collection;
  collection.begin = extent::skip_properties(text_, offset(mark));
  collection.in_brackets = style == YAML::EmitterStyle::Flow;
  collection.anchor = anchor;
  collection.node.kind = kind;
  collection.node.span = span(collection.begin, collection.begin + (collection.in_brackets ? 1 : 0));
  count(1, 0, collection.node.span);
  if (open_.size() >= limits_.depth) {
    diagnostics_.fail(Blame::limit, collection.node.span,
                      "more than " + std::to_string(limits_.depth) + " levels inside each other");
    throw StopParsing{};
  }
  open_.push_back(std::move(collection));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  open(Node::Kind::list, mark, tag, anchor, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  open(Node::Kind::map, mark, tag, anchor, style);
}

void TreeBuilder::OnMapEnd() {
  const std::vector<Node::Key>& keys = open_.back().node.keys;
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = keys[a].text.compare(keys[b].text);
    return compared != 0 ? compared < 0 : a < b;
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Node::Key& first = keys[order[i - 1]];
    const Node::Key& again = keys[order[i]];
    if (first.text != again.text) continue;
    diagnostics_.error(again.span, "the key '" + again.text + "' is given twice", "keep one of the two")
        .notes.push_back({first.span, "it is first given here"});
  }
  close();
}

void TreeBuilder::close() {
  OpenCollection done = std::move(open_.back());
  open_.pop_back();
  Node& node = done.node;
  if (!node.items.empty()) {
    const Span first = node.keys.empty() ? node.items.front().span : node.keys.front().span;
    // An alias in first place has the span of what it repeats, which stands further up.
    if (first.begin > done.begin) node.span.begin = first.begin;
    node.span.end = static_cast<std::uint32_t>(read_up_to_);
  }
  attach(std::move(node), done.anchor);
}

void TreeBuilder::attach(Node node, YAML::anchor_t anchor) {
  if (anchor != 0) {
    // The kept copy counts too: nested anchors would keep a copy on each level.
    const Cost cost = measure(node);
    count(cost.nodes, cost.text_bytes, node.span);
    anchored_[anchor] = node;
  }
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  OpenCollection& parent = open_.back();
  if (parent.node.is_map() && !parent.has_key) return take_key(parent, node);
  const bool dropped = std::exchange(parent.drops_entry, false);
  parent.has_key = false;
  if (dropped) return;
  if (parent.node.is_map()) parent.node.keys.push_back(std::move(parent.key));
  parent.node.items.push_back(std::move(node));
}

void TreeBuilder::take_key(OpenCollection& map, const Node& node) {
  map.has_key = true;
  map.key = {node.text, node.span};
  if (node.is_list() || node.is_map()) {
    map.drops_entry = true;
    diagnostics_.error(node.span, "a key must be a text, not " + std::string(describe(node.kind)));
  } else if (node.plain && node.text == "<<") {
    map.drops_entry = true;
    diagnostics_.error(node.span, "merge keys ('<<') are not supported", "write the entries out");
  }
}

}  // namespace galley
