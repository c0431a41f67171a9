// Runs tests/cases/syntax.txt: a file with a slip -> the exact messages.
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "source/node.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

struct Case {
  std::string name, input, messages;
};

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::vector<Case> read_cases() {
  std::ifstream file(source_folder() + "/tests/cases/syntax.txt");
  std::vector<Case> cases;
  bool in_input = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      in_input = true;
    } else if (cases.empty()) {
      continue;  // the comment at the top
    } else if (line == ">>>") {
      in_input = false;
    } else {
      (in_input ? cases.back().input : cases.back().messages) += line + '\n';
    }
  }
  for (Case& each : cases) {
    replace_all(each.input, "→", "\t");
    replace_all(each.input, "∎\n", "");
  }
  return cases;
}

void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

class Syntax : public testing::TestWithParam<Case> {};

TEST_P(Syntax, SaysExactlyThis) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto file = add_checked(sources, "cv.yaml", GetParam().input, diagnostics);
  const bool read = file && parse(sources, *file, diagnostics).has_value();
  std::string messages;
  for (const Diagnostic& each : diagnostics.all()) messages += render(each, sources);
  EXPECT_EQ(messages, GetParam().messages);
  EXPECT_EQ(read, !diagnostics.has_errors());
}

std::string test_name(const testing::TestParamInfo<Case>& info) {
  std::string name = std::to_string(info.index) + '_';
  for (const char c : info.param.name) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Syntax, testing::ValuesIn(read_cases()), test_name);

TEST(SyntaxCases, AreFound) { EXPECT_GT(read_cases().size(), 100U); }

}  // namespace
}  // namespace galley
