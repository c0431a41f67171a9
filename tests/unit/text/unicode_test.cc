#include "text/unicode.h"
#include "text/break_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb.h>

namespace galley {
namespace {

using ::testing::ElementsAre;

TEST(Unicode, KnowsClassesOfCharacters) {
  for (const char32_t c : {U' ', U'\u00A0', U'\u2003', U'\u2007', U'\u200B', U'\u202F', U'\u205F', U'\u3000'}) EXPECT_TRUE(is_space(c)) << +c;
  for (const char32_t c : {U'a', U'\u2028', U'\u00AD', U'\u200C', U'\u2060'}) EXPECT_FALSE(is_space(c)) << +c;
  for (const char32_t c : {U'\u0301', U'\u05B7', U'\u093F', U'\u20DD'}) EXPECT_TRUE(is_combining(c)) << +c;
  for (const char32_t c : {U'a', U'é', U'^', U'א'}) EXPECT_FALSE(is_combining(c)) << +c;
  for (const char32_t c : {U'\u00AD', U'\u200B', U'\u200D', U'\u200E', U'\u2060', U'\uFE0F', U'\uFEFF'}) EXPECT_TRUE(is_ignorable(c)) << +c;
  for (const char32_t c : {U' ', U'a', U'\u2011', U'\u0301', U'\uFFFD'}) EXPECT_FALSE(is_ignorable(c)) << +c;
  for (const char32_t c : {U'a', U'Z', U'é', U'ß', U'Σ'}) EXPECT_TRUE(is_letter(c)) << +c;
  for (const char32_t c : {U'1', U'-', U'’', U'\u00AD'}) EXPECT_FALSE(is_letter(c)) << +c;
  for (const char32_t c : {U'A', U'É', U'Σ'}) EXPECT_TRUE(is_upper(c)) << +c;
  for (const char32_t c : {U'a', U'é', U'1', U'@', U'[', U'א'}) EXPECT_FALSE(is_upper(c)) << +c;
}

/// One letter per byte: L(atin), G(reek), H(ebrew), J (Han).
std::string scripts(std::string_view text) {
  std::string shown;
  for (const std::uint32_t script : scripts_of(text))
    shown += script == HB_SCRIPT_LATIN    ? 'L'
             : script == HB_SCRIPT_GREEK  ? 'G'
             : script == HB_SCRIPT_HEBREW ? 'H'
             : script == HB_SCRIPT_HAN    ? 'J'
                                          : '?';
  return shown;
}

TEST(Unicode, CommonCharactersTakeTheScriptOfTheirNeighbours) {
  EXPECT_EQ(scripts("a 1."), "LLLL");
  EXPECT_EQ(scripts("a\u03B1"), "LGG");
  EXPECT_EQ(scripts("\u03B1, \u05D0"), "GGGGHH") << "the script before goes on";
  EXPECT_EQ(scripts("(\u05D0"), "HHH") << "at the start the first script counts";
  EXPECT_EQ(scripts("e\u0301\u03B1"), "LLLGG") << "marks belong to their letter";
  EXPECT_EQ(scripts("\u2605\u2605"), "LLLLLL") << "no script at all";
  EXPECT_EQ(scripts("\u6F22"), "JJJ");
  EXPECT_EQ(scripts(""), "");
}

std::string levels(std::string_view text, bool right_to_left = false) {
  std::string shown;
  for (const std::uint8_t level : bidi_levels(text, right_to_left)) shown += static_cast<char>('0' + level);
  return shown;
}

TEST(Unicode, DirectionsByTheBidirectionalAlgorithm) {
  EXPECT_EQ(levels("a b"), "000");
  EXPECT_EQ(levels("a \u05D0\u05D1 b"), "00111100");
  EXPECT_EQ(levels("\u05D0 \u05D1"), "11111") << "a space between two such words goes their way";
  EXPECT_EQ(levels("\u05D0 12"), "11122") << "numbers are read from left to right";
  EXPECT_EQ(levels("a \U00010840 b"), "00111100") << "beyond the first plane";
  EXPECT_EQ(levels("a", true), "2");
}

TEST(Unicode, OrderOfRunsOnTheLine) {
  EXPECT_THAT(visual_order({0, 0, 0}), ElementsAre(0, 1, 2));
  EXPECT_THAT(visual_order({0, 1, 1, 0}), ElementsAre(0, 2, 1, 3));
  EXPECT_THAT(visual_order({1, 2, 2, 1}), ElementsAre(3, 1, 2, 0));
  EXPECT_THAT(visual_order({}), ElementsAre());
}

/// The text with '|' where a line may begin, '!' where it must and '?' where it better does.
std::string broken(std::string_view text, BreakAt where = BreakAt::spaces, const std::string& language = "en") {
  std::string shown;
  std::size_t from = 0;
  for (const BreakChance& chance : BreakFinder().chances(text, where, language)) {
    shown += text.substr(from, chance.at - from);
    shown += chance.kind == BreakKind::allowed ? '|' : chance.kind == BreakKind::forced ? '!' : '?';
    from = chance.at;
  }
  return shown + std::string(text.substr(from));
}

TEST(Unicode, BreaksAtSpacesAlone) {
  EXPECT_EQ(broken("one two-three a/b"), "one |two-three |a/b");
  EXPECT_EQ(broken("a\u00A0b\u202Fc\u2007d e"), "a\u00A0b\u202Fc\u2007d |e");
  EXPECT_EQ(broken("a  b "), "a  |b ");
  EXPECT_EQ(broken("a\u200Bb\u2003c"), "a\u200B|b\u2003|c");
  EXPECT_EQ(broken("\u05D0 \u05D1-\u05D2"), "\u05D0 |\u05D1-\u05D2");
  EXPECT_EQ(broken("日本 語, ok-ok"), "日|本 |語, |ok-ok") << "scripts without spaces break between their characters";
  EXPECT_EQ(broken(""), "");
}

TEST(Unicode, BreaksWhereUnicodeAllows) {
  const BreakAt where = BreakAt::opportunities;
  EXPECT_EQ(broken("one two-three a—b", where), "one |two-|three |a|—|b");
  EXPECT_EQ(broken("a\u00A0b \u2011 “c d”", where), "a\u00A0b |\u2011 |“c |d”");
  EXPECT_EQ(broken("hy\u00ADphen", where), "hy\u00AD|phen");
  EXPECT_EQ(broken("$1,000.50 (a)", where), "$1,000.50 |(a)");
}

TEST(Unicode, KoreanBreaksBetweenWordsOrSyllables) {
  const auto breaks = [](BreakAt where) { return BreakFinder().chances("가나 다라", where, "ko").size(); };
  EXPECT_EQ(breaks(BreakAt::spaces), 1U);
  EXPECT_EQ(breaks(BreakAt::opportunities), 3U);
}

TEST(Unicode, ForcedAndPreferredBreaksTakeThePlaceOfChances) {
  for (const BreakAt where : {BreakAt::spaces, BreakAt::opportunities}) {
    EXPECT_EQ(broken("a\u2028b c", where), "a\u2028!b |c");
    EXPECT_EQ(broken("a, \u2029b c", where), "a, \u2029?b |c");
    EXPECT_EQ(broken("a \u2028 b", where), "a \u2028! |b") << "no line between the space and the break";
    EXPECT_EQ(broken("a\u2028", where), "a\u2028!");
  }
}

TEST(Unicode, LetterCaseByLanguage) {
  struct {
    const char *text, *language;
    LetterCase to;
    const char* expected;
  } const cases[] = {{"aZ 1-é", "en", LetterCase::as_is, "aZ 1-é"}, {"aZ 1", "en", LetterCase::upper, "AZ 1"},
                     {"aZ 1", "en", LetterCase::lower, "az 1"},     {"Straße é", "de", LetterCase::upper, "STRASSE É"},
                     {"istanbul", "tr", LetterCase::upper, "İSTANBUL"}, {"ΟΔΟΣ", "el", LetterCase::lower, "οδος"}};
  for (const auto& each : cases) EXPECT_EQ(change_case(each.text, each.to, each.language), each.expected) << each.language;
}

TEST(Unicode, JapaneseLinesBeginNeitherWithSmallKanaNorWithLongVowels) {
  for (const BreakChance& chance : BreakFinder().chances("きょうっとコーヒー", BreakAt::opportunities, "ja")) {
    EXPECT_NE(chance.at, 3U) << "before ょ";
    EXPECT_NE(chance.at, 9U) << "before っ";
    EXPECT_NE(chance.at, 18U) << "before ー";
  }
}

}  // namespace
}  // namespace galley
