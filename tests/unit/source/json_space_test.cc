#include "source/json_space.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

std::string made_plain(std::string text) {
  make_json_space_plain(text);
  return text;
}

TEST(JsonSpace, TabsAndLineEndsBeforeAColonBecomeSpaces) {
  EXPECT_EQ(made_plain("{\n\t\"a\"\n\t: 1,\n\t\t\"b\":\t[]}"), "{\n \"a\"  : 1,\n  \"b\": []}");
}

TEST(JsonSpace, QuotesCommentsAndPlainTextsKeepTheirs) {
  EXPECT_EQ(made_plain("{\"a\tb\": 'c\td', # \"e\tf\n\tg: it's\t\"h\", i: \"j\\\"\tk\"}"),
            "{\"a\tb\": 'c\td', # \"e\tf\n g: it's \"h\", i: \"j\\\"\tk\"}");
}

TEST(JsonSpace, YamlInBlocksIsLeftAlone) {
  EXPECT_EQ(made_plain("a:\n\t- {b\n: c}"), "a:\n\t- {b\n: c}");
  EXPECT_EQ(made_plain("[\"open\t"), "[\"open\t");
}

}  // namespace
}  // namespace galley
