#include "cv/language.h"

#include <gtest/gtest.h>

#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

class ShippedLanguage : public testing::TestWithParam<std::string> {};

TEST_P(ShippedLanguage, IsReadAndSaysWhatEnglishSays) {
  test::Reading reading;
  const auto english = read_language(*reading.node(test::file_text("data/languages/en.yaml")), reading.diagnostics);
  const std::string text = test::file_text("data/languages/" + GetParam() + ".yaml");
  EXPECT_LT(text.size(), 4096U) << "it is parsed in every run";
  const auto language = read_language(*reading.node(text), reading.diagnostics);
  ASSERT_TRUE(language) << reading.messages();
  EXPECT_EQ(language->tag, GetParam());
  for (const auto& [name, phrase] : english->phrases) {
    EXPECT_TRUE(language->phrase(name)) << name;
    EXPECT_FALSE(phrase.other.empty());
  }
  EXPECT_EQ(language->phrases.size(), english->phrases.size());
}

INSTANTIATE_TEST_SUITE_P(All, ShippedLanguage, testing::Values("en", "de", "fr", "es"),
                         [](const auto& each_case) { return each_case.param; });

TEST(Language, EnglishIsTheReferences) {
  test::Reading reading;
  const auto english = read_language(*reading.node(test::file_text("data/languages/en.yaml")), reading.diagnostics);
  ASSERT_TRUE(english);
  EXPECT_EQ(english->months_short[8], "Sep");
  EXPECT_EQ(english->months[4], "May");
  EXPECT_EQ(english->seasons[2], "Fall");
  EXPECT_EQ(english->present, "present");
  EXPECT_EQ(english->phrase("mentors")->one, "Mentor");
  EXPECT_EQ(english->phrase("mentors")->other, "Mentors");
  EXPECT_EQ(english->phrase("and")->one, "and");
  EXPECT_EQ(english->phrase("nothing"), nullptr);
}

TEST(Language, MaySayOfDatesOnlyWhatDiffers) {
  test::Reading reading;
  const auto german = read_language(*reading.node(test::file_text("data/languages/de.yaml")), reading.diagnostics);
  ASSERT_TRUE(german) << reading.messages();
  EXPECT_EQ(german->dates.day, "{day}. {mon} {year}");
  EXPECT_EQ(german->dates.month, "") << "as the layout says";
}

TEST(Language, MistakesAreReportedTogether) {
  test::Reading reading;
  const auto root = reading.node(R"(months: [January]
months-short: January
season: []
phrases: {advisor: {one: Advisor, many: Advisors}, and: [x]}
)");
  EXPECT_FALSE(read_language(*root, reading.diagnostics));
  std::string said;
  for (const Diagnostic& each : reading.diagnostics.all()) said += each.message + "\n";
  EXPECT_EQ(said, R"(unknown key 'season' in a language
this language has no 'language'
'months' must have 12 names, not 1
'months-short' must be a list, not a text
this language has no 'seasons'
this language has no 'present'
unknown key 'many' in phrase 'advisor'
this language has no 'other'
'and' must be a text, not a list
)");
}

}  // namespace
}  // namespace galley
