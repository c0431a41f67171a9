// Every block of tests/cases/exchange.txt and bibliographies.txt.
#include "exchange/import.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "exchange/print_cv.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

struct Case {
  std::string name, file, gives, says;
  std::map<std::string, std::string> beside;  ///< further files
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

std::vector<Case> read_cases(const std::string& file) {
  std::vector<Case> cases;
  std::istringstream lines(test::file_text("tests/cases/" + file));
  std::string* target = nullptr;
  const auto end_block = [&] {
    if (target && target->ends_with("\n\n")) target->pop_back();  // the empty line between blocks
    if (target && *target == "\n") target->clear();
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      end_block();
      cases.push_back({line.substr(4), "", "", "", {}});
      target = &cases.back().file;
    } else if (line.starts_with("--- file ")) {
      target = &cases.back().beside[line.substr(9)];
    } else if (line == "--- gives") {
      target = &cases.back().gives;
    } else if (line == "--- says") {
      target = &cases.back().says;
    } else if (target) {
      *target += line + "\n";
    }
  }
  return cases;
}

class ExchangeCase : public testing::TestWithParam<Case> {};

TEST_P(ExchangeCase, IsReadAsTheCaseSays) {
  test::Reading reading;
  auto node = reading.node(GetParam().file);
  ASSERT_TRUE(node) << reading.messages();
  MemoryWorkspace files(GetParam().beside);
  const Node ours = import_cv(std::move(*node), "cv.yaml", files, reading.sources, reading.diagnostics);
  EXPECT_EQ(print_cv(ours), GetParam().gives);
  EXPECT_EQ(reading.messages(), GetParam().says);
}

TEST_P(ExchangeCase, GivesAFileThatIsReadWithoutComplaint) {
  if (GetParam().says.find("error: ") != std::string::npos) return;
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, GetParam().gives);
  EXPECT_TRUE(cv);
  EXPECT_EQ(reading.messages(), "");
  const auto again = reading.node(GetParam().gives);
  ASSERT_TRUE(again);
  EXPECT_EQ(print_cv(*again), GetParam().gives);
}

std::string test_name(const testing::TestParamInfo<Case>& each) {
  std::string name;
  for (const char letter : each.param.name)
    if (isalnum(static_cast<unsigned char>(letter))) name += letter;
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, ExchangeCase, testing::ValuesIn(read_cases("exchange.txt")), test_name);
INSTANTIATE_TEST_SUITE_P(Bibliographies, ExchangeCase, testing::ValuesIn(read_cases("bibliographies.txt")), test_name);

}  // namespace
}  // namespace galley
