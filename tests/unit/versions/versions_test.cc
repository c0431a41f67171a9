// Every block of tests/cases/versions.txt.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "exchange/print_cv.h"
#include "requests/inputs.h"
#include "requests/public_data.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

struct Case {
  std::string name, file, gives, says;
  std::map<std::string, std::string> beside;  ///< further files
  Request wants;
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

/// "variant=short", "set=cv.phone=1"
void add_wish(const std::string& line, Request& request) {
  const std::size_t equals = line.find('=');
  const std::string what = line.substr(0, equals), value = equals == std::string::npos ? "" : line.substr(equals + 1);
  const auto names = [&] {
    std::vector<std::string> all;
    std::istringstream parts(value);
    for (std::string part; std::getline(parts, part, ',');) all.push_back(part);
    return all;
  };
  if (what == "variant") request.version.variant = value;
  if (what == "language") request.version.language = value;
  if (what == "only") request.version.only = names();
  if (what == "without") request.version.without = names();
  if (what == "set") request.set.push_back(value);
}

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::istringstream lines(test::file_text("tests/cases/versions.txt"));
  std::string* target = nullptr;
  std::string wishes;
  const auto end_block = [&] {
    if (target && target->ends_with("\n\n")) target->pop_back();  // the empty line between blocks
    if (target && *target == "\n") target->clear();
    std::istringstream each(wishes);
    for (std::string line; std::getline(each, line);) add_wish(line, cases.back().wants);
    wishes.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      end_block();
      cases.push_back({line.substr(4), "", "", "", {}, {}});
      target = &cases.back().file;
    } else if (line.starts_with("--- file ")) {
      target = &cases.back().beside[line.substr(9)];
    } else if (line == "--- wants") {
      target = &wishes;
    } else if (line == "--- gives") {
      target = &cases.back().gives;
    } else if (line == "--- says") {
      target = &cases.back().says;
    } else if (target) {
      *target += line + "\n";
    }
  }
  end_block();
  return cases;
}

class VersionCase : public testing::TestWithParam<Case> {};

TEST_P(VersionCase, GivesThePlainCvThatTheCaseExpects) {
  auto files = GetParam().beside;
  files["cv.yaml"] = GetParam().file;
  MemoryWorkspace workspace(files);
  Shared shared(workspace);
  Request request = GetParam().wants;
  request.cv = "cv.yaml";
  const CvReading reading = read_cv_of(shared, request);
  std::string says;
  for (const Diagnostic& each : reading.heard.all()) says += render(each, reading.sources);
  EXPECT_EQ(says, GetParam().says);
  EXPECT_EQ(reading.value.has_value(), !reading.heard.has_errors());
  if (!reading.value) return;
  EXPECT_EQ(print_cv(*reading.node), GetParam().gives);
  Diagnostics unheard;
  const auto data = plain_data(*reading.node, unheard);
  ASSERT_TRUE(data);
  EXPECT_EQ(data->find("private"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Versions, VersionCase, testing::ValuesIn(read_cases()), [](const auto& each) {
  std::string name;
  for (const char letter : each.param.name) name += (std::isalnum(static_cast<unsigned char>(letter)) != 0) ? letter : '_';
  return name;
});

}  // namespace
}  // namespace galley
