// Every block of tests/cases/versions.txt.
#include <gtest/gtest.h>

#include <sstream>

#include "exchange/print_cv.h"
#include "requests/inputs.h"
#include "requests/public_data.h"
#include "tests/support/cases.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

using testing::Case;

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

/// "--- wants"
Request request_of(const Case& each) {
  Request request;
  request.cv = "cv.yaml";
  std::istringstream wishes(each.part("wants"));
  for (std::string line; std::getline(wishes, line);) add_wish(line, request);
  return request;
}

class VersionCase : public ::testing::TestWithParam<Case> {};

TEST_P(VersionCase, GivesThePlainCvThatTheCaseExpects) {
  auto files = files_of(GetParam());
  files["cv.yaml"] = GetParam().input;
  MemoryWorkspace workspace(files);
  Shared shared(workspace);
  const Request request = request_of(GetParam());
  const CvReading reading = read_cv_of(shared, request);
  std::string says;
  for (const Diagnostic& each : reading.heard.all()) says += render(each, reading.sources);
  EXPECT_EQ(says, GetParam().part("says"));
  EXPECT_EQ(reading.value.has_value(), !reading.heard.has_errors());
  if (!reading.value) return;
  EXPECT_EQ(print_cv(*reading.node), GetParam().part("gives"));
  Diagnostics unheard;
  const auto data = plain_data(*reading.node, unheard);
  ASSERT_TRUE(data);
  EXPECT_EQ(data->find("private"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Versions, VersionCase, ::testing::ValuesIn(testing::read_cases("versions.txt")), [](const auto& each) { return testing::test_name(each.param); });

}  // namespace
}  // namespace galley
