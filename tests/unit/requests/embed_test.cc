#include "requests/embed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kCv = "cv:\n  name: ada\n  sections:\n    work: [a text]\n";

/// Files with a layout in the tests' own type, so that no font has to be installed.
MemoryWorkspace& with_layout(MemoryWorkspace& files) {
  files.files["my.yaml"] = "extends: base\nstyles:\n  body: {family: Square}\n  label: {case: as-is}\n";
  testing::add_test_fonts(files);
  return files;
}

Outcome rendered(const std::string& cv, const std::string& name = "cv.yaml") {
  MemoryWorkspace files{{name, cv}};
  Request request;
  request.cv = name;
  request.layout = "my.yaml";
  request.embed = true;
  return Engine(with_layout(files)).render(request);
}

std::string first_message(const Outcome& outcome) { return outcome.messages.empty() ? "" : printed(outcome.messages[0]); }

class EmbedForms : public ::testing::TestWithParam<std::string> {};

TEST_P(EmbedForms, ComeBackByteForByte) {
  const Outcome made = rendered(GetParam());
  ASSERT_EQ(made.status, Status::good) << first_message(made);
  MemoryWorkspace files{{"cv.pdf", made.bytes}};
  const Outcome back = Engine(files).extract("cv.pdf", "back");
  EXPECT_EQ(back.status, Status::good) << first_message(back);
  EXPECT_EQ(back.bytes, GetParam());
  EXPECT_EQ(files.files["back"], GetParam());
}

INSTANTIATE_TEST_SUITE_P(OfFiles, EmbedForms,
                         ::testing::Values(kCv, std::string("\xEF\xBB\xBF") + kCv,  // a byte order mark
                                           "cv:\r\n  name: ada # Zoë\r\n  sections:\r\n    work: [one]\r\n",
                                           "cv: {name: ada, sections: {w: [one]}}  # no line end",
                                           "{\"cv\": {\"name\": \"ada\", \"sections\": {\"work\": [\"one\"]}}}"));

TEST(Embed, NamesTheFileByItsFormWhateverItWasCalled) {
  const std::string layout = "/home/ada/secret/mine.yaml";
  const Attachment yaml = attachment_of(kCv, layout), json = attachment_of("\n {\"cv\": {}}", layout);
  EXPECT_EQ(yaml.name, "cv.yaml");
  EXPECT_EQ(yaml.mime_type, "application/yaml");
  EXPECT_EQ(json.name, "cv.json");
  EXPECT_EQ(json.mime_type, "application/json");
  EXPECT_EQ(layout_in(yaml.description), "mine.yaml");
  EXPECT_EQ(layout_in("anything"), "");
  EXPECT_EQ(rendered(kCv, "a.yaml").bytes, rendered(kCv, "b.yaml").bytes);
}

TEST(Embed, NeedsPdfA3) {
  Request request;
  request.embed = true;
  Diagnostics diagnostics;
  EXPECT_EQ(standards_of(request, diagnostics), (Standards{true, ArchiveLevel::a, ArchivePart::three}));
  for (const char* good : {"none", "ua1", "a3a", "a3u", "ua1,a3b"}) {
    request.standards = standards_from(good).value;
    EXPECT_TRUE(standards_of(request, diagnostics)) << good;
  }
  EXPECT_TRUE(diagnostics.all().empty());
  request.standards = standards_from("ua1,a2u").value;
  EXPECT_FALSE(standards_of(request, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].blame, Blame::usage);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("PDF/A-2u does not allow attached data"));
  EXPECT_THAT(diagnostics.all()[0].help, HasSubstr("write a3u for a2u"));
}

TEST(Embed, NeedsAPdf) {
  Request request;
  request.formats = {Format::text, Format::png};
  Diagnostics diagnostics;
  EXPECT_TRUE(standards_of(request, diagnostics));
  request.embed = true;
  EXPECT_FALSE(standards_of(request, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "only a PDF can carry data");
  request.formats.push_back(Format::pdf);
  EXPECT_TRUE(standards_of(request, diagnostics));
}

TEST(Embed, IsNotAskedForByDefault) {
  MemoryWorkspace files{{"cv.yaml", kCv}};
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.readable = true;
  EXPECT_THAT(Engine(with_layout(files)).render(request).bytes,
              AllOf(HasSubstr("pdfaid:part>2"), Not(HasSubstr("EmbeddedFile"))));
}

TEST(VerifyRequest, ComparesWithTheDataInside) {
  MemoryWorkspace files{{"cv.pdf", rendered(kCv).bytes}};
  const Outcome seen = Engine(with_layout(files)).verify(Verification{"cv.pdf", {}, "my.yaml", {}, false});
  EXPECT_EQ(seen.status, Status::good) << first_message(seen);
  EXPECT_EQ(seen.bytes, "cv.pdf: 1 page, 4 words, all as in cv.pdf:cv.yaml\n");
}

TEST(VerifyRequest, AsksForALayoutThatItDoesNotHave) {
  MemoryWorkspace files{{"cv.pdf", rendered(kCv).bytes}};
  const Outcome unknown = Engine(with_layout(files)).verify(Verification{"cv.pdf", {}, {}, {}, false});
  EXPECT_EQ(unknown.status, Status::good);
  EXPECT_THAT(first_message(unknown), HasSubstr("set in the layout 'my.yaml', so the words are not compared"));
}

TEST(VerifyRequest, NamesWhatOtherDataSay) {
  MemoryWorkspace files{{"cv.pdf", rendered(kCv).bytes},
                        {"other.yaml", "cv:\n  name: ada\n  sections:\n    work: [a text, and more]\n"}};
  const Outcome seen = Engine(with_layout(files)).verify(Verification{"cv.pdf", "other.yaml", "my.yaml", {}, false});
  EXPECT_EQ(seen.status, Status::files);
  EXPECT_THAT(first_message(seen), HasSubstr("cv.pdf, page 1: lost: 'and more' after 'work a text'"));
}

TEST(RenderAndVerify, WritesOnlyWhatComesOut) {
  MemoryWorkspace files{{"cv.yaml", "cv:\n  name: ada \u0378\n  sections: {work: [one]}\n"}, {"cv.pdf", "old"}};
  with_layout(files);
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.output = "cv.pdf";
  request.standards = standards_from("none").value;
  request.verify = true;
  EXPECT_EQ(Engine(files).render(request).status, Status::files);
  EXPECT_EQ(files.files["cv.pdf"], "old");
  request.verify = false;
  EXPECT_EQ(Engine(files).render(request).status, Status::good);
  EXPECT_NE(files.files["cv.pdf"], "old");
}

}  // namespace
}  // namespace galley
