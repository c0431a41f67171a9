#include "export/pdf/attachment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string with_data(const std::string& bytes) {
  Diagnostics diagnostics;
  PdfOptions options;
  options.readable = true;
  options.standards = {true, ArchiveLevel::a, ArchivePart::three};
  options.attachment = Attachment{"cv.yaml", "application/yaml", "The data", bytes};
  return write_pdf(two_page_sample().pages, options, diagnostics).value_or("");
}

TEST(Attachment, IsTiedToTheDocumentAsItsSource) {
  EXPECT_THAT(with_data("cv: {name: Ada}\n"),
              AllOf(HasSubstr("/AFRelationship /Source"), HasSubstr("/AF ["), HasSubstr("/UF (cv.yaml)"),
                    HasSubstr("/F (cv.yaml)"), HasSubstr("/EmbeddedFiles"), HasSubstr("/Dests"),
                    HasSubstr("/Subtype /application#2Fyaml"), HasSubstr("cv: {name: Ada}\n\nendstream"),
                    HasSubstr("<pdfaid:part>3</pdfaid:part>")));
}

TEST(Attachment, HasNoDates) {
  EXPECT_THAT(with_data("cv: {}\n"), AllOf(Not(HasSubstr("Date")), HasSubstr("/Size 7")));
}

TEST(Attachment, MayBeEmptyOrAnyBytes) {
  EXPECT_THAT(with_data(""), HasSubstr("/Size 0"));
  EXPECT_THAT(with_data(std::string("\0\xFF", 2)), HasSubstr("/Size 2"));
}

}  // namespace
}  // namespace galley
