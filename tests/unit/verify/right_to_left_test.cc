#include "verify/right_to_left.h"

#include <gtest/gtest.h>

namespace galley::proof {
namespace {

TEST(RightToLeft, LinesAreTurnedRound) {
  EXPECT_EQ(in_reading_order("אבג דהו\nזחט"), "דהו אבג\nזחט");
  EXPECT_EQ(in_reading_order("2017 אב – 2013 גד\nהו"), "גד 2013 – אב 2017\nהו");
  EXPECT_EQ(in_reading_order("אב New York – גד\nהו"), "גד – New York אב\nהו") << "what reads to the right stays";
  EXPECT_EQ(in_reading_order("New York\nאב גד הו"), "New York\nהו גד אב");
}

TEST(RightToLeft, StretchesOfOtherTextAreTurnedAlone) {
  EXPECT_EQ(in_reading_order("one two three אב – גד four\n"), "one two three גד – אב four\n");
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
