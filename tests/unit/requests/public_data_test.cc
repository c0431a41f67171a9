#include "requests/public_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The public part; "refused" if it cannot be had.
std::string shared(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto data = public_data(bytes, diagnostics);
  EXPECT_EQ(data.has_value(), diagnostics.all().empty());
  return data.value_or("refused");
}

TEST(PublicData, AreTheWholeFileWhereNothingIsPrivate) {
  for (const std::string bytes : {"cv:\r\n  name: ada # private:\r\n", "\xEF\xBB\xBF" "cv: {name: ada}", "{\"cv\": {\"name\": \"ada\"}}"})
    EXPECT_EQ(shared(bytes), bytes);
}

TEST(PublicData, LeaveOutTheBlockWithItsComments) {
  EXPECT_EQ(shared("cv:\n"
                   "  name: ada  # kept\n"
                   "  private:   # home\n"
                   "    phone: 1\n"
                   "    # old: 2\n"
                   "    address: |\n"
                   "      first\n"
                   "\n"
                   "      second\n"
                   "  # older: 3\n"
                   "\n"
                   "  email: a@b.org\n"),
            "cv:\n  name: ada  # kept\n  email: a@b.org\n");
  EXPECT_EQ(shared("cv:\n  name: ada\n  private: {phone: 1,\n    address: 2}\n"), "cv:\n  name: ada\n");
  EXPECT_EQ(shared("cv:\n  private:\n    phone: 1\n  name: ada"), "cv:\n  name: ada");
  EXPECT_EQ(shared("cv:\n  name: ada\n  private:\n    phone: 1\ndesign: {}\n"), "cv:\n  name: ada\ndesign: {}\n");
}

TEST(PublicData, OfJsonAreLaidOutAnew) {
  EXPECT_EQ(shared("{\"cv\": {\"private\": {\"phone\": \"1\"}, \"name\": \"ada\"}}"), "{\n  \"cv\": {\n    \"name\": \"ada\"\n  }\n}\n");
}

TEST(PublicData, AreRefusedWhereTheyCannotBeTold) {
  EXPECT_EQ(shared("cv: {name: ada, private: {phone: 1}}\n"), "refused");
  EXPECT_EQ(shared("cv:\n  name: ada\n  private:\n    phone: &p 1\n  headline: *p\n"), "refused") << "then it is not private";
}

constexpr const char* kCv =
    "cv:\n  name: ada\n  email: a@b.org\n  private:\n    phone: \"5550199\"\n  subject: engines\n  keywords: [gears, cards]\n"
    "  updated: 2026-11-24\n  sections:\n    work: [a text]\n";

Outcome rendered(Request request) {
  MemoryWorkspace files{{"cv.yaml", kCv}, {"my.yaml", "extends: base\nstyles:\n  body: {family: Square}\n  label: {case: as-is}\n"}};
  testing::add_test_fonts(files);
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.readable = true;
  return Engine(files).render(request);
}

TEST(PrivateFields, ReachNothingThatDidNotAskForThem) {
  for (const Format format : {Format::pdf, Format::text, Format::svg})
    for (const bool embed : {false, true}) {
      if (embed && format != Format::pdf) continue;
      const Outcome outcome = rendered({.formats = {format}, .embed = embed});
      ASSERT_EQ(outcome.status, Status::good);
      EXPECT_THAT(outcome.bytes, Not(HasSubstr("5550199")));
    }
  EXPECT_THAT(rendered({.formats = {Format::text}, .with_private = true}).bytes, HasSubstr("5550199"));
  EXPECT_THAT(rendered({.embed = true, .with_private = true}).bytes, Not(HasSubstr("5550199"))) << "set, but not embedded";
}

TEST(Metadata, ComesFromTheData) {
  const std::string pdf = rendered({}).bytes;
  EXPECT_THAT(pdf, HasSubstr("/Subject (engines)"));
  EXPECT_THAT(pdf, HasSubstr("/Keywords (gears, cards)"));
  EXPECT_THAT(pdf, HasSubstr("<pdf:Keywords>gears, cards</pdf:Keywords>"));
  EXPECT_THAT(pdf, HasSubstr("/CreationDate (D:20261124000000Z)"));
  EXPECT_THAT(pdf, HasSubstr("<xmp:ModifyDate>2026-11-24T00:00:00Z</xmp:ModifyDate>"));
}

TEST(Metadata, TakesTheDateOfTheRequestFirst) {
  const std::string pdf = rendered({.date = 1'000'000'000}).bytes;
  EXPECT_THAT(pdf, HasSubstr("/ModDate (D:20010909014640Z)"));
  EXPECT_THAT(pdf, HasSubstr("<xmp:CreateDate>2001-09-09T01:46:40Z</xmp:CreateDate>"));
}

}  // namespace
}  // namespace galley
