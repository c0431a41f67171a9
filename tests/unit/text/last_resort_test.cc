// Words wider than their column, in type of ten points whose letters are ten points wide.
#include "text/last_resort.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/type_room.h"
#include "text/lines.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;
using testing::style_of;
using testing::TypeRoom;

struct Room : TypeRoom {
  Style style = style_of("Square");
  std::string language = "en";
  std::vector<SetLine> lines;

  /// The lines, "-" for a hyphen that is added, "|" at the end of one that tears a word.
  std::vector<std::string> set(const std::string& text, Measure measure) {
    lines = set_lines({plain(text), style, {style}, language, measure}, shaper, diagnostics);
    std::vector<std::string> all;
    for (const SetLine& line : lines) {
      std::string& shown = all.emplace_back();
      for (const SetRun& run : line.runs) shown += run.run.text;
      if (line.hyphenated) shown.replace(shown.size() - 2, 2, "-");
      if (line.torn) shown += '|';
      EXPECT_EQ(line.excess, Length{}) << shown;
    }
    return all;
  }
  std::vector<std::string> set(const std::string& text, Length measure) { return set(text, {measure, measure}); }
};

TEST(LastResort, WordsAreHyphenatedEvenInCapitalsAndInStylesThatAreNot) {
  Room room;
  EXPECT_THAT(room.set("ADMINISTRATION", 80_pt), ElementsAre("ADMINIS-", "TRATION"));
  EXPECT_THAT(room.set("ADMINISTRATION", 140_pt), ElementsAre("ADMINISTRATION")) << "only where they must";
}

TEST(LastResort, WordsThatAreTiedArePartedFirst) {
  Room room;
  EXPECT_THAT(room.set("ten\u00A0words tied", 60_pt), ElementsAre("ten\u00A0", "words ", "tied"));
  EXPECT_THAT(room.set("20 10\u201320", 50_pt), ElementsAre("20 ", "10\u201320"));
  EXPECT_THAT(room.set("2010\u20132020", 60_pt), ElementsAre("2010\u2013", "2020"));
}

TEST(LastResort, WordsWithoutAPlaceToDivideAreTornWithAHyphen) {
  Room room;
  EXPECT_THAT(room.set("xzxzxzxzxz", 60_pt), ElementsAre("xzxzx-|", "zxzxz"));
  EXPECT_THAT(room.set("ab xzxzxzxzxz ab", 60_pt), ElementsAre("ab xz-|", "xzxzx-|", "zxz ab"));
}

TEST(LastResort, AddressesAndNumbersAreTornWithoutOne) {
  Room room;
  EXPECT_THAT(room.set("www.xzxzxzxzxz.org", 80_pt), ElementsAre("www.xzx|", "zxzxzxz", ".org"));
  EXPECT_THAT(room.set("1234567890", 60_pt), ElementsAre("123456|", "7890"));
}

TEST(LastResort, PartsOfAWordInOtherStylesCountTogether) {
  Room room;
  Style other = room.style;
  other.italic = true;
  const std::vector<Style> styles = {room.style, other};
  StyledText text = plain("xzxz");
  text.push_back(text.front());
  text.back().style = 1;
  for (const SetLine& line : set_lines({text, room.style, styles, room.language, {60_pt, 60_pt}}, room.shaper, room.diagnostics)) EXPECT_EQ(line.excess, Length{});
}

TEST(LastResort, NothingIsTornForAColumnOfHardlyALetter) {
  Room room;
  const std::vector<SetLine> lines = set_lines({plain("xzxzxz"), room.style, {room.style}, room.language, {15_pt, 15_pt}}, room.shaper, room.diagnostics);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines.front().excess, 45_pt);
}

TEST(LastResort, ALongTextWithoutSpacesIsBrokenInTimeLinearInItsLength) {
  Room room;
  room.set(std::string(50000, 'x'), 500_pt);
  EXPECT_GE(room.lines.size(), 1000U);
  EXPECT_LE(room.lines.size(), 1100U);
}

}  // namespace
}  // namespace galley
