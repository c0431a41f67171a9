#include "requests/changes.h"

#include <algorithm>

namespace galley {
namespace {

/// "styles.body.size=10pt" as the YAML that it stands for, which messages then show:
///   styles:
///     body:
///       size: 10pt
std::optional<std::string> as_yaml(const std::string& change) {
  const std::size_t equals = change.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  std::string yaml;
  for (std::size_t at = 0, indent = 0; at <= equals; indent += 2) {
    const std::size_t end = std::min(change.find('.', at), equals);
    if (end == at) return std::nullopt;
    yaml += (indent > 0 ? "\n" : "") + std::string(indent, ' ') + change.substr(at, end - at) + ':';
    at = end + 1;
  }
  const std::string value = change.substr(equals + 1);
  const bool is_colour = value.starts_with('#');  // a comment, to YAML
  return yaml + ' ' + (is_colour ? '"' + value + '"' : value) + '\n';
}

}  // namespace

bool changes_the_cv(const std::string& change) { return change.starts_with("cv."); }

std::optional<Node> load_change(Session& session, const std::string& change) {
  const auto yaml = as_yaml(change);
  if (!yaml || change.starts_with("extends=")) {
    session.diagnostics.fail(Blame::usage, {}, "'" + change + "' does not say what to change",
                             yaml ? "another layout is chosen with '-l'" : "--set styles.body.size=10pt for the layout, --set cv.phone=… for the CV");
    return std::nullopt;
  }
  return parse_text(session, "--set " + change, *yaml, {});
}

}  // namespace galley
