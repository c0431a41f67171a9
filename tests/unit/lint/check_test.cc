// Every block of tests/cases/lint.txt, and what checking several files comes to.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "galley/galley.h"
#include "lint/lint.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

struct Case {
  std::string name, file, messages;
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::istringstream lines(test::file_text("tests/cases/lint.txt"));
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
  for (Case& each : cases)
    if (each.messages.ends_with("\n\n") || each.messages == "\n") each.messages.pop_back();  // the empty line between blocks
  return cases;
}

std::string text_of(const Outcome& outcome) {
  std::string all;
  for (const Message& each : outcome.messages) all += printed(each);
  return all;
}

class LintCase : public testing::TestWithParam<Case> {};

TEST_P(LintCase, SaysWhatTheCaseExpects) {
  MemoryWorkspace files{{"cv.yaml", GetParam().file}};
  EXPECT_EQ(text_of(Engine(files).check({.cvs = {"cv.yaml"}, .each = {}})), GetParam().messages);
}

INSTANTIATE_TEST_SUITE_P(Lint, LintCase, testing::ValuesIn(read_cases()), [](const auto& each) {
  std::string name;
  for (const char letter : each.param.name) name += (std::isalnum(static_cast<unsigned char>(letter)) != 0) ? letter : '_';
  return name;
});

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

}  // namespace
}  // namespace galley
