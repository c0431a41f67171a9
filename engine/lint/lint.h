// What a careful reader would say about a CV that is right as a file: galley check. Each rule has a name, with which it is silenced in
// place: `# galley: allow doubled-word` at the end of the line or in the line above.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "cv/cv.h"
#include "source/source.h"

namespace galley {

/// Of the fields that the layout shows nowhere: "publication.doi".
using NotShown = std::vector<std::string>;

/// What rules look at.
struct LintSubject {
  const Cv& cv;
  const NotShown& not_shown;
  std::string_view layout;  ///< its name, for messages
};

struct LintFinding {
  Span at;
  std::string message, help;
};
using LintFindings = std::vector<LintFinding>;

struct LintRule {
  std::string_view name;
  Severity severity;
  Code code;
  std::string_view describe;  ///< what it asks, in one line
  void (*look)(const LintSubject&, LintFindings&);
};

/// All rules, in the order in which they look.
const std::vector<LintRule>& lint_rules();

/// What the rules find and the file does not allow.
void lint(const LintSubject& subject, const SourceMap& sources, Diagnostics& diagnostics);

}  // namespace galley
