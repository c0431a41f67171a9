// Paragraphs -> lines of glyph runs, in type of ten points whose letters are ten points wide.
#include "text/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/numbers.h"
#include "tests/support/type_room.h"
#include "text/hyphenate.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;
using testing::style_of;
using testing::TypeRoom;

struct Room : TypeRoom {
  Style style = style_of("Square");
  std::string language = "en";

  std::vector<SetLine> set(const StyledText& text, const std::vector<Style>& styles, Measure measure) {
    return set_lines({text, style, styles, language, measure}, shaper, diagnostics);
  }
  std::vector<SetLine> set(const std::string& text, Length measure) { return set(plain(text), {style}, {measure, measure}); }
};

std::string in_points(Length length) { return format_number(length.points(), 1); }

/// A line's runs in reading order, each as text@x.
std::string shown(const SetLine& line) {
  std::string text;
  for (const SetRun& run : line.runs) text += (text.empty() ? "" : "  ") + run.run.text + "@" + in_points(run.x);
  return text;
}

std::vector<std::string> shown(const std::vector<SetLine>& lines) {
  std::vector<std::string> all;
  for (const SetLine& line : lines) all.push_back(shown(line));
  return all;
}

/// A run's glyphs in visual order: advance[text].
std::string glyphs(const GlyphRun& run) {
  std::string text;
  for (const Glyph& glyph : run.glyphs)
    text += in_points(glyph.advance) + "[" + run.text.substr(glyph.text.begin, glyph.text.end - glyph.text.begin) + "]";
  return text;
}

TEST(SetLines, CharactersThatOnlySteerAreNotDrawn) {
  Room room;
  EXPECT_EQ(glyphs(room.set("a\u200Bb\u2060c\u00ADd\u200E", 200_pt)[0].runs[0].run), "10[a]10[b]10[c]10[d]");
}

TEST(Lines, BreakAtSpacesWhichHangOut) {
  Room room;
  const std::vector<SetLine> lines = room.set("aa bb cc dd", 50_pt);
  EXPECT_THAT(shown(lines), ElementsAre("aa bb @0", "cc dd@0"));
  EXPECT_EQ(lines[0].width, 50_pt) << "the space is there for readers, but takes no room";
  EXPECT_EQ(lines[0].runs[0].run.width(), 60_pt);
  EXPECT_EQ(lines[0].excess, Length{});
}

TEST(Lines, TheFirstLineMayHaveAMeasureOfItsOwn) {
  Room room;
  EXPECT_THAT(shown(room.set(plain("aa bb cc dd"), {room.style}, {20_pt, 80_pt})), ElementsAre("aa @0", "bb cc dd@0"));
}

TEST(Lines, StandWhereTheStyleAligns) {
  Room room;
  const std::string text = "aaa b";
  struct {
    Align align;
    std::vector<std::string> lines;
  } const cases[] = {{Align::left, {"aaa @0", "b@0"}}, {Align::right, {"aaa @10", "b@30"}}, {Align::centre, {"aaa @5", "b@15"}}};
  for (const auto& each : cases) {
    room.style.align = each.align;
    const std::vector<SetLine> lines = room.set(text, 40_pt);
    EXPECT_EQ(shown(lines), each.lines);
    EXPECT_EQ(lines[0].x, lines[0].runs[0].x);
  }
}

TEST(Lines, JustifiedLinesMeetTheMeasure) {
  Room room;
  room.style.align = Align::justify;
  room.style.spacing = {0.5_em, 0.5_em, 0.2_em, {}, {}, 1};
  const std::vector<SetLine> lines = room.set("a b c dddd e", 42_pt);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(shown(lines), (std::vector<std::string>{"a b c @0", "dddd @0", "e@0"}));
  EXPECT_EQ(glyphs(lines[0].runs[0].run), "10[a]6[ ]10[b]6[ ]10[c]5[ ]") << "the space that hangs out is as it falls";
  EXPECT_NEAR(lines[0].width.points(), 42, 1e-3);
  EXPECT_EQ(lines[1].width, 40_pt) << "nothing to stretch";
  const std::vector<SetLine> tight = room.set("a b c ddd", 37_pt);
  EXPECT_EQ(glyphs(tight[0].runs[0].run), "10[a]3.5[ ]10[b]3.5[ ]10[c]5[ ]");
}

