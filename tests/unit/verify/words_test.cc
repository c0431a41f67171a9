#include "verify/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace galley::proof {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> texts(const std::vector<Word>& words) {
  std::vector<std::string> out;
  for (const Word& word : words) out.push_back(word.text);
  return out;
}

std::vector<Word> words_in(std::string_view text) { return whole_words(words_of(text, 1)); }

TEST(Words, ArePartedByAnyWhiteSpace) {
  EXPECT_THAT(texts(words_in("a b\tc\nd\u00A0e\u2009f\u3000g\u2028h")),
              ElementsAre("a", "b", "c", "d", "e", "f", "g", "h"));
}

TEST(Words, DividedAtALineEndComeBackWhole) {
  EXPECT_THAT(texts(words_in("an exam\u00AD\nple")), ElementsAre("an", "example"));
  EXPECT_THAT(texts(words_in("an exam\u00AD  \nple of it")), ElementsAre("an", "example", "of", "it"));
}

TEST(Words, DividedTwiceComeBackWhole) {
  EXPECT_THAT(texts(words_in("ex\u00AD\nam\u00AD\nple")), ElementsAre("example"));
}

TEST(Words, DividedAtAPageEndComeBackWhole) {
  std::vector<Word> words = words_of("an exam\u00AD\n\f", 1);
  for (const Word& word : words_of("ple of", 2)) words.push_back(word);
  words = whole_words(words);
  EXPECT_THAT(texts(words), ElementsAre("an", "example", "of"));
  EXPECT_EQ(words[1].page, 1U);
  EXPECT_EQ(words[2].page, 2U);
}

TEST(Words, SoftHyphensWithinALineDivideNothing) {
  EXPECT_THAT(texts(words_in("ex\u00ADample\u00AD is")), ElementsAre("example", "is"));
}

TEST(Words, OfTheirOwnHyphensKeepThemAndEnd) {
  EXPECT_THAT(texts(words_in("well-\nknown")), ElementsAre("well-", "known"));
}

TEST(Words, LoseDirectionMarksButNotJoiners) {
  EXPECT_THAT(texts(words_in("\u202Bשלום\u202C a\u200Cb")), ElementsAre("שלום", "a\u200Cb"));
}

TEST(Words, KnowLineEndsAndPageEdges) {
  const std::vector<Word> words = words_in("head\nfirst last\n\nfoot 1\n\f");
  ASSERT_THAT(texts(words), ElementsAre("head", "first", "last", "foot", "1"));
  std::vector<bool> ends, edges;
  for (const Word& word : words) {
    ends.push_back(word.ends_line);
    edges.push_back(word.at_edge);
  }
  EXPECT_THAT(ends, ElementsAre(true, false, true, false, true));
  EXPECT_THAT(edges, ElementsAre(true, false, false, true, true));
}

TEST(Words, LongPassagesAreQuotedByTheirEnds) {
  const std::vector<Word> words = words_in("a b c d e f g h i j k l m n");
  EXPECT_EQ(quoted_words(words, 0, 3), "'a b c'");
  EXPECT_EQ(quoted_words(words, 0, 13), "'a b c d e f g h i j k l m'");
  EXPECT_EQ(quoted_words(words, 0, 14), "'a b c d e f … i j k l m n' (14 words)");
}

TEST(Words, MayPartAfterHyphensAndInScriptsWithoutSpaces) {
  EXPECT_TRUE(may_part_at_line_end("well-", "known"));
  EXPECT_TRUE(may_part_at_line_end("https://example.org/", "page"));
  EXPECT_TRUE(may_part_at_line_end("2019–", "2020"));
  EXPECT_TRUE(may_part_at_line_end("東京", "大学"));
  EXPECT_TRUE(may_part_at_line_end("ภาษา", "ไทย"));
  EXPECT_FALSE(may_part_at_line_end("exam", "ple"));
  EXPECT_FALSE(may_part_at_line_end("", ""));
}

}  // namespace
}  // namespace galley::proof
