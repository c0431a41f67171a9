// Every block of tests/cases/cv.txt, against the reader and against the schema.
#include <gtest/gtest.h>

#include "tests/support/cases.h"
#include "tests/unit/cv/reading_support.h"
#include "tests/unit/cv/schema_check.h"
#include "versions/versions.h"

namespace galley {
namespace {

using testing::Case;

class CvCase : public ::testing::TestWithParam<Case> {};

TEST_P(CvCase, SaysWhatTheCaseExpects) {
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, GetParam().input);
  EXPECT_EQ(reading.messages(), GetParam().expected);
  EXPECT_EQ(cv.has_value(), !reading.diagnostics.has_errors());
}

class CvCaseOfSchema : public CvCase {};

TEST_P(CvCaseOfSchema, SchemaAgreesWithTheReader) {
  test::Reading reading;
  const auto schema = reading.node(test::file_text("data/schema/cv.schema.json"), "cv.schema.json");
  ASSERT_TRUE(schema) << reading.messages();
  const auto node = reading.node(GetParam().input);
  ASSERT_TRUE(node) << reading.messages();
  const bool fits = test::SchemaCheck(*schema).fits(*node);
  const auto plain = choose_version(*node, {}, {}, reading.diagnostics);
  ASSERT_TRUE(plain) << reading.messages();
  const bool is_read = read_cv(plain->root, test::built_in_kinds(), reading.diagnostics).has_value();
  EXPECT_EQ(fits, is_read && !reading.diagnostics.has_errors());
}

std::vector<Case> cases_of_schema() {
  std::vector<Case> cases = testing::read_cases("cv.txt");
  std::erase_if(cases, [](const Case& each) { return each.name.ends_with("(reader only)"); });
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Files, CvCase, ::testing::ValuesIn(testing::read_cases("cv.txt")), [](const auto& each) { return testing::test_name(each.param); });
INSTANTIATE_TEST_SUITE_P(Files, CvCaseOfSchema, ::testing::ValuesIn(cases_of_schema()), [](const auto& each) { return testing::test_name(each.param); });

TEST(ReadCv, DefaultsToEnglishAndKeepsTheLanguageGiven) {
  test::Reading reading;
  EXPECT_EQ(test::read_cv_text(reading, "cv: {name: Ada, sections: {A: b}}")->language, "en");
  EXPECT_EQ(test::read_cv_text(reading, "cv: {name: Ada, language: pt-BR, sections: {A: b}}")->language, "pt-BR");
}

TEST(ReadCv, ABareTextIsTheShortFormOfTheSectionsKind) {
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, R"(cv:
  name: Ada
  sections:
    Bullets: {kind: bullet, entries: [first]}
    Talks: {kind: talk, entries: [second]}
)");
  ASSERT_TRUE(cv) << reading.messages();
  EXPECT_EQ(std::get<Entry>(cv->sections[0].items[0]).kind, "bullet");
  EXPECT_EQ(std::get<Entry>(cv->sections[1].items[0]).kind, "text");
}

TEST(ReadCv, TheOwnerIsFoundWhereverTheNameStandsInTheFile) {
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, R"(cv:
  sections:
    Papers: [{title: Notes, authors: "A. Lovelace, Ada LOVELACE* and C. Babbage"}]
  name: Ada Lovelace
  aliases: A. Lovelace
)");
  ASSERT_TRUE(cv) << reading.messages();
  const auto& people = std::get<People>(std::get<Entry>(cv->sections[0].items[0]).find("authors")->value);
  ASSERT_EQ(people.size(), 3U);
  EXPECT_TRUE(people[0].is_owner);
  EXPECT_TRUE(people[1].is_owner);
  EXPECT_FALSE(people[2].is_owner);
}

TEST(ReadCv, FieldsKeepTheOrderOfTheFileAndOneName) {
  test::Reading reading;
  const auto cv = test::read_cv_text(
      reading, "cv: {name: Ada, sections: {P: [{year: 1843, journal: Memoirs, authors: B, title: Notes}]}}");
  ASSERT_TRUE(cv) << reading.messages();
  std::string names;
  for (const Field& field : std::get<Entry>(cv->sections[0].items[0]).fields) names += field.name + " ";
  EXPECT_EQ(names, "dates venue authors title ");
}

TEST(ReadCv, TextsKeepWhatIsWritten) {
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, "cv: {name: Ada, phone: 08, email: no, sections: {A: 4.00 / 4.00}}");
  ASSERT_TRUE(cv) << reading.messages();
  EXPECT_EQ(plain_text(std::get<RichText>(cv->person.find("phone")->value)), "08");
  EXPECT_EQ(plain_text(std::get<RichText>(cv->person.find("email")->value)), "no");
  EXPECT_EQ(plain_text(std::get<RichText>(std::get<Entry>(cv->sections[0].items[0]).find("text")->value)),
            "4.00 / 4.00");
}

TEST(ReadCv, ExamplesAreReadWithoutComplaint) {
  for (const std::string path : {"examples/nurse.yaml"}) {
    test::Reading reading;
    const auto cv = test::read_cv_text(reading, test::file_text(path));
    ASSERT_TRUE(cv) << reading.messages();
    EXPECT_EQ(reading.messages(), "");
    EXPECT_EQ(cv->sections.size(), 6U);
  }
}

}  // namespace
}  // namespace galley
