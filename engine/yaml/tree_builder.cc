#include "yaml/tree_builder.h"

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <numeric>

#include "yaml/extent.h"

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

/// The `&name` or `!tag` among the properties in front of a value.
std::string_view property(std::string_view text, std::size_t at, char kind) {
  const std::string_view properties = text.substr(at, extent::skip_properties(text, at) - at);
  std::size_t found = properties.find(kind);
  while (found != 0 && found != std::string_view::npos && !std::string_view(" \n\t").find(properties[found - 1]))
    found = properties.find(kind, found + 1);
  return found == std::string_view::npos ? properties.substr(0, 0) : word_at(properties, found);
}

}  // namespace

/// A file of a single text is never meant; most likely all its colons lack the space after them.
void TreeBuilder::check_root() {
  if (!root_.is_scalar() || !root_.plain) return;
  const std::size_t colon = text_.find(':', root_.span.begin);
  if (colon >= root_.span.end) return;
  diagnostics_.error(span(colon, colon + 1), "expected a space after ':'", "write 'key: value'");
}

Node TreeBuilder::finish() {
  check_nothing_skipped(text_.size());
  check_root();
  for (const auto& [anchor, value] : anchored_) {
    if (value.used) continue;
    const std::string name(original_.substr(value.name.begin, value.name.end - value.name.begin));
    diagnostics_.warn(value.name, "'" + name + "' only names the value after it, and nothing repeats that value",
                      "put the whole text in quotes if '&' is part of it");
  }
  return std::move(root_);
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  document_start_ = offset(mark);
  if (++documents_ > 1) throw StopParsing{};  // parse() reports it: it knows what a second document may mean
  std::size_t at = extent::skip_gap(text_, 0);
  while (at < document_start_ && text_.substr(at).starts_with("%YAML ")) {
    read_up_to_ = extent::line_end(text_, at);
    at = extent::skip_gap(text_, read_up_to_);
  }
}

void TreeBuilder::check_nothing_skipped(std::size_t to) {
  to = std::min(to, text_.size());
  const std::size_t unread = extent::first_unread(text_, read_up_to_, to);
  if (unread == to) return;
  const std::string_view word = word_at(text_, unread);
  diagnostics_.error(span(unread, unread + word.size()), "'" + std::string(word) + "' belongs to no value",
                     word.starts_with('%') ? "put a text that begins with '%' in quotes" : "");
  throw StopParsing{};
}

void TreeBuilder::count(std::size_t nodes, std::size_t text_bytes, Span where) {
  nodes_ += nodes;
  text_bytes_ += text_bytes;
  const bool many = nodes_ > limits_.nodes;
  if (!many && text_bytes_ <= limits_.text_bytes) return;
  const std::string found =
      many ? std::to_string(limits_.nodes) + " values" : std::to_string(limits_.text_bytes) + " bytes of text";
  diagnostics_.fail(Blame::limit, where, "the file holds more than " + found,
                    "a value counts again each time that an alias (*name) repeats it");
  throw StopParsing{};
}

void TreeBuilder::check_depth(std::size_t depth, Span where) {
  if (depth <= limits_.depth) return;
  diagnostics_.fail(Blame::limit, where,
                    "lists and maps stand more than " + std::to_string(limits_.depth) + " levels inside each other");
  throw StopParsing{};
}

void TreeBuilder::check_tag(std::string_view tag, std::size_t at) {
  constexpr std::string_view kCore = "tag:yaml.org,2002:";
  if (tag.empty() || tag == "?") return;
  if (tag.starts_with(kCore)) {
    const std::string_view name = tag.substr(kCore.size());
    for (const std::string_view known : {"str", "int", "float", "bool", "null", "map", "seq"})
      if (name == known) return;
  }
  const std::string_view word = property(text_, at, '!');
  if (word.empty()) return;  // "!" is also what yaml-cpp gives every quoted scalar
  const auto begin = static_cast<std::size_t>(word.data() - text_.data());
  diagnostics_.error(span(begin, begin + word.size()), "the tag '" + std::string(word) + "' has no meaning here",
                     "remove it, or put the whole text in quotes if '!' is part of it");
}

