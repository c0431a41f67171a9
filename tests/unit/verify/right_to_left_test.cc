#include "verify/right_to_left.h"

#include <gtest/gtest.h>

#include "verify/compare.h"

namespace galley::proof {
namespace {

std::string joined(const std::vector<Word>& words) {
  std::string out;
  for (const Word& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

/// `drawn`: as it stands from left to right.
std::string read(const std::string& drawn) { return joined(in_reading_order(words_of(drawn, 1))); }

std::vector<std::string> messages(const std::string& expected, const std::string& drawn) {
  std::vector<std::string> out;
  for (const Difference& each : differences(words_of(expected, 0), in_reading_order(words_of(drawn, 1)))) out.push_back(each.message);
  return out;
}

TEST(RightToLeft, PopplersTurnsAreUndone) {
  EXPECT_EQ(as_drawn("\u202Bדהו\u202C \u202Bאבג\u202C"), "והד גבא");
  EXPECT_EQ(as_drawn(".\u202Bיום\u202C 12"), ".םוי 12");
  EXPECT_EQ(as_drawn("plain"), "plain");
}

TEST(RightToLeft, LinesAreReadByTheBidirectionalAlgorithm) {
  EXPECT_EQ(read("והד גבא\nטחז"), "אבג דהו זחט");
  EXPECT_EQ(read("2017 בא – 2013 דג\nוה"), "גד 2013 – אב 2017 הו");
  EXPECT_EQ(read("בא New York – דג\nוה"), "גד – New York אב הו") << "what reads to the right stays";
  EXPECT_EQ(read(".ה בא"), "אב ה.") << "a full stop ends the line";
  EXPECT_EQ(read("one two three בא – דג four\n"), "one two three גד – אב four");
  EXPECT_EQ(read("plain text"), "plain text");
  EXPECT_EQ(read("וה דג בא\n2017 – 2012\n.SQL"), "אב גד הו 2012 – 2017 SQL.") << "lines without letters of the page's direction, too";
}

TEST(RightToLeft, PartsOfTagsAreReadInTheirOrder) {
  std::vector<Word> words = words_of("בא דג וה זח", 1);
  words[2].begins_tag = true;
  EXPECT_EQ(joined(in_reading_order(words)), "גד אב חז הו");
}

TEST(RightToLeft, ShuffledLettersAndWordsAreSeen) {
  EXPECT_TRUE(messages("שלום עולם טוב", "בוט םלוע םולש").empty());
  EXPECT_FALSE(messages("שלום עולם טוב", "בוט םלוע םולשא").empty());
  EXPECT_FALSE(messages("שלום עולם טוב", "בוט לםוע םולש").empty()) << "letters";
  EXPECT_FALSE(messages("שלום עולם טוב", "בוט םולש םלוע").empty()) << "words";
  EXPECT_FALSE(messages("الأردن ليلى", "ىليل ندرلأا").empty()) << "a ligature turned round";
}

TEST(RightToLeft, DigitsInALatinLineMayStandWhereTheyAreDrawn) {
  const std::string text = "He wrote about בגד 12 34 in those years, and much more was to come of it";
  EXPECT_TRUE(messages(text, drawn(text, false)).empty());
  const std::string arabic = "They said مارس 2018 – 50% here and there, and much more was to come of it";
  EXPECT_TRUE(messages(arabic, drawn(arabic, false)).empty());
}

}  // namespace
}  // namespace galley::proof
