#include "requests/report.h"

#include <set>
#include <string_view>

namespace galley {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";  // how the text of a run says that a word is divided at its end

}  // namespace

Report report_of(const Pages& pages) {
  Report report;
  std::set<std::string> fonts;
  for (const Page& page : pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what)) {
        fonts.insert(run->face->name());
        if (run->text.ends_with(kSoftHyphen)) ++report.hyphens;
      }
  report.fonts.assign(fonts.begin(), fonts.end());
  return report;
}

void count_messages(const Diagnostics& diagnostics, Report& report) {
  for (const Diagnostic& each : diagnostics.all()) {
    if (each.severity == Severity::warning) ++report.warnings;
    if (each.code == Code::overfull_line) ++report.overfull;
  }
}

}  // namespace galley