TEST(Lines, TheLastLineIsNotStretchedButMayShrink) {
  Room room;
  room.style.align = Align::justify;
  room.style.spacing = {0.5_em, 0.5_em, 0.2_em, {}, {}, 1};
  EXPECT_EQ(glyphs(room.set("a b", 40_pt)[0].runs[0].run), "10[a]5[ ]10[b]");
  EXPECT_EQ(glyphs(room.set("a b", 24_pt)[0].runs[0].run), "10[a]4[ ]10[b]");
  EXPECT_EQ(glyphs(room.set("aa b\u2028c", 60_pt)[0].runs[0].run), "10[a]10[a]5[ ]10[b]10[ ]")
      << "nor a line that the author ended, but for the space that hangs out";
}

TEST(Lines, TheLastIsAsLongAsTheStyleSaysOrAQuarterOfANarrowColumn) {
  Room room;
  room.style.align = Align::justify;
  room.style.spacing = {0.5_em, 2_em, 0.2_em, {}, {}, 1};
  room.style.last_line = 4_em;
  room.style.costs.short_last = 1e6;
  EXPECT_EQ(room.set("aa bb cc dd ee ff gg", 160_pt).back().runs[0].run.text, "ff gg");
  EXPECT_EQ(room.set("aa bb cc dd", 80_pt).back().runs[0].run.text, "dd");
}

TEST(Lines, TrackedLettersAreNotKernedSoFarApartThatReadersPartThem) {
  Room room;
  room.style = style_of("Kerning");
  const auto set = [&] { return glyphs(room.set("oTo", 200_pt)[0].runs[0].run); };
  EXPECT_EQ(set(), "10.5[o]9[T]10[o]");
  room.style.tracking = 0.08_em;
  EXPECT_EQ(set(), "11[o]9.8[T]10.8[o]") << "0.098 em at the most";
  room.style.tracking = 0.2_em;
  EXPECT_EQ(set(), "12.5[o]11[T]12[o]") << "who wants more gets more";
}

TEST(Lines, SmallCapitalsAreScaledWhereTheStyleAllowsIt) {
  Room room;
  room.style.features = {{"smcp", 1}};
  EXPECT_EQ(shown(room.set("Ab c", 200_pt)[0]), "Ab c@0") << "the font has none, and the style says nothing";
  room.style.scaled_caps = 0.75_em;
  const SetLine line = room.set("Ab cD", 200_pt)[0];
  EXPECT_EQ(shown(line), "A@0  b@10   @17.5  c@27.5  D@35") << "the text stays as it is";
  EXPECT_EQ(line.runs[1].run.size, 7.5_pt);
  EXPECT_EQ(line.runs[1].run.glyphs[0].id, line.runs[0].run.face->glyph_of('B'));
  EXPECT_EQ(line.runs[0].run.size, 10_pt);
  room.style.features.push_back({"c2sc", 1});
  EXPECT_EQ(shown(room.set("Ab", 200_pt)[0]), "Ab@0");
  EXPECT_EQ(room.set("Ab", 200_pt)[0].width, 15_pt);
}

TEST(Lines, AreTooLongOnlyWhereNothingHelps) {
  Room room;
  const std::vector<SetLine> lines = room.set("a bbbbb c", 15_pt);
  EXPECT_THAT(shown(lines), ElementsAre("a @0", "bbbbb @0", "c@0"));
  EXPECT_EQ(lines[0].excess, Length{});
  EXPECT_EQ(lines[1].excess, 35_pt) << "a word is not divided for so narrow a column";
  room.style.align = Align::right;
  EXPECT_EQ(room.set("bbbbb", 15_pt)[0].x, Length{}) << "it begins at the edge and not before it";
}

TEST(Lines, ATextThatJustFitsFitsWithASpaceAtItsEndToo) {
  Room room;
  EXPECT_THAT(shown(room.set("aa bb ", 50_pt)), ElementsAre("aa bb @0"));
}

TEST(Lines, EndWhereTheAuthorSays) {
  Room room;
  EXPECT_THAT(shown(room.set("aa\u2028bb \u2028cc", 200_pt)), ElementsAre("aa @0", "bb @0", "cc@0"))
      << "a space parts the words for whoever reads the text, but takes no room";
  EXPECT_EQ(room.set("aa\u2028bb", 200_pt)[0].width, 20_pt);
  EXPECT_THAT(shown(room.set("aaaa \u2028b", 40_pt)), ElementsAre("aaaa @0", "b@0")) << "no empty line after a full one";
  EXPECT_THAT(shown(room.set("a\u2028\u2028b", 40_pt)), ElementsAre("a @0", "", "b@0")) << "an empty line that is asked for";
  EXPECT_EQ(room.set("a\u2028 b", 40_pt).size(), 2U) << "a space behind it does not hide it";
  EXPECT_EQ(room.set("a \u2028  b", 40_pt)[1].runs.back().x, 0_pt);
}

