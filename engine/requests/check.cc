// galley check: what is wrong with CVs, without setting them.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "expect/expect.h"
#include "lint/lint.h"
#include "requests/inputs.h"
#include "requests/requests.h"

namespace galley {
namespace {

/// What is said of a place is said once, and in the order of the file; what belongs to no place comes first.
Diagnostics in_file_order(const Diagnostics& heard, const SourceMap& sources) {
  std::map<std::string, std::size_t> ranks;  // each reading has numbers of its own for the same files
  const auto rank = [&](Span span) {
    return span.is_nowhere() ? 0 : ranks.emplace(sources.get(span.file).name, ranks.size() + 1).first->second;
  };
  using Place = std::tuple<std::size_t, std::uint32_t, std::string>;
  std::vector<std::pair<Place, const Diagnostic*>> places;
  for (const Diagnostic& each : heard.all()) places.push_back({{rank(each.span), each.span.begin, each.message}, &each});
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
    return std::pair(std::get<0>(a.first), std::get<1>(a.first)) < std::pair(std::get<0>(b.first), std::get<1>(b.first));
  });
  Diagnostics sorted;
  std::set<Place> said;
  for (const auto& [place, each] : places)
    if (said.insert(place).second) sorted.forward(*each);
  return sorted;
}

/// Errors that only a version has; the one of all parts in the CV's own language has been looked at.
void check_versions(Session& session, const Request& request, const CvTree& tree, CvVersions there) {
  Request one = request;
  there.variants.insert(there.variants.begin(), "");
  for (const std::string& variant : there.variants)
    for (const std::string& language : there.languages) {
      one.version.variant = variant;
      one.version.language = language == there.languages.front() ? "" : language;
      if (one.version != Version{}) take_over(session, read_version(session.shared, one, tree));
    }
}

void check_content(Session& session, const Request& request, const CvReading& cv, const LayoutReading& layout) {
  const auto inputs = combine(session, request, cv, layout);
  if (!cv.value) return;
  const NotShown none;
  const auto expected = inputs ? std::optional(expect(inputs->cv, inputs->layout, inputs->language)) : std::nullopt;
  lint({*cv.value, expected ? expected->not_shown : none, layout_name(request, cv)}, session.sources, session.diagnostics);
}

std::string counted(std::size_t count, const char* thing) { return std::to_string(count) + " " + thing + (count == 1 ? "" : "s"); }

std::string summary(const std::string& cv, const Diagnostics& heard) {
  std::size_t errors = 0;
  for (const Diagnostic& each : heard.all())
    if (each.severity == Severity::error) ++errors;
  const std::size_t warnings = heard.all().size() - errors;
  return cv + ": " + (heard.all().empty() ? "no fault found" : counted(errors, "error") + ", " + counted(warnings, "warning")) + '\n';
}

Outcome check_one(Shared& shared, const Check& check, const std::string& path) {
  Session session(shared);
  Request request = check.each;
  request.cv = path;
  CvTree tree = read_cv_tree(shared, request);
  const CvVersions there = tree.value && request.version == Version{} ? versions_in(*tree.value) : CvVersions{};
  const bool has_others = !there.variants.empty() || there.languages.size() > 1;
  const CvReading cv = read_version(shared, request, has_others ? CvTree(tree) : std::move(tree));
  check_content(session, request, cv, *shared.layout(layout_name(request, cv), request.set));
  if (has_others) check_versions(session, request, tree, there);
  session.diagnostics = in_file_order(session.diagnostics, session.sources);
  Outcome outcome = outcome_of(session);
  outcome.bytes = summary(path, session.diagnostics);
  if (check.strict && outcome.status == Status::good && !outcome.messages.empty()) outcome.status = Status::files;
  return outcome;
}

}  // namespace

Outcome check(Shared& shared, const Check& check) {
  Outcome all;
  for (const std::string& cv : check.cvs) {
    Outcome one = check_one(shared, check, cv);
    all.bytes += one.bytes;
    all.messages.insert(all.messages.end(), one.messages.begin(), one.messages.end());
    all.read.insert(all.read.end(), one.read.begin(), one.read.end());
    if (all.status == Status::good) all.status = one.status;
  }
  return all;
}

}  // namespace galley
