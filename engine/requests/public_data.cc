#include "requests/public_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "exchange/print_cv.h"
#include "source/source.h"
#include "yaml/parse.h"

namespace galley {
namespace {

constexpr std::string_view kPrivate = "private";

struct Parsed {
  std::string text;  ///< as the parser sees it: places in it are those of the nodes
  Node root;
};

std::optional<Parsed> parsed(const std::string& bytes) {
  SourceMap sources;
  Diagnostics unheard;
  const auto file = add_checked(sources, "cv", bytes, unheard);
  auto root = file ? parse(sources, *file, unheard) : std::nullopt;
  if (!root) return std::nullopt;
  return Parsed{std::string(sources.get(*file).text), std::move(*root)};
}

bool are_equal(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.text != b.text || a.keys.size() != b.keys.size() || a.items.size() != b.items.size()) return false;
  for (std::size_t i = 0; i < a.keys.size(); ++i)
    if (a.keys[i].text != b.keys[i].text) return false;
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), are_equal);
}

/// The key of the private fields below `cv`, or the number of keys if there is none.
std::size_t private_key(const Node& cv) {
  const auto is_private = [](const Node::Key& key) { return key.text == kPrivate; };
  return static_cast<std::size_t>(std::find_if(cv.keys.begin(), cv.keys.end(), is_private) - cv.keys.begin());
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t end = text.rfind('\n', at == 0 ? 0 : at - 1);
  return at == 0 || end == std::string_view::npos ? 0 : end + 1;
}

/// The first line after `at` that is neither empty nor a comment, and stands no deeper than `indent`.
std::size_t block_end(std::string_view text, std::size_t at, std::size_t indent) {
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
    const std::size_t first = text.find_first_not_of(' ', at);
    if (first != std::string_view::npos && text[first] != '\n' && text[first] != '#' && first - at <= indent) return at;
  }
  return text.size();
}

/// Block style: the lines from the key to the next one that is no part of it.
std::optional<std::string> cut_lines(const std::string& text, const Node& cv, std::size_t key) {
  const std::size_t begin = line_begin(text, cv.keys[key].span.begin);
  const std::size_t indent = cv.keys[key].span.begin - begin;
  if (text.find_first_not_of(' ', begin) != cv.keys[key].span.begin) return std::nullopt;
  return text.substr(0, begin) + text.substr(block_end(text, cv.items[key].span.end, indent));
}

std::optional<std::string> cut_json(const std::string& text) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return std::nullopt;
  json["cv"].erase(std::string(kPrivate));
  return json.dump(2) + '\n';
}

}  // namespace

Node without_private(Node root) {
  for (std::size_t i = 0; i < root.keys.size(); ++i) {
    Node& cv = root.items[i];
    if (root.keys[i].text != "cv" || !cv.is_map()) continue;
    const std::size_t at = private_key(cv);
    if (at == cv.keys.size()) continue;
    cv.keys.erase(cv.keys.begin() + static_cast<std::ptrdiff_t>(at));
    cv.items.erase(cv.items.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return root;
}

bool is_json(const std::string& bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string::npos && bytes[first] == '{';
}

std::optional<std::string> plain_data(const Node& root, Diagnostics& diagnostics) {
  const Node left = without_private(root);
  std::string text = print_cv(left);
  const auto again = parsed(text);
  if (again && are_equal(again->root, left)) return text;
  diagnostics.fail(Blame::limit, {}, "this version of the CV cannot be written as a file of its own, so its data cannot be embedded");
  return std::nullopt;
}

std::optional<std::string> public_data(const std::string& cv_bytes, Diagnostics& diagnostics) {
  const auto whole = parsed(cv_bytes);
  const Node* cv = whole ? whole->root.find("cv") : nullptr;
  const std::size_t key = cv ? private_key(*cv) : 0;
  if (!cv || key == cv->keys.size()) return cv_bytes;
  auto left = is_json(cv_bytes) ? cut_json(whole->text) : cut_lines(whole->text, *cv, key);
  // Proof: what is left reads as the whole without that key.
  const auto again = left ? parsed(*left) : std::nullopt;
  if (again && are_equal(again->root, without_private(whole->root))) return left;
  diagnostics.error(cv->keys[key].span, "these private fields cannot be told from the rest, so the data cannot be embedded",
                    "write 'private:' in a line of its own and its fields below it, without anchors that others use").code = Code::wrong_value;
  return std::nullopt;
}

}  // namespace galley