TEST(Lines, APreferredBreakIsMadeOnlyWhereTheParagraphDoesNotFit) {
  Room room;
  const std::string text = "aa, \u2029bb cc";
  EXPECT_THAT(shown(room.set(text, 90_pt)), ElementsAre("aa, bb cc@0"));
  EXPECT_THAT(shown(room.set(text, 80_pt)), ElementsAre("aa, @0", "bb cc@0"));
  EXPECT_THAT(shown(room.set("\u2029aa bb", 20_pt)), ElementsAre("aa @0", "bb@0")) << "no empty line before it";
}

TEST(Lines, NeverEndAtAnUnbreakableSpaceOrATie) {
  Room room;
  EXPECT_THAT(shown(room.set("aa b\u00A0c", 50_pt)), ElementsAre("aa @0", "b\u00A0c@0"));
  room.style.tie_after = {"b"};
  EXPECT_THAT(shown(room.set("aa b c", 50_pt)), ElementsAre("aa @0", "b c@0"));
}

TEST(Lines, AHyphenAtALinesEndStandsForASoftHyphen) {
  Room room;
  room.style.hyphenate = true;
  const std::vector<SetLine> lines = room.set(plain("generation"), {room.style}, {40_pt, 200_pt});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[0].hyphenated);
  EXPECT_FALSE(lines[1].hyphenated);
  EXPECT_EQ(shown(lines[1]), "eration@0");
  const GlyphRun& run = lines[0].runs[0].run;
  EXPECT_EQ(run.text, "gen\u00AD");
  EXPECT_EQ(run.glyphs.back().id, run.face->glyph_of('-'));
  EXPECT_EQ(run.glyphs.back().text, (TextRange{3, 5}));
  EXPECT_EQ(lines[0].width, 40_pt);
  EXPECT_EQ(lines[0].excess, Length{});
}

TEST(Lines, LettersGiveBesideTheSpacesButNoMoreThanTheirLimit) {
  Room room;
  room.style.align = Align::justify;
  room.style.spacing = {0.5_em, 0.5_em, 0.2_em, {}, {}, 1};
  room.style.letter_flex = {0.1_em, 0.1_em};
  // 42 pt hold "aaa b" of 45: the two gaps between letters give 1 pt each, the space of 2 pt the rest.
  EXPECT_EQ(glyphs(room.set("aaa b cccc", 42_pt)[0].runs[0].run), "9[a]9[a]10[a]4[ ]10[b]5[ ]") << "none before a space or at the end";
  // 43.5 pt: letters go half of their way when spaces have gone a quarter of theirs.
  EXPECT_EQ(glyphs(room.set("aaa b cccc", 43.5_pt)[0].runs[0].run), "9.5[a]9.5[a]10[a]4.5[ ]10[b]5[ ]");
  // 57 pt: 12 pt are lacking; letters give their 2 pt, the space the rest.
  EXPECT_EQ(glyphs(room.set("aaa b ccccc", 57_pt)[0].runs[0].run), "11[a]11[a]10[a]15[ ]10[b]5[ ]");
  EXPECT_NEAR(room.set("aaa b ccccc", 57_pt)[0].width.points(), 57, 1e-3);
}

TEST(Lines, CharactersStandOutOfTheMeasureAtItsEdges) {
  Room room;
  room.style.align = Align::justify;
  room.style.spacing = {0.5_em, 0.5_em, 0.2_em, {}, {}, 1};
  room.style.protrusion = {{{U'(', 0.5}}, {{U'-', 0.5}, {U'.', 0.7}}};
  const std::vector<SetLine> lines = room.set("(a b. ccccc (d", 52_pt);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].x, -5_pt);
  EXPECT_NEAR((lines[0].x + lines[0].width).points(), 59, 1e-3) << "52 pt and 0.7 of the full stop";
  EXPECT_EQ(lines[0].excess, Length{});
  EXPECT_EQ(lines[1].x, Length{}) << "c does not";
  room.style.align = Align::left;
  EXPECT_EQ(room.set("(a", 50_pt)[0].x, -5_pt) << "labels and dates, too";
  room.style.align = Align::right;
  EXPECT_EQ(room.set("b.", 50_pt)[0].x, 37_pt);
  room.style.align = Align::centre;
  EXPECT_EQ(room.set("b.", 50_pt)[0].x, 15_pt);
}

