#include "layout/print_template.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

class PrintTemplate : public testing::TestWithParam<const char*> {};

TEST_P(PrintTemplate, GivesTheNotationBack) {
  Diagnostics diagnostics;
  const auto parsed = parse_template(GetParam(), {}, diagnostics);
  ASSERT_TRUE(parsed) << diagnostics.all().front().message;
  EXPECT_EQ(print_template(*parsed), GetParam());
}

INSTANTIATE_TEST_SUITE_P(, PrintTemplate,
                         testing::Values("", "plain", "{field}", "{field:a:b -> url}", "{phrase.advisor}: {advisor}",
                                         "[ {venue:venue}[, {dates}].][{!venue} {dates}.]", "[.{?institution}]",
                                         "[{type}[ at {course}]]", "{/}{institution}", "[[{{literal}}]] {field}"));

TEST(PrintTemplateOnce, NeedsOnlyOneSpaceRoundAnArrow) {
  Diagnostics diagnostics;
  EXPECT_EQ(print_template(*parse_template("{ title  ->url }", {}, diagnostics)), "{title -> url}");
}

}  // namespace
}  // namespace galley
