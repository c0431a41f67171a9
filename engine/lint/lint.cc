#include "lint/lint.h"

#include <algorithm>
#include <string>

#include "lint/rules.h"

namespace galley {
namespace {

constexpr std::string_view kAllow = "# galley: allow ";

/// Whether the line's comment allows what the rule forbids: "# galley: allow order, doubled-word".
bool allows(std::string_view line, std::string_view rule) {
  const std::size_t comment = line.find(kAllow);
  if (comment == std::string_view::npos) return false;
  std::string_view names = line.substr(comment + kAllow.size());
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(", "), names.size());
    if (names.substr(0, end) == rule) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

bool is_allowed(const LintFinding& finding, std::string_view rule, const SourceMap& sources) {
  if (finding.at.is_nowhere()) return false;
  const std::string_view line = sources.line_around(finding.at.file, finding.at.begin);
  if (allows(line, rule)) return true;
  const auto begin = static_cast<std::size_t>(line.data() - sources.get(finding.at.file).text.data());
  if (begin == 0) return false;
  const std::string_view above = sources.line_around(finding.at.file, begin - 1);
  const std::size_t first = above.find_first_not_of(' ');
  return first != std::string_view::npos && above[first] == '#' && allows(above, rule);
}

}  // namespace

const std::vector<LintRule>& lint_rules() {
  static const std::vector<LintRule> rules = {
      {"email", Severity::error, Code::wrong_value, "an e-mail address has a name, an @ and a domain", find_bad_email},
      {"phone", Severity::warning, Code::wrong_value, "a phone number has 6 to 15 digits and no letters", find_bad_phone},
      {"address", Severity::warning, Code::bad_link, "a web address names a whole host", find_bad_address},
      {"future", Severity::warning, Code::bad_date, "no date is after the day of the last change, 'updated'", find_future_dates},
      {"overlap", Severity::warning, Code::bad_date, "entries of a section do not overlap by more than a month", find_overlaps},
      {"order", Severity::warning, Code::bad_date, "the entries of a section are in order of time", find_disorder},
      {"empty-heading", Severity::warning, Code::empty_value, "something stands below a heading", find_empty_headings},
      {"not-shown", Severity::warning, Code::not_shown, "the layout shows every field", find_fields_not_shown},
      {"full-stops", Severity::warning, Code::wrong_value, "all lines of a list end with a full stop, or none", find_mixed_full_stops},
      {"doubled-word", Severity::warning, Code::wrong_value, "no word stands twice in a row", find_doubled_words},
      {"acronym", Severity::warning, Code::missing_key, "where some abbreviations are explained, all are", find_acronyms},
  };
  return rules;
}

void lint(const LintSubject& subject, const SourceMap& sources, Diagnostics& diagnostics) {
  for (const LintRule& rule : lint_rules()) {
    LintFindings findings;
    rule.look(subject, findings);
    for (LintFinding& each : findings) {
      if (is_allowed(each, rule.name, sources)) continue;
      std::string message = std::move(each.message) + " [" + std::string(rule.name) + "]";
      Diagnostic& said = rule.severity == Severity::error ? diagnostics.error(each.at, std::move(message), std::move(each.help))
                                                          : diagnostics.warn(each.at, std::move(message), std::move(each.help));
      said.code = rule.code;
    }
  }
}

}  // namespace galley