TEST(Lines, LigaturesAreGivenUpWhereLettersStandVisiblyApart) {
  Room room;
  room.style = style_of("Ligature");
  room.style.align = Align::justify;
  room.style.spacing = {0.5_em, 0.5_em, 0.2_em, {}, {}, 1};
  room.style.letter_flex = {0.01_em, 0.02_em};
  const std::string text = "fin a bbbbbb";
  EXPECT_EQ(glyphs(room.set(text, 41_pt)[0].runs[0].run).substr(0, 8), "15.1[fi]");
  EXPECT_EQ(glyphs(room.set(text, 55_pt)[0].runs[0].run).substr(0, 5), "10.2[");
  EXPECT_NEAR(room.set(text, 55_pt)[0].width.points(), 55, 1e-3);
}

TEST(Lines, IdeographsStretchBetweenThemButNotSoFarThatReadersSeeSpaces) {
  Room room;
  room.style.align = Align::justify;
  room.style.letter_flex = {0.01_em, 0.02_em};
  const auto advance = [&](Length measure) { return room.set("漢字漢字漢字漢字漢字漢字漢字", measure)[0].runs[0].run.glyphs[0].advance; };
  const Length natural = advance(1000_pt);
  EXPECT_NEAR((advance(natural * 5 + 2_pt) - natural).points(), 0.5, 1e-3) << "2 pt over four gaps";
  EXPECT_NEAR((advance(natural * 5 + 8_pt) - natural).points(), 1.2, 1e-3) << "0.12 em at most";
}

TEST(Lines, NamesAreNotHyphenated) {
  if (!hyphenation_for("en")) GTEST_SKIP() << "no English patterns";
  Room room;
  room.style.hyphenate = true;
  StyledText text = plain("aaaaa generation bb");
  EXPECT_EQ(room.set(text, {room.style}, {100_pt, 100_pt}).size(), 2U);
  text[0].names = {{6, 16}};
  EXPECT_EQ(room.set(text, {room.style}, {100_pt, 100_pt}).size(), 3U);
}

TEST(Lines, SentenceSpacingIsForLanguagesThatHaveIt) {
  Room room;
  room.style.spacing = {0.5_em, {}, {}, 0.3_em, {{U'.', 3}}, 1};
  const auto width = [&](const std::string& text, const TextUsage& usage) {
    return set_lines({plain(text), room.style, {room.style}, "en", {200_pt, 200_pt}, false, &usage}, room.shaper, room.diagnostics)[0].width;
  };
  const TextUsage wide{{}, {}, false, true}, even;
  EXPECT_NEAR(width("a. b", wide).points(), 38, 1e-3);
  EXPECT_EQ(width("a. b", even), 35_pt);
  EXPECT_EQ(width("a.\u00A0b", wide), 35_pt) << "never where the author forbids a break";
}

TEST(Lines, AHyphenThatTheAuthorWroteIsSetOnce) {
  Room room;
  const std::vector<SetLine> lines = room.set("aa-bb", 30_pt);
  EXPECT_THAT(shown(lines), ElementsAre("aa-@0", "bb@0"));
  EXPECT_FALSE(lines[0].hyphenated);
}

TEST(Lines, ALigatureThatALineCutsIsShapedAnew) {
  if (!hyphenation_for("de")) GTEST_SKIP() << "no German patterns";
  Room room;
  room.style = style_of("Ligature");
  room.language = "de";
  EXPECT_EQ(glyphs(room.set("kaufinteresse", 200_pt)[0].runs[0].run).substr(0, 35), "10[k]10[a]10[u]15[fi]10[n]10[t]10[e");
  room.style.hyphenate = true;
  const std::vector<SetLine> lines = room.set(plain("kaufinteresse"), {room.style}, {60_pt, 200_pt});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(glyphs(lines[0].runs[0].run), "10[k]10[a]10[u]10[f]10[\u00AD]");
  EXPECT_EQ(lines[1].runs[0].run.text, "interesse");
}

TEST(Lines, KerningAcrossACutIsGone) {
  Room room;
  room.style = style_of("Kerning");
  EXPECT_EQ(glyphs(room.set("oAVo", 100_pt)[0].runs[0].run), "10[o]8[A]10[V]10[o]");
  const std::vector<SetLine> lines = room.set("oA\u00ADVo", 35_pt);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].width, 30_pt) << "o, A in full and a hyphen";
  EXPECT_EQ(glyphs(lines[1].runs[0].run), "10[V]10[o]");
}