void TreeBuilder::OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) {
  const std::string_view word = property(text_, offset(mark), '&');
  const auto begin = static_cast<std::size_t>(word.data() - text_.data());
  anchor_name_ = span(begin, begin + word.size());
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node node;
  const std::size_t properties = std::min(offset(mark), text_.size());
  const std::size_t at = extent::skip_properties(text_, properties);
  // A tag before nothing at all reaches us nowhere else.
  if (properties >= read_up_to_) check_tag(property(text_, properties, '!'), properties);
  std::string_view word = word_at(text_, at);
  if (expects_key() && word.ends_with(':')) word.remove_suffix(1);
  if (at >= read_up_to_ && (word == "~" || word == "null" || word == "Null" || word == "NULL")) {
    node.text = word;
    node.plain = true;
    node.span = span(at, at + word.size());
    check_nothing_skipped(at);
    read_up_to_ = at + word.size();
  } else {
    node.span = place_of_nothing();
    check_comma(offset(mark));
  }
  warn_about_comment(text_, file_, read_up_to_, diagnostics_);
  count(1, 0, node.span);
  attach(std::move(node), anchor);
}

/// In brackets a comma needs something before it; yaml-cpp puts a null there.
void TreeBuilder::check_comma(std::size_t at) {
  if (!in_brackets() || open_.back().has_key || at >= text_.size() || text_[at] != ',') return;
  diagnostics_.error(span(at, at + 1), "nothing before this ','", "remove it, or write \"\" for an empty text");
  throw StopParsing{};
}

