// Every block of tests/cases/exchange.txt and bibliographies.txt.
#include "exchange/import.h"

#include <gtest/gtest.h>

#include "exchange/print_cv.h"
#include "tests/support/cases.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

using testing::Case;

class ExchangeCase : public ::testing::TestWithParam<Case> {};

TEST_P(ExchangeCase, IsReadAsTheCaseSays) {
  test::Reading reading;
  auto node = reading.node(GetParam().input);
  ASSERT_TRUE(node) << reading.messages();
  MemoryWorkspace files(files_of(GetParam()));
  const Node ours = import_cv(std::move(*node), "cv.yaml", files, reading.sources, reading.diagnostics);
  EXPECT_EQ(print_cv(ours), GetParam().part("gives"));
  EXPECT_EQ(reading.messages(), GetParam().part("says"));
}

TEST_P(ExchangeCase, GivesAFileThatIsReadWithoutComplaint) {
  if (GetParam().part("says").find("error: ") != std::string::npos) return;
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, GetParam().part("gives"));
  EXPECT_TRUE(cv);
  EXPECT_EQ(reading.messages(), "");
  const auto again = reading.node(GetParam().part("gives"));
  ASSERT_TRUE(again);
  EXPECT_EQ(print_cv(*again), GetParam().part("gives"));
}

INSTANTIATE_TEST_SUITE_P(Files, ExchangeCase, ::testing::ValuesIn(testing::read_cases("exchange.txt")), [](const auto& each) { return testing::test_name(each.param); });
INSTANTIATE_TEST_SUITE_P(Bibliographies, ExchangeCase, ::testing::ValuesIn(testing::read_cases("bibliographies.txt")), [](const auto& each) { return testing::test_name(each.param); });

}  // namespace
}  // namespace galley
