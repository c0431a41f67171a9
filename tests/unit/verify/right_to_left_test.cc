#include "verify/right_to_left.h"

#include <gtest/gtest.h>

namespace galley::proof {
namespace {

TEST(RightToLeft, WordsOfALineAreTurned) {
  EXPECT_EQ(in_reading_order("אבג דהו\nזחט"), "דהו אבג\nזחט");
  EXPECT_EQ(in_reading_order("one אב גד two\n"), "one גד אב two\n");
  EXPECT_EQ(in_reading_order("אב –\n2013\f"), "– אב\n2013\f") << "a whole line, dash included";
  EXPECT_EQ(in_reading_order("one – אב two"), "one – אב two") << "the dash belongs to either side";
  EXPECT_EQ(in_reading_order("plain text"), "plain text");
}

TEST(RightToLeft, WordsAreKnownByTheirLetters) {
  EXPECT_EQ(key_of_word("الأردن"), key_of_word("أردنلا")) << "a ligature turned round";
  EXPECT_EQ(key_of_word("בהם."), key_of_word(".בהם"));
  EXPECT_NE(key_of_word("בהם"), key_of_word("בה"));
  EXPECT_NE(key_of_word("dog"), key_of_word("god"));
}

}  // namespace
}  // namespace galley::proof
