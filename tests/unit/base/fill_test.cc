#include "base/fill.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(Fill, PutsValuesWhereThePatternNamesThem) {
  EXPECT_EQ(fill("{a} to {b}, {a}", {{"{a}", "one"}, {"{b}", "two"}}), "one to two, one");
  EXPECT_EQ(fill("#.", {{"#", "12"}}), "12.");
  EXPECT_EQ(fill("{page} of {pages}", {{"{page}", "2"}, {"{pages}", "3"}}), "2 of 3");
}

TEST(Fill, LeavesWhatItDoesNotKnow) {
  EXPECT_EQ(fill("{c}{", {{"{a}", "one"}}), "{c}{");
  EXPECT_EQ(fill("", {{"{a}", "one"}}), "");
}

TEST(Fill, DoesNotSearchTheValues) { EXPECT_EQ(fill("{a}{b}", {{"{a}", "{b}"}, {"{b}", "x"}}), "{b}x"); }

}  // namespace
}  // namespace galley
