// Every block of tests/cases/lint.txt, and what checking several files comes to.
#include <gtest/gtest.h>

#include <algorithm>

#include "galley/galley.h"
#include "lint/lint.h"
#include "tests/support/cases.h"
#include "tests/support/growth.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

std::string text_of(const Outcome& outcome) {
  std::string all;
  for (const Message& each : outcome.messages) all += printed(each);
  return all;
}

class LintCase : public ::testing::TestWithParam<testing::Case> {};

TEST_P(LintCase, SaysWhatTheCaseExpects) {
  MemoryWorkspace files{{"cv.yaml", GetParam().input}};
  EXPECT_EQ(text_of(Engine(files).check({.cvs = {"cv.yaml"}, .each = {}})), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Lint, LintCase, ::testing::ValuesIn(testing::read_cases("lint.txt")), [](const auto& each) { return testing::test_name(each.param); });

TEST(Check, EveryRuleHasANameOfItsOwnAndACase) {
  std::vector<std::string_view> names;
  const std::string cases = test::file_text("tests/cases/lint.txt");
  for (const LintRule& rule : lint_rules()) {
    EXPECT_EQ(std::find(names.begin(), names.end(), rule.name), names.end()) << rule.name;
    names.push_back(rule.name);
    const bool has_a_test_of_its_own = rule.name == "not-shown";
    EXPECT_TRUE(has_a_test_of_its_own || cases.find("[" + std::string(rule.name) + "]") != std::string::npos) << rule.name;
  }
}

TEST(Check, NamesWhatTheLayoutDoesNotShowOnce) {
  MemoryWorkspace files{{"cv.yaml", "cv:\n  name: Ada\n  subject: Engines\n  sections:\n    Work: [{position: A, summary: B}, {position: C, summary: D}]\n"},
                        {"mine.yaml", "extends: classic\nentries: {experience: {lines: [{line: \"{position}\"}]}}\n"}};
  const Outcome outcome = Engine(files).check({.cvs = {"cv.yaml"}, .each = {.layout = "mine.yaml"}});
  const std::string text = text_of(outcome);
  const std::size_t first = text.find("does not show 'summary' of 'experience' [not-shown]");
  ASSERT_NE(first, std::string::npos) << text;
  EXPECT_EQ(text.find("'summary'", first + 20), std::string::npos);
}

TEST(Check, StrictMakesWarningsCountAndTheFirstFaultDecides) {
  MemoryWorkspace files{{"good.yaml", "cv: {name: Ada, sections: {Work: [A]}}\n"}, {"odd.yaml", "cv: {name: Ada, sections: {Work: [The the end]}}\n"}};
  EXPECT_EQ(Engine(files).check({.cvs = {"good.yaml", "odd.yaml"}, .each = {}}).status, Status::good);
  const Outcome strict = Engine(files).check({.cvs = {"good.yaml", "odd.yaml"}, .each = {}, .strict = true});
  EXPECT_EQ(strict.status, Status::files);
  EXPECT_EQ(strict.bytes, "good.yaml: no fault found\nodd.yaml: 0 errors, 1 warning\n");
  EXPECT_EQ(Engine(files).check({.cvs = {"gone.yaml", "odd.yaml"}, .each = {}}).status, Status::machine);
}

TEST(Check, TakesTimeInProportionToThePublications) {
  const auto checking = [](int count) {
    std::string cv = "cv:\n  name: Ada Lovelace\n  sections:\n    Papers:\n      group: year\n      numbers: backward\n      entries:\n";
    for (int i = 0; i < count; ++i)
      cv += "        - {title: Notes " + std::to_string(i) + ", authors: \"Ada Lovelace*, L. Menabrea\", venue: Memoirs, year: " + std::to_string(1900 + i % 120) + "}\n";
    return [cv] {
      MemoryWorkspace files{{"cv.yaml", cv}};
      EXPECT_EQ(Engine(files).check({.cvs = {"cv.yaml"}, .each = {}}).status, Status::good);
    };
  };
  EXPECT_LT(test::growth(checking(100), checking(1000)), test::kMostGrowth);
}

}  // namespace
}  // namespace galley
