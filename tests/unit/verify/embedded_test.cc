#include "verify/embedded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/verify/plain_pdf.h"

namespace galley {
namespace {

using ::testing::HasSubstr;

/// A PDF with one attached file.
std::string with_file(const std::string& name, const std::string& entries, const std::string& bytes) {
  PlainPdf pdf;
  pdf.page("");
  pdf.catalog = "/Names<</EmbeddedFiles<</Names[(x) 100 0 R]>>>>";
  pdf.more = {{100, "<</Type/Filespec/F(" + name + ")/EF<</F 101 0 R>>>>"}, {101, PlainPdf::stream(entries, bytes)}};
  return pdf.bytes();
}

std::optional<EmbeddedFile> data_of(const std::string& bytes, std::string* message = nullptr) {
  Diagnostics diagnostics;
  auto data = embedded_data({"a.pdf", bytes}, WhenAbsent::report, diagnostics);
  if (message && !diagnostics.all().empty()) *message = diagnostics.all()[0].message;
  EXPECT_NE(data.has_value(), diagnostics.has_errors());
  return data;
}

TEST(Embedded, IsKnownByTypeOrName) {
  const auto by_type = data_of(with_file("file", "/Subtype/application#2Fyaml", "cv: {}"));
  ASSERT_TRUE(by_type);
  EXPECT_EQ(by_type->bytes, "cv: {}");
  EXPECT_EQ(by_type->name, "file");
  EXPECT_TRUE(data_of(with_file("resume.json", "", "{}")));
  EXPECT_TRUE(data_of(with_file("cv.yml", "", "cv: {}")));
}

TEST(Embedded, OtherFilesAreNoData) {
  std::string message;
  EXPECT_FALSE(data_of(with_file("photo.png", "/Subtype/image#2Fpng", "x"), &message));
  EXPECT_EQ(message, "a.pdf: there are no CV data inside");
  Diagnostics diagnostics;
  EXPECT_FALSE(embedded_data({"a.pdf", with_file("photo.png", "", "x")}, WhenAbsent::say_nothing, diagnostics));
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(Embedded, DamagedDataAreAnError) {
  std::string message;
  EXPECT_FALSE(data_of(with_file("cv.yaml", "/Filter/FlateDecode", "no deflated bytes"), &message));
  EXPECT_THAT(message, HasSubstr("damaged"));
}

/// Run lengths (ISO 32000-1, 7.4.5): two bytes become 128, as often as one likes.
TEST(Embedded, EndlessDataAreRefused) {
  std::string packed;
  for (int i = 0; i < 80000; ++i) packed += "\x81x";
  std::string message;
  EXPECT_FALSE(data_of(with_file("cv.yaml", "/Filter/RunLengthDecode", packed + "\x80"), &message));
  EXPECT_EQ(message, "a.pdf: the data inside are larger than 8 MB");
}

TEST(Embedded, WhatCannotBeReadIsSaidOnce) {
  for (const std::string bytes : {"", "cv:\n", "%PDF-1.7\n"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(embedded_data({"a.pdf", bytes}, WhenAbsent::report, diagnostics));
    EXPECT_EQ(diagnostics.all().size(), 1U) << bytes;
  }
}

}  // namespace
}  // namespace galley