TEST(Lines, AHebrewWordInEnglishTextStandsInVisualOrder) {
  Room room;
  room.catalogue.script_fallbacks = {{"Hebr", {"Rtl"}}};
  const std::vector<SetLine> lines = room.set("ab \u05D0\u05D1 cd", 200_pt);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(shown(lines[0]), "ab @0  \u05D0\u05D1@30   cd@50");
  const GlyphRun& run = lines[0].runs[1].run;
  EXPECT_TRUE(run.right_to_left);
  EXPECT_EQ(glyphs(run), "10[\u05D1]10[\u05D0]");
}

TEST(Lines, HebrewWordsRunFromRightToLeftAndTheirTextIsLogical) {
  Room room;
  room.style = style_of("Rtl");
  const std::vector<SetLine> lines = room.set("\u05D0\u05D1 \u05D2", 200_pt);
  ASSERT_EQ(lines[0].runs.size(), 1U) << "one run";
  EXPECT_EQ(lines[0].runs[0].run.text, "\u05D0\u05D1 \u05D2");
  EXPECT_EQ(glyphs(lines[0].runs[0].run), "10[\u05D2]10[ ]10[\u05D1]10[\u05D0]");
  EXPECT_EQ(lines[0].runs[0].x, Length{});
  const std::vector<SetLine> two = room.set("\u05D0\u05D1 \u05D2", 20_pt);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].width, 20_pt) << "the space at the line's end hangs out on the right, at the end of an English line";
  EXPECT_EQ(two[0].runs[0].x, Length{});
}

/// x counts from the right edge to a run's right edge.
TEST(Lines, OfARightToLeftParagraphBeginOnTheRight) {
  Room room;
  room.style = style_of("Rtl");
  const StyledText text = plain("\u05D0\u05D1 ab \u05D2");
  const auto set = [&](Length measure, Align align) {
    room.style.align = align;
    const std::vector<Style> styles = {room.style};
    return set_lines({text, room.style, styles, "he", {measure, measure}, true}, room.shaper, room.diagnostics);
  };
  EXPECT_EQ(shown(set(200_pt, Align::left)[0]), "\u05D0\u05D1 @0  ab@30   \u05D2@50");
  EXPECT_EQ(shown(set(200_pt, Align::right)[0]), "\u05D0\u05D1 @130  ab@160   \u05D2@180") << "right: where lines end";
  const std::vector<SetLine> two = set(60_pt, Align::left);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].width, 50_pt) << "the space at the end hangs out";
  EXPECT_TRUE(two[0].runs.back().run.right_to_left) << "UAX 9, L1";
}

TEST(Lines, RunsAreAsLongAsFaceStyleLinkAndMeaningStayTheSame) {
  Room room;
  Style red = room.style;
  red.colour = {255, 0, 0};
  const std::vector<Style> styles = {room.style, red};
  const StyledText text = {Piece{"a b", 0, kNoLink, 1, {}}, Piece{"c", 0, kNoLink, 1, {}}, Piece{"d", 1, kNoLink, 1, {}}, Piece{"e", 1, 0, 1, {}},
                           Piece{"f", 1, 0, 2, {}}};
  const std::vector<SetLine> lines = room.set(text, styles, {200_pt, 200_pt});
  EXPECT_EQ(shown(lines[0]), "a bc@0  d@40  e@50  f@60");
  EXPECT_EQ(lines[0].runs[1].run.colour, (Colour{255, 0, 0}));
  EXPECT_EQ(lines[0].runs[2].link, 0U);
  EXPECT_EQ(lines[0].runs[3].element, 2U);
}

TEST(Lines, TrackingSpreadsTheGlyphs) {
  Room room;
  room.style.tracking = 0.1_em;
  EXPECT_EQ(glyphs(room.set("ab", 100_pt)[0].runs[0].run), "11[a]11[b]");
}

TEST(Lines, NothingGivesNoLines) {
  Room room;
  EXPECT_TRUE(room.set(plain(""), {room.style}, {10_pt, 10_pt}).empty());
  EXPECT_TRUE(room.set({}, {}, {10_pt, 10_pt}).empty());
}

TEST(Lines, RaggedLinesFillUpUnlessTheStyleAllowsForEvenOnes) {
  Room room;
  const std::string text = "aaa bb cccc dd";
  EXPECT_THAT(shown(room.set(text, 80_pt)), ElementsAre("aaa bb @0", "cccc dd@0"));
  room.style.ragged = 2_em;
  EXPECT_THAT(shown(room.set(text, 110_pt)), ElementsAre("aaa bb cccc @0", "dd@0"));
}

}  // namespace
}  // namespace galley
