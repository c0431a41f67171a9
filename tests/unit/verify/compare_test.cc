#include "verify/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace galley::proof {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Pages are parted by '|'.
std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t page = 1; !text.empty(); ++page) {
    const std::size_t end = std::min(text.find('|'), text.size());
    for (const Word& word : words_of(text.substr(0, end), page)) words.push_back(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return whole_words(words);
}

std::vector<std::string> said(std::string_view expected, std::string_view found) {
  std::vector<std::string> out;
  for (const Difference& each : differences(words_in(expected), words_in(found)))
    out.push_back(std::to_string(each.page) + " " + each.message);
  return out;
}

TEST(Differences, OfEqualTextsAreNone) {
  EXPECT_THAT(said("", ""), IsEmpty());
  EXPECT_THAT(said("Ada wrote\nthe first program", "Ada wrote the\nfirst|program"), IsEmpty());
}

TEST(Differences, LostWordsAreNamedWithPageAndPlace) {
  EXPECT_THAT(said("a b c d e f", "a b|c f"), ElementsAre("2 lost: 'd e' after 'a b c'"));
  EXPECT_THAT(said("a b c", "b c"), ElementsAre("1 lost: 'a' at the beginning"));
  EXPECT_THAT(said("a b c", "a|b"), ElementsAre("2 lost: 'c' after 'a b'"));
  EXPECT_THAT(said("a", ""), ElementsAre("1 lost: 'a' at the beginning"));
}

TEST(Differences, AddedWordsAreNamed) {
  EXPECT_THAT(said("a b c d", "a b\nx y c\nd"),
              ElementsAre("1 added: 'x y' after 'a b', which the text does not have"));
}

TEST(Differences, RightToLeftTextCountsLetterByLetterAndWordByWord) {
  EXPECT_THAT(said("אב גד הו זח", "אב גד הו"), ElementsAre("1 lost: 'זח' after 'אב גד הו'"));
  EXPECT_THAT(said("אב גד: הו", "אב דג: הו"), ::testing::SizeIs(1)) << "letters";
  EXPECT_THAT(said("אב גד הו זח", "אב הו גד זח"), ::testing::Not(IsEmpty())) << "words";
  EXPECT_THAT(said("אב גד הו 2018 זח", "אב גד הו 2019 זח"), ::testing::Not(IsEmpty())) << "another digit";
  EXPECT_THAT(said("one two אב 12 34 five six", "one two אב 34 12 five six"), ::testing::Not(IsEmpty()));
}

TEST(Differences, RunningHeadsAndPageNumbersMayBeAdded) {
  EXPECT_THAT(said("a b c d", "a\nb\nPage 1|Ada Lovelace\nc\nd\nPage 2"), IsEmpty());
}

TEST(Differences, MovedWordsAreNotLostAndAdded) {
  EXPECT_THAT(said("Sep 2016 University of California Major in Statistics",
                   "University of California Major\nSep 2016 in\nStatistics"),
              ElementsAre("1 moved: 'Sep 2016' stands after 'of California Major', but belongs at the beginning"));
}

TEST(Differences, GluedWordsAreNamed) {
  EXPECT_THAT(said("wrote the first program", "wrote thefirst program"),
              ElementsAre("1 glued: 'the' and 'first' come out as one word"));
  EXPECT_THAT(said("a b c d", "abcd"),
              ElementsAre("1 glued: 'a' and 'b' come out as one word", "1 glued: 'b' and 'c' come out as one word",
                          "1 glued: 'c' and 'd' come out as one word"));
}

TEST(Differences, BrokenWordsAreNamed) {
  EXPECT_THAT(said("an example of", "an exam\nple of"), ElementsAre("1 broken: 'exam' and 'ple' are one word"));
  EXPECT_THAT(said("an example of", "an exam ple of"), ElementsAre("1 broken: 'exam' and 'ple' are one word"));
}

TEST(Differences, GluedAndBrokenAtOnce) {
  EXPECT_THAT(said("ab cd", "a bcd"),
              ElementsAre("1 broken: 'a' and 'bcd' are one word", "1 glued: 'ab' and 'cd' come out as one word"));
}

TEST(Differences, DividedWordsCountAsWhole) {
  EXPECT_THAT(said("an example of", "an exam\u00AD\nple of"), IsEmpty());
  EXPECT_THAT(said("an example of", "an exam-\nple of"),
              ElementsAre("1 changed: expected 'example', found 'exam- ple' after 'an'"));
}

TEST(Differences, LinesMayEndAfterAWordsOwnHyphen) {
  EXPECT_THAT(said("a well-known https://example.org/page", "a well-\nknown https://example.org/\npage"), IsEmpty());
  EXPECT_THAT(said("a well-known one", "a well- known one"), ElementsAre("1 broken: 'well-' and 'known' are one word"));
}

TEST(Differences, LinesMayEndAnywhereInScriptsWithoutSpaces) {
  EXPECT_THAT(said("東京大学で学ぶ", "東京大\n学で学ぶ"), IsEmpty());
  EXPECT_THAT(said("東京大\n学で学ぶ", "東京大学で学ぶ"), IsEmpty());
}

TEST(Differences, ChangedLettersAreNamed) {
  EXPECT_THAT(said("a fine office", "a ﬁne office"), ElementsAre("1 changed: expected 'fine', found 'ﬁne' after 'a'"));
}

TEST(Differences, AnotherTextIsSaidOnce) {
  std::string expected, found;
  for (int i = 0; i < 30; ++i) {
    expected += "a" + std::to_string(i) + ' ';
    found += "b" + std::to_string(i) + ' ';
  }
  EXPECT_THAT(said(expected, found),
              ElementsAre("0 the text is another one: of 30 words only 0 come out; it begins with 'b0 b1 b2 b3 b4 b5', "
                          "expected is 'a0 a1 a2 a3 a4 a5'"));
}

TEST(Differences, StandInTheOrderOfTheFile) {
  EXPECT_THAT(said("a b c d e f", "a\nc x\nd|e fg\nh"),
              ElementsAre("1 lost: 'b' after 'a'", "1 added: 'x' after 'a c', which the text does not have",
                          "2 changed: expected 'f', found 'fg h' after 'x d e'"));
}

}  // namespace
}  // namespace galley::proof
