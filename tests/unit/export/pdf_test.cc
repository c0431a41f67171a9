#include "export/pdf/pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/text/text.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string pdf_of(const Pages& pages, PdfOptions options = {}) {
  Diagnostics diagnostics;
  const std::optional<std::string> bytes = write_pdf(pages, options, diagnostics);
  for (const Diagnostic& each : diagnostics.all()) ADD_FAILURE() << each.message;
  return bytes.value_or("");
}


TEST(Pdf, PassesTheSyntaxCheck) {
  const Pages pages = two_page_sample().pages;
  for (const bool is_readable : {false, true}) {
    const std::string pdf = pdf_of(pages, {.readable = is_readable});
    EXPECT_THAT(run_on(pdf, "qpdf --check @"), HasSubstr("No syntax or stream encoding errors found"));
    keep_for_conformance(is_readable ? "two-pages-readable" : "two-pages", pdf, write_text(pages));
  }
}

TEST(Pdf, LongSampleIsSmall) {
  const Pages pages = long_sample().pages;
  const std::string pdf = pdf_of(pages);
  keep_for_conformance("long", pdf, write_text(pages));
  EXPECT_LT(pdf.size(), 60U * 1024);
}

TEST(Pdf, SamePagesGiveSameBytes) {
  EXPECT_EQ(pdf_of(two_page_sample().pages), pdf_of(two_page_sample().pages));
}

}  // namespace
}  // namespace galley
