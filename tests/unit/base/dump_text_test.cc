#include "base/dump_text.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(DumpText, SpellsOutWhatCannotBeSeen) {
  EXPECT_EQ(quoted("a\u00A0b\u00AD \u2028\u200F\uFEFF\x01\x7F"), "\"a\\u00A0b\\u00AD \\u2028\\u200F\\uFEFF\\u0001\\u007F\"");
  EXPECT_EQ(quoted("say \"x\\y\"\n\t"), "\"say \\\"x\\\\y\\\"\\n\\t\"");
  EXPECT_EQ(quoted("naïve – “Ж” 👋"), "\"naïve – “Ж” 👋\"");
}

TEST(DumpText, AlignsByCodePoints) {
  EXPECT_EQ(left_aligned("é", 3) + "|", "é  |");
  EXPECT_EQ(right_aligned("é", 3), "  é");
  EXPECT_EQ(right_aligned("long", 3), "long");
  EXPECT_EQ(place(12.3_pt), "  12.300");
  EXPECT_EQ(place(-1234_pt), "-1234.000");
}

TEST(DumpText, ShortensOnlyWhatIsLonger) {
  EXPECT_EQ(shortened("éé", 2), "éé");
  EXPECT_EQ(shortened("ééé", 2), "éé…");
  EXPECT_EQ(shortened("", 0), "");
}

TEST(DumpText, ShowsColours) { EXPECT_EQ(hex({255, 128, 10}), "#FF800A"); }

}  // namespace
}  // namespace galley
