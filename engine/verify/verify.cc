#include "verify/verify.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <vector>

#include "verify/compare.h"
#include "verify/file_checks.h"
#include "verify/open.h"
#include "verify/page_text.h"
#include "verify/print_checks.h"
#include "verify/words.h"

namespace galley {
namespace {

/// Both sides are held against each other as a whole; a CV has a few thousand words.
constexpr std::size_t kMostWords = 200000;

/// What can be done about words that do not come out: the same for each kind.
constexpr const char* kTextHelp =
    "the PDF may be made from other data or with another layout; if it is not, please report this";

void compare_text(const std::string& expected_text, const std::vector<Word>& found, const PdfFile& pdf,
                  Diagnostics& diagnostics) {
  std::vector<Word> expected;
  add_words(expected, expected_text, 0);
  if (std::max(expected.size(), found.size()) > kMostWords) {
    diagnostics.fail(Blame::limit, {}, "'" + pdf.name + "' has more words than can be compared (200000)", "split it");
    return;
  }
  for (const Difference& each : differences(expected, found))
    report_fault(pdf, each.page, each.message, kTextHelp, diagnostics);
}

void look_at_objects(QPDF& file, const PdfFile& pdf, const std::vector<std::string>& texts,
                     const VerifyOptions& options, Diagnostics& diagnostics) {
  check_catalog(file, pdf, diagnostics);
  FontShelf fonts;
  std::size_t number = 0;
  for (const QPDFPageObjectHelper& page : QPDFPageDocumentHelper(file).getAllPages()) {
    const PageContent content = read_content(page, fonts);
    if (number < texts.size()) check_page_text(texts[number], content, number + 1, pdf, diagnostics);
    ++number;
    if (options.print) check_print(page, content, number, pdf, diagnostics);
  }
  check_fonts(fonts, pdf, diagnostics);
  for (const QPDFExc& warning : file.getWarnings())
    report_fault(pdf, 0, "the PDF is damaged: " + warning.getMessageDetail(), "render it again", diagnostics);
}

}  // namespace

std::optional<Seen> verify_pdf(const PdfFile& pdf, const VerifyOptions& options, Diagnostics& diagnostics) {
  const std::unique_ptr<QPDF> file = open_pdf(pdf, diagnostics);
  const auto texts = file ? page_texts(pdf, diagnostics) : std::nullopt;
  if (!texts) return std::nullopt;
  std::vector<Word> words;
  for (std::size_t i = 0; i < texts->size(); ++i) add_words(words, (*texts)[i], i + 1);
  if (options.expected_text) compare_text(*options.expected_text, words, pdf, diagnostics);
  if (!guarded(pdf, diagnostics, [&] { look_at_objects(*file, pdf, *texts, options, diagnostics); }))
    return std::nullopt;
  return Seen{texts->size(), words.size()};
}

}  // namespace galley
