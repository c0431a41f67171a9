#include <algorithm>
#include <cmath>
#include <optional>

#include "export/pdf/pdf.h"
#include "export/text/text.h"
#include "galley/values.h"
#include "layout/icon_path.h"
#include "requests/pipeline.h"
#include "source/source.h"
#include "tests/fuzz/targets.h"
#include "tests/support/inside.h"
#include "tests/support/scene.h"
#include "verify/data_check.h"
#include "verify/words.h"
#include "yaml/parse.h"
#include "yaml/print_nodes.h"

namespace galley::fuzz {
namespace {

const char* const kPlainLayout = "extends: base\nstyles: {body: {family: Square}}\n";
const char* const kPlainCv = R"(cv:
  name: Ada Lovelace
  headline: Analyst
  email: ada@example.org
  sections:
    Work:
      - {position: Analyst, company: Engine, location: London, dates: 1842-02/1843-08, highlights: [one thing, another], summary: Words}
    Papers:
      - {title: Notes, authors: [Ada Lovelace], venue: Memoirs, date: 1843}
    Notes: [a text of a few words]
)";

/// The tests' fonts, a plain layout and a plain CV, beside what is tried.
MemoryWorkspace& desk() {
  static MemoryWorkspace files = [] {
    MemoryWorkspace made;
    testing::add_test_fonts(made);
    return MemoryWorkspace(made.files);
  }();
  return files;
}

std::optional<Document> typeset_on(Shared& shared) {
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.verify = true;  // so that the data's own expectation is made
  Session session(shared);
  return make_document(session, request);
}

std::vector<proof::Word> words_of_pages(const Pages& pages) {
  std::vector<proof::Word> words;
  Pages one = pages;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    one.pages = {pages.pages[i]};
    for (proof::Word& word : proof::words_of(write_text(one), i + 1)) words.push_back(std::move(word));
  }
  return words;
}

std::string bytes_of(const Document& document) {
  Diagnostics unheard;
  PdfOptions options;
  options.standards = standards_from("none").value.value_or(Standards{});  // characters that no font has are not the point
  return write_pdf(document.pages, options, unheard).value_or("refused");
}

/// What is wrong with the document that the desk's files make.
std::string look_at_desk() {
  static Shared lasting(desk());
  const auto document = typeset_on(lasting);
  Shared fresh(desk());
  const auto again = typeset_on(fresh);
  if (document.has_value() != again.has_value()) return "what is remembered decides whether a document is made";
  if (!document) return {};
  if (const std::string text = testing::first_outside(document->pages); !text.empty()) return "outside of its page: " + text;
  for (const proof::DataFault& fault : proof::faults_against(document->expected, words_of_pages(document->pages))) return "lost: " + fault.message;
  return bytes_of(*document) == bytes_of(*again) ? std::string() : "other bytes the second time";
}

std::string look_at(const std::string& cv, const std::string& layout) {
  desk().files["cv.yaml"] = cv;
  desk().files["my.yaml"] = layout;
  return look_at_desk();
}

std::optional<Node> read(const std::string& text) {
  SourceMap sources;
  Diagnostics unheard;
  const auto file = add_checked(sources, "a.yaml", text, unheard);
  return file ? parse(sources, *file, unheard) : std::nullopt;
}

}  // namespace

std::string try_yaml(std::string_view bytes) {
  const auto node = read(std::string(bytes));
  if (!node) return {};
  const auto as_it_is = read(std::string(bytes) + "\n# ^\u01BF");
  for (const char* comment : {"\n# ^\u01BE", "\n# $\u01BE"}) {  // by which characters do not occur: see yaml/condense.cc
    const auto condensed = read(std::string(bytes) + comment);
    if (as_it_is.has_value() != condensed.has_value()) return "what is condensed decides whether it is read";
    if (condensed && print_nodes(*condensed) != print_nodes(*as_it_is)) return "another tree when it is condensed";
  }
  const std::string printed = print_nodes(*node);
  const auto again = read(printed);
  if (!again) return "what is printed cannot be read: " + printed;
  return print_nodes(*again) == printed ? std::string() : "read back otherwise: " + printed;
}

std::string try_cv(std::string_view bytes) { return look_at(std::string(bytes), kPlainLayout); }

std::string try_layout(std::string_view bytes) {
  desk().files["plain.yaml"] = kPlainLayout;
  return look_at(kPlainCv, std::string(bytes));
}

std::string try_bib(std::string_view bytes) {
  desk().files["papers.bib"] = std::string(bytes);
  return look_at("cv: {name: Ada Lovelace, sections: {Papers: papers.bib}}\n", kPlainLayout);
}

std::string try_icon(std::string_view bytes) {
  const auto icon = parse_icon_path(bytes);
  if (!icon) return {};
  constexpr double kFarthest = 1000;  // points; see layout/icon_path.h
  for (const PathStep& step : *icon)
    for (const Point& point : {step.to, step.control1, step.control2})
      if (std::max(std::fabs(point.x.points()), std::fabs(point.y.points())) > kFarthest) return "far outside";
  return {};
}

}  // namespace galley::fuzz
