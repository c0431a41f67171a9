#include "yaml/extent.h"

#include <gtest/gtest.h>

namespace galley::extent {
namespace {

TEST(Extent, CommentsNeedSpaceBeforeThem) {
  EXPECT_TRUE(is_comment_start("#", 0));
  EXPECT_TRUE(is_comment_start("a #", 2));
  EXPECT_FALSE(is_comment_start("C#", 1));
}

TEST(Extent, FindsTextThatReachedNobody) {
  EXPECT_EQ(first_unread("a: b  # c\n- [x]", 4, 10), 10U);
  EXPECT_EQ(first_unread("a: b\n%c", 4, 7), 5U);
  EXPECT_EQ(first_unread(" &x !y ,", 0, 8), 8U);
  EXPECT_EQ(first_unread("a\n...\n", 1, 6), 6U);
  EXPECT_EQ(first_unread("a ...\n", 1, 6), 2U) << "only a line of its own ends a document";
}

TEST(Extent, QuotesEndWhereTheyAreClosed) {
  EXPECT_EQ(quoted_end(R"("a\"b" c")", 0), 6U);
  EXPECT_EQ(quoted_end("'a''b' c'", 0), 6U);
  EXPECT_EQ(quoted_end("'a\\'", 0), 4U) << "a backslash between single quotes is a backslash";
  EXPECT_EQ(quoted_end("\"a", 0), std::string_view::npos);
  EXPECT_EQ(quoted_end("\"a\\", 0), std::string_view::npos);
}

TEST(Extent, PlainTextEndsWhereItsValueDoes) {
  EXPECT_EQ(plain_end("a: b c # d", 3, "b c"), 6U);
  EXPECT_EQ(plain_end("b\n\n  c\n", 0, "b\nc"), 6U);
  EXPECT_EQ(plain_end("b", 0, "something else"), 0U) << "never past what agrees";
}

TEST(Extent, BlocksEndBeforeTheNextLineOfTheirParent) {
  EXPECT_EQ(block_end("- a: |\n    b\n  c: d\n", 5), 12U);
  EXPECT_EQ(block_end("a: |\n\n", 3), 4U) << "an empty block";
}

TEST(Extent, SkipsNamesAndTags) {
  EXPECT_EQ(skip_properties("&a !b  c", 0), 7U);
  EXPECT_EQ(skip_properties("!<a,b> c", 0), 7U);
  EXPECT_EQ(skip_properties("&a # x\n  c", 0), 9U);
  EXPECT_EQ(skip_properties("c", 0), 0U);
}

}  // namespace
}  // namespace galley::extent