/// Where a value is missing: the ':' or '-' that announces it (yaml-cpp's mark is that of the next token).
Span TreeBuilder::place_of_nothing() {
  const std::size_t at = extent::skip_gap(text_, read_up_to_);
  const bool announced = at < text_.size() && (text_[at] == ':' || text_[at] == '-');
  if (!announced) return span(read_up_to_, read_up_to_);
  read_up_to_ = at + 1;
  return span(at, at + 1);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t at = offset(mark);
  const std::string word(word_at(text_, at));
  const Span where = span(at, at + word.size());
  check_nothing_skipped(at);
  if (expects_key()) {
    diagnostics_.error(where, "a key cannot be an alias ('" + word + "')", "write the key out");
    throw StopParsing{};
  }
  read_up_to_ = where.end;
  for (const OpenCollection& outer : open_) {
    if (outer.anchor != anchor) continue;
    diagnostics_.error(where, "'" + word + "' stands inside the value that it repeats")
        .notes.push_back({anchored_[anchor].name, "the value begins here"});
    throw StopParsing{};
  }
  Anchored& value = anchored_[anchor];
  value.used = true;
  const Cost cost = measure(value.node);
  count(cost.nodes, cost.text_bytes, where);
  check_depth(open_.size() + cost.depth, where);
  attach(value.node, 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const std::size_t written = offset(mark);
  // A tag with nothing after it: the next token belongs to another value.
  const bool nothing = value.empty() && tag != "!";
  const std::size_t begin =
      nothing ? written + property(text_, written, '!').size() : extent::skip_properties(text_, written);
  check_tag(tag, written);
  check_nothing_skipped(begin);
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = value;
  const char first = begin < text_.size() ? text_[begin] : '\0';
  std::size_t end = begin;
  if (first == '"' || first == '\'') {
    end = std::min(extent::quoted_end(text_, begin), text_.size());
  } else if (!in_brackets() && (first == '|' || first == '>')) {
    end = extent::block_end(text_, begin);
  } else {
    node.plain = true;
    end = extent::plain_end(text_, begin, value);
  }
  node.span = span(begin, end);
  check_scalar(node);
  last_scalar_ = node.span;
  read_up_to_ = end;
  count(1, node.text.size(), node.span);
  attach(std::move(node), anchor);
}

void TreeBuilder::check_scalar(Node& node) {
  const std::size_t indent = open_.empty() ? 0 : open_.back().column + 1;
  const WrittenScalar scalar{text_, node.span, in_brackets(), indent};
  if (node.plain) {
    warn_about_items(scalar, diagnostics_);
    warn_about_comment(text_, file_, node.span.end, diagnostics_);
  } else if (text_[node.span.begin] == '"' || text_[node.span.begin] == '\'') {
    if (!check_quoted(scalar, diagnostics_)) throw StopParsing{};
    check_escapes(scalar, node.text, diagnostics_);
  }
  if (!masked_.pairs.empty()) unmask(masked_, original_, node.span.begin, node.span.end, node.text);
}

void TreeBuilder::open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) {
  OpenCollection collection;
  collection.begin = extent::skip_properties(text_, offset(mark));
  // A name on the same line belongs to the first key: the map begins in the column of the name.
  const std::size_t start = extent::line_start(text_, collection.begin);
  collection.column = (offset(mark) >= start ? offset(mark) : collection.begin) - start;
  collection.in_brackets = style == YAML::EmitterStyle::Flow;
  collection.anchor = anchor;
  collection.node.kind = kind;
  collection.node.span = span(collection.begin, collection.begin + (collection.in_brackets ? 1 : 0));
  if (anchor != 0) anchored_[anchor].name = anchor_name_;
  count(1, 0, collection.node.span);
  check_depth(open_.size() + 1, collection.node.span);
  check_nothing_skipped(collection.begin);
  const bool bracket =
      collection.begin < text_.size() && (text_[collection.begin] == '[' || text_[collection.begin] == '{');
  read_up_to_ = std::max(read_up_to_, collection.begin + (bracket ? 1 : 0));
  open_.push_back(std::move(collection));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  check_tag(tag, offset(mark));
  open(Node::Kind::list, mark, anchor, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  check_tag(tag, offset(mark));
  open(Node::Kind::map, mark, anchor, style);
}

void TreeBuilder::OnMapEnd() {
  const std::vector<Node::Key>& keys = open_.back().node.keys;
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return keys[a].text < keys[b].text; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Node::Key& first = keys[order[i - 1]];
    const Node::Key& again = keys[order[i]];
    if (first.text != again.text) continue;
    diagnostics_.error(again.span, "the key '" + again.text + "' is given twice", "keep one of the two")
        .notes.push_back({first.span, "it is given here already"});
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
  if (done.in_brackets) skip_closing_bracket(done.begin);
  attach(std::move(node), done.anchor);
}

void TreeBuilder::skip_closing_bracket(std::size_t opening) {
  if (text_[opening] != '[' && text_[opening] != '{') return;  // `[a: b]`: a map without brackets of its own
  std::size_t at = extent::skip_gap(text_, read_up_to_);
  if (at < text_.size() && text_[at] == ',') at = extent::skip_gap(text_, at + 1);
  if (at < text_.size() && (text_[at] == ']' || text_[at] == '}')) read_up_to_ = at + 1;
}

void TreeBuilder::attach(Node node, YAML::anchor_t anchor) {
  if (anchor != 0) {
    // The kept copy counts too: nested anchors would keep a copy on each level.
    const Cost cost = measure(node);
    count(cost.nodes, cost.text_bytes, node.span);
    Anchored& kept = anchored_[anchor];
    kept.node = node;
    if (kept.name.is_nowhere()) kept.name = anchor_name_;
  }
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  OpenCollection& parent = open_.back();
  if (expects_key()) return take_key(parent, node);
  parent.has_key = false;
  if (std::exchange(parent.drops_entry, false)) return;
  if (parent.node.is_map()) parent.node.keys.push_back(std::move(parent.key));
  parent.node.items.push_back(std::move(node));
}

void TreeBuilder::take_key(OpenCollection& map, const Node& node) {
  map.has_key = true;
  map.key = {node.text, node.span};
  if (node.is_list() || node.is_map()) {
    map.drops_entry = true;
    diagnostics_.error(node.span, "a key must be a text, not " + std::string(describe(node.kind)),
                       "put it in quotes if it is one");
  } else if (node.is_null() && !node.plain) {
    map.drops_entry = true;
    // In brackets yaml-cpp also ends up here when a key has no colon; then it gives up at once and names the place.
    if (!map.in_brackets || text_.substr(node.span.begin).starts_with(':'))
      diagnostics_.error(node.span, "the key before ':' is missing", "write 'key: value'");
  } else if (node.plain && node.text == "<<") {
    map.drops_entry = true;
    diagnostics_.error(node.span, "merge keys ('<<') are not supported", "write the entries out");
  } else {
    check_colon(map, node);
  }
}

/// yaml-cpp takes a last line without a colon for a key with nothing as its value.
void TreeBuilder::check_colon(const OpenCollection& map, const Node& key) {
  if (map.in_brackets) return;  // there `{a, b}` is a map from a and b to nothing
  const std::size_t at = extent::skip_gap(text_, read_up_to_);
  if (at < text_.size() && text_[at] == ':') return;
  diagnostics_.error(key.span, "expected ':' after '" + key.text + "'",
                     "write '" + key.text + ": …', or indent the line if it continues the text above");
  throw StopParsing{};
}

}  // namespace galley
