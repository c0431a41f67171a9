#include "source/map_reader.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "base/suggest.h"

namespace galley {

bool expect(const Node& node, Node::Kind kind, std::string_view what, Diagnostics& diagnostics) {
  if (node.kind == kind) return true;
  diagnostics.error(node.span, std::string(what) + " must be " + std::string(describe(kind)) + ", not " +
                                   std::string(describe(node.kind))).code = Code::wrong_type;
  return false;
}

bool expect_value(const Node& node, Node::Kind kind, std::string_view key, Diagnostics& diagnostics) {
  return node.kind == kind || expect(node, kind, in_quotes(key), diagnostics);
}

std::optional<std::string> read_text(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  if (!expect_value(node, Node::Kind::scalar, key, diagnostics)) return std::nullopt;
  return node.text;
}

void report_unknown_key(const Node::Key& key, const std::vector<std::string>& names, std::string_view where,
                        Diagnostics& diagnostics) {
  diagnostics.error(key.span, "unknown key " + in_quotes(key.text) + " in " + std::string(where),
                    did_you_mean(key.text, names)).code = Code::unknown_key;
}

void reject_other_keys(const Node& map, const std::vector<std::string>& names, std::string_view where,
                       Diagnostics& diagnostics) {
  for (const Node::Key& key : map.keys)
    if (std::find(names.begin(), names.end(), key.text) == names.end())
      report_unknown_key(key, names, where, diagnostics);
}

Span beginning(const Node& map) { return map.keys.empty() ? map.span : map.keys.front().span; }

bool has_errors_since(const Diagnostics& diagnostics, std::size_t before) {
  const auto& all = diagnostics.all();
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                     [](const Diagnostic& each) { return each.severity == Severity::error; });
}

MapReader::MapReader(const Node* node, std::string where, Diagnostics& diagnostics)
    : where_(std::move(where)), diagnostics_(diagnostics) {
  constexpr std::size_t kUsually = 8;  // keys that are asked for
  asked_.reserve(kUsually);
  if (!node || node->is_null()) return;
  span_ = node->span;
  if (expect(*node, Node::Kind::map, where_, diagnostics_)) node_ = node;
}

const Node* MapReader::get(std::string_view key) {
  asked_.emplace_back(key);
  if (!node_) return nullptr;
  const Node* value = node_->find(key);
  return value && !value->is_null() ? value : nullptr;
}

const Node* MapReader::require(std::string_view key, std::string_view help) {
  const Node* value = get(key);
  if (!value && node_)
    diagnostics_.error(beginning(*node_), in_quotes(key) + " is missing in " + where_, std::string(help)).code = Code::missing_key;
  return value;
}

const Node* MapReader::of_kind(std::string_view key, Node::Kind kind) {
  const Node* value = get(key);
  return value && expect_value(*value, kind, key, diagnostics_) ? value : nullptr;
}

const Node* MapReader::map(std::string_view key) { return of_kind(key, Node::Kind::map); }
const Node* MapReader::list(std::string_view key) { return of_kind(key, Node::Kind::list); }
const Node* MapReader::scalar(std::string_view key) { return of_kind(key, Node::Kind::scalar); }

void MapReader::not_one_of(const Node& node, std::string_view key, const std::vector<std::string>& names) {
  diagnostics_.error(node.span, in_quotes(key) + " cannot be " + in_quotes(node.text), did_you_mean(node.text, names)).code = Code::wrong_value;
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const Node* value = scalar(key);
  return value ? std::optional(value->text) : std::nullopt;
}

std::optional<bool> MapReader::boolean(std::string_view key) {
  return choice<bool>(key, {{"yes", true}, {"no", false}, {"true", true}, {"false", false}});
}

std::optional<double> MapReader::number(std::string_view key, double least, double most) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  const auto number = parse_decimal(value->text);
  if (number && *number >= least && *number <= most) return number;
  constexpr int kDecimals = 3;
  diagnostics_.error(value->span, in_quotes(key) + " must be a number from " + format_number(least, kDecimals) + " to " +
                                      format_number(most, kDecimals) + ", not " + in_quotes(value->text)).code = Code::wrong_value;
  return std::nullopt;
}

std::optional<int> MapReader::whole(std::string_view key, int least, int most) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  const auto number = parse_whole(value->text);
  if (number && *number >= least && *number <= most) return number;
  diagnostics_.error(value->span, in_quotes(key) + " must be a whole number from " + std::to_string(least) + " to " +
                                      std::to_string(most) + ", not " + in_quotes(value->text)).code = Code::wrong_value;
  return std::nullopt;
}

std::optional<std::vector<std::string>> MapReader::texts(std::string_view key) {
  const Node* value = get(key);
  if (!value) return std::nullopt;
  if (value->is_scalar()) return std::vector<std::string>{value->text};
  if (value->is_map()) {
    diagnostics_.error(value->span, in_quotes(key) + " must be a text or a list of texts, not a map").code = Code::wrong_type;
    return std::nullopt;
  }
  std::vector<std::string> result;
  for (const Node& item : value->items) {
    if (!item.is_scalar()) {
      diagnostics_.error(item.span, in_quotes(key) + " must be a list of texts, but here is " + std::string(describe(item.kind))).code = Code::wrong_type;
      return std::nullopt;
    }
    result.push_back(item.text);
  }
  return result;
}

void MapReader::finish() {
  if (!node_) return;
  const auto is_known = [&](const Node::Key& key) { return std::find(asked_.begin(), asked_.end(), key.text) != asked_.end(); };
  if (std::all_of(node_->keys.begin(), node_->keys.end(), is_known)) return;
  std::sort(asked_.begin(), asked_.end());
  asked_.erase(std::unique(asked_.begin(), asked_.end()), asked_.end());
  reject_other_keys(*node_, asked_, where_, diagnostics_);
}

}  // namespace galley
