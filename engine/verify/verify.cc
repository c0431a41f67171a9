#include "verify/verify.h"

#include <algorithm>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <vector>

#include "verify/align.h"
#include "verify/compare.h"
#include "verify/data_check.h"
#include "verify/file_checks.h"
#include "verify/open.h"
#include "verify/page_text.h"
#include "verify/print_checks.h"
#include "verify/right_to_left.h"
#include "verify/words.h"

namespace galley {
namespace proof {
namespace {

/// Both sides are held against each other as a whole; a CV has a few thousand words.
constexpr std::size_t kMostWords = 200000;

/// What can be done about words that do not come out: the same for each kind.
constexpr const char* kTextHelp =
    "the PDF may be made from other data or with another layout; if it is not, please report this";

class Verifier {
 public:
  Verifier(QPDF& file, const PdfFile& pdf, const VerifyOptions& options, Diagnostics& diagnostics)
      : file_(file), pdf_(pdf), options_(options), diagnostics_(diagnostics) {}

  /// `texts` as poppler has them, by page. Throws what libqpdf throws.
  Seen look(const std::vector<std::string>& texts) {
    static_cast<void>(file_.getAllObjects());  // each is read, so that none is damaged without a warning below
    std::vector<PageContent> contents;
    FontShelf fonts;
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(file_).getAllPages();
    for (const QPDFPageObjectHelper& page : pages) contents.push_back(read_content(page, fonts));
    contents.resize(std::max(contents.size(), texts.size()));  // poppler may count otherwise in a damaged file
    const std::vector<PageText> found = found_text(texts, contents);
    compare_text(found);
    if (options_.expected_data && !diagnostics_.has_errors()) compare_data(found);
    check_catalog(file_, pdf_, diagnostics_);
    for (const PageText& text : found) check_page_text(text, contents[text.page - 1], pdf_, diagnostics_);
    for (std::size_t i = 0; options_.print && i < pages.size(); ++i)
      check_print(pages[i], contents[i], i + 1, pdf_, diagnostics_);
    check_fonts(fonts, pdf_, diagnostics_);
    for (const QPDFExc& warning : file_.getWarnings())
      report_fault(pdf_, 0, "the PDF is cut off or damaged: " + warning.getMessageDetail(), "render it again",
                   diagnostics_);
    return seen_;
  }

 private:
  std::vector<PageText> found_text(const std::vector<std::string>& texts, const std::vector<PageContent>& contents) {
    std::vector<PageText> found;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      std::vector<Word> words = words_of(texts[i], i + 1);
      seen_.words += words.size();
      Alignment aligned = align(std::move(words), contents[i]);
      found.push_back({i + 1, in_reading_order(aligned.words), std::move(aligned.gaps)});
    }
    seen_.pages = texts.size();
    return found;
  }

  void compare_text(const std::vector<PageText>& pages) {
    if (!options_.expected_text) return;
    std::vector<Word> found;
    for (const PageText& page : pages) found.insert(found.end(), page.words.begin(), page.words.end());
    const std::vector<Word> expected = whole_words(words_of(*options_.expected_text, 0));
    if (std::max(expected.size(), found.size()) > kMostWords) {
      diagnostics_.fail(Blame::limit, {}, "'" + pdf_.name + "' has more words than can be compared (200000)",
                        "split it");
      return;
    }
    for (const Difference& each : differences(expected, whole_words(found)))
      report_fault(pdf_, each.page, each.message, kTextHelp, diagnostics_);
  }

  void compare_data(const std::vector<PageText>& pages) {
    std::vector<Word> found;
    for (const PageText& page : pages) found.insert(found.end(), page.words.begin(), page.words.end());
    for (const DataFault& each : faults_against(*options_.expected_data, found))
      report_fault(pdf_, each.page, each.message, kTextHelp, diagnostics_);
  }

  QPDF& file_;
  const PdfFile& pdf_;
  const VerifyOptions& options_;
  Diagnostics& diagnostics_;
  Seen seen_;
};

}  // namespace
}  // namespace proof

std::optional<Seen> verify_pdf(const PdfFile& pdf, const VerifyOptions& options, Diagnostics& diagnostics) {
  const std::unique_ptr<QPDF> file = proof::open_pdf(pdf, diagnostics);
  const auto texts = file ? proof::page_texts(pdf, diagnostics) : std::nullopt;
  if (!texts) return std::nullopt;
  Seen seen;
  const bool looked =
      proof::guarded(pdf, diagnostics, [&] { seen = proof::Verifier(*file, pdf, options, diagnostics).look(*texts); });
  return looked ? std::optional(seen) : std::nullopt;
}

}  // namespace galley
