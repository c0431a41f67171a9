#include "cv/reading.h"

#include <algorithm>

#include "base/suggest.h"

namespace galley {

std::string quoted(std::string_view word) { return "'" + std::string(word) + "'"; }

bool expect(const Node& node, Node::Kind kind, std::string_view what, Diagnostics& diagnostics) {
  if (node.kind == kind) return true;
  diagnostics.error(node.span, std::string(what) + " must be " + std::string(describe(kind)) + ", not " +
                                   std::string(describe(node.kind)));
  return false;
}

bool expect_value(const Node& node, Node::Kind kind, std::string_view key, Diagnostics& diagnostics) {
  return expect(node, kind, quoted(key), diagnostics);
}

std::optional<std::string> read_text(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  if (!expect_value(node, Node::Kind::scalar, key, diagnostics)) return std::nullopt;
  return node.text;
}

void reject_other_keys(const Node& map, const std::vector<std::string>& names, std::string_view where,
                       Diagnostics& diagnostics) {
  for (const Node::Key& key : map.keys) {
    if (std::find(names.begin(), names.end(), key.text) != names.end()) continue;
    diagnostics.error(key.span, "unknown key " + quoted(key.text) + " in " + std::string(where),
                      did_you_mean(key.text, names));
  }
}

Span beginning(const Node& map) { return map.keys.empty() ? map.span : map.keys.front().span; }

bool has_errors_since(const Diagnostics& diagnostics, std::size_t before) {
  const auto& all = diagnostics.all();
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                     [](const Diagnostic& each) { return each.severity == Severity::error; });
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& each : lower)
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  return lower;
}

}  // namespace galley
