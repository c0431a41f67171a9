// Words that stay together at a line's end.
#include "text/ties.h"

#include <gtest/gtest.h>

#include "tests/support/type_room.h"

namespace galley {
namespace {

using testing::plain;
using testing::style_of;
using testing::TypeRoom;

/// The text with "|" where a line may end.
std::string broken(const std::string& text, const Style& style, const TextUsage* usage) {
  TypeRoom room;
  ShapedText shaped = room.shape(plain(text), {style});
  tie_words(shaped, {style}, usage);
  std::string out = text;
  for (std::size_t i = shaped.chances.size(); i-- > 0;) out.insert(shaped.chances[i].at, "|");
  return out;
}

TEST(Ties, WordsOfTheStyleDoNotEndALine) {
  Style style = style_of("Square");
  style.tie_after = {"&", "of"};
  EXPECT_EQ(broken("a & b of c", style, nullptr), "a |& b |of c");
  EXPECT_EQ(broken("roof a&b of", style, nullptr), "roof |a&b |of") << "only whole words";
}

TEST(Ties, WordsOfTheLanguageStayWithTheirNeighbours) {
  Style style = style_of("Square");
  style.language_ties = true;
  const TextUsage usage{{"Dr.", "pp."}, {"kg", "%"}, true, false};
  EXPECT_EQ(broken("by Dr. Who", style, &usage), "by |Dr. Who");
  EXPECT_EQ(broken("(pp. 10-20) a", style, &usage), "(pp. 10-20) |a") << "brackets before a word do not count";
  EXPECT_EQ(broken("of 10 kg, 1.5 % or x kg", style, &usage), "of |10 kg, |1.5 % |or |x |kg");
  EXPECT_EQ(broken("D. P. Kingma", style, &usage), "D. P. Kingma");
  EXPECT_EQ(broken("plan B. then", style, &usage), "plan |B. |then") << "no name follows";
}

TEST(Ties, OfALanguageAreForStylesThatWantThem) {
  const Style style = style_of("Square");
  const TextUsage usage{{"Dr."}, {}, true, false};
  EXPECT_EQ(broken("by Dr. Who", style, &usage), "by |Dr. |Who");
}

}  // namespace
}  // namespace galley
