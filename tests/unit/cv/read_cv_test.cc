// Every block of tests/cases/cv.txt, against the reader and against the schema.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/cv/reading_support.h"
#include "tests/unit/cv/schema_check.h"
#include "versions/versions.h"

namespace galley {
namespace {

struct Case {
  std::string name, file, messages;
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::istringstream lines(test::file_text("tests/cases/cv.txt"));
  std::string* target = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), "", ""});
      target = &cases.back().file;
    } else if (line == "---") {
      target = &cases.back().messages;
    } else if (target) {
      *target += line + "\n";
    }
  }
  for (Case& each : cases) each.messages.pop_back();  // the empty line between blocks
  return cases;
}

class CvCase : public testing::TestWithParam<Case> {};

TEST_P(CvCase, SaysWhatTheCaseExpects) {
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, GetParam().file);
  EXPECT_EQ(reading.messages(), GetParam().messages);
  EXPECT_EQ(cv.has_value(), !reading.diagnostics.has_errors());
}

class CvCaseOfSchema : public CvCase {};

TEST_P(CvCaseOfSchema, SchemaAgreesWithTheReader) {
  test::Reading reading;
  const auto schema = reading.node(test::file_text("data/schema/cv.schema.json"), "cv.schema.json");
  ASSERT_TRUE(schema) << reading.messages();
  const auto node = reading.node(GetParam().file);
  ASSERT_TRUE(node) << reading.messages();
  const bool fits = test::SchemaCheck(*schema).fits(*node);
  const auto plain = choose_version(*node, {}, {}, reading.diagnostics);
  ASSERT_TRUE(plain) << reading.messages();
  const bool is_read = read_cv(plain->root, test::built_in_kinds(), reading.diagnostics).has_value();
  EXPECT_EQ(fits, is_read && !reading.diagnostics.has_errors());
}

std::vector<Case> cases_of_schema() {
  std::vector<Case> cases = read_cases();
  std::erase_if(cases, [](const Case& each) { return each.name.ends_with("(reader only)"); });
  return cases;
}

std::string test_name(const testing::TestParamInfo<Case>& each) {
  std::string name;
  for (const char letter : each.param.name)
    if (isalnum(static_cast<unsigned char>(letter))) name += letter;
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, CvCase, testing::ValuesIn(read_cases()), test_name);
INSTANTIATE_TEST_SUITE_P(Files, CvCaseOfSchema, testing::ValuesIn(cases_of_schema()), test_name);

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
