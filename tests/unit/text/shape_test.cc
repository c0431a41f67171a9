#include "text/shape.h"

#include <gtest/gtest.h>
#include <hb.h>

#include "tests/support/type_room.h"

namespace galley {
namespace {

using testing::plain;
using testing::style_of;
using testing::TypeRoom;

/// Each segment as text@Face; spaces as "_"; right to left with "<" before.
std::string segments(const ShapedText& shaped) {
  std::string shown;
  for (const Segment& segment : shaped.segments) {
    if (!shown.empty()) shown += ' ';
    if ((segment.level & 1U) != 0) shown += '<';
    shown += segment.is_space ? "_" : shaped.text.substr(segment.begin, segment.end - segment.begin) + "@" + segment.face->name();
  }
  return shown;
}

/// The glyphs of a segment in visual order: advance[text].
std::string glyphs(const ShapedText& shaped, std::size_t segment) {
  const Segment& of = shaped.segments.at(segment);
  std::string shown;
  for (const ShapedGlyph& glyph : of.glyphs)
    shown += std::to_string(glyph.advance) + "[" + shaped.text.substr(of.begin + glyph.begin, glyph.end - glyph.begin) + "]";
  return shown;
}

TEST(Shape, CutsAtSpacesPiecesAndFaces) {
  TypeRoom room;
  std::vector<Style> styles = {style_of("Square"), style_of("Square")};
  styles[1].weight = 700;
  EXPECT_EQ(segments(room.shape(plain("ab c"), styles)), "ab@Square-Regular _ c@Square-Regular");
  EXPECT_EQ(segments(room.shape({Piece{"a", 0, kNoLink, 0, {}}, Piece{"b c", 1, kNoLink, 0, {}}}, styles)),
            "a@Square-Regular b@Square-Bold _ c@Square-Bold");
  EXPECT_EQ(segments(room.shape({Piece{"a", 0, kNoLink, 0, {}}, Piece{"b", 0, kNoLink, 1, {}}}, styles)),
            "a@Square-Regular b@Square-Regular")
      << "each piece keeps its meaning";
  EXPECT_EQ(segments(room.shape(plain("a  b\u00A0c"), styles)), "a@Square-Regular _ _ b@Square-Regular _ c@Square-Regular");
  EXPECT_EQ(room.messages(), "");
}

TEST(Shape, LettersOfAVariableFontAreThoseOfTheirSizeInWholePoints) {
  TypeRoom room;
  std::vector<Style> styles(4, style_of("Flexible"));
  styles[0].size = 8.4_pt;
  styles[1].size = 22.7_pt;
  styles[2].optical_size = {OpticalSize::From::style, 11_pt};
  styles[3].optical_size = {OpticalSize::From::font, {}};
  StyledText text;
  for (StyleId style = 0; style < styles.size(); ++style) text.push_back(Piece{"a", style, kNoLink, 0, {}});
  const ShapedText shaped = room.shape(text, styles);
  EXPECT_EQ(glyphs(shaped, 0), "1040[a]") << "8 pt";
  EXPECT_EQ(glyphs(shaped, 1), "980[a]") << "23 pt";
  EXPECT_EQ(glyphs(shaped, 2), "1020[a]");
  EXPECT_EQ(glyphs(shaped, 3), "1000[a]");
  EXPECT_EQ(room.messages(), "");
}

TEST(Shape, NothingGivesNothing) {
  TypeRoom room;
  EXPECT_TRUE(room.shape({}, {}).segments.empty());
  EXPECT_TRUE(room.shape(plain(""), {style_of("Square")}).segments.empty());
}

TEST(Shape, GlyphsKnowTheirText) {
  TypeRoom room;
  EXPECT_EQ(glyphs(room.shape(plain("aé"), {style_of("Square")}), 0), "1000[a]1000[é]");
  EXPECT_EQ(glyphs(room.shape(plain("afib"), {style_of("Ligature")}), 0), "1000[a]1500[fi]1000[b]");
  EXPECT_EQ(glyphs(room.shape(plain("AVo"), {style_of("Kerning")}), 0), "800[A]1000[V]1000[o]");
}

TEST(Shape, FeaturesCanBeSwitchedOff) {
  TypeRoom room;
  Style style = style_of("Ligature");
  style.features = {{"liga", 0}};
  EXPECT_EQ(glyphs(room.shape(plain("fi"), {style_of("Ligature"), style}), 0), "1500[fi]");
  EXPECT_EQ(glyphs(room.shape({Piece{"fi", 1, kNoLink, 0, {}}}, {style_of("Ligature"), style}), 0), "1000[f]1000[i]")
      << "though the word was seen before with the feature";
}

TEST(Shape, LigaturesAndKerningAreUnsafeToBreak) {
  TypeRoom room;
  const ShapedText kerned = room.shape(plain("AVo"), {style_of("Kerning")});
  EXPECT_TRUE(kerned.segments[0].glyphs[1].unsafe_to_break);
  EXPECT_FALSE(kerned.segments[0].glyphs[2].unsafe_to_break);
}

TEST(Shape, RightToLeftGlyphsStandInVisualOrder) {
  TypeRoom room;
  const ShapedText shaped = room.shape(plain("1 \u05D0\u05D1 2"), {style_of("Rtl")});
  EXPECT_EQ(segments(shaped), "1@Rtl _ <\u05D0\u05D1@Rtl <_ 2@Rtl");
  EXPECT_EQ(glyphs(shaped, 2), "1000[\u05D1]1000[\u05D0]");
}

TEST(Shape, JoiningLettersSeeTheirNeighboursAcrossPieces) {
  TypeRoom room;
  const std::vector<Style> styles = {style_of("Rtl")};
  const ShapedText alone = room.shape(plain("\u0628"), styles);
  const ShapedText word = room.shape({Piece{"\u0628", 0, kNoLink, 0, {}}, Piece{"\u0628", 0, kNoLink, 1, {}}}, styles);
  ASSERT_EQ(word.segments.size(), 2U);
  const GlyphId isolated = alone.segments[0].glyphs[0].id, initial = word.segments[0].glyphs[0].id, final = word.segments[1].glyphs[0].id;
  EXPECT_NE(isolated, initial);
  EXPECT_NE(isolated, final);
  EXPECT_NE(initial, final);
  EXPECT_EQ(glyphs(room.shape(plain("\u0644\u0627"), styles), 0), "1000[\u0644\u0627]") << "the ligature that must be";
}

TEST(Shape, AMissingCharacterComesFromAFallback) {
  TypeRoom room;
  room.catalogue.script_fallbacks = {{"Hebr", {"Sparse", "Rtl"}}, {"Latn", {"Square"}}};
  EXPECT_EQ(segments(room.shape(plain("a \u05D0b"), {style_of("Sparse")})), "a@Sparse _ <\u05D0@Rtl b@Square-Regular");
  EXPECT_EQ(room.messages(), "");
}

TEST(Shape, ACharacterThatNoFontHasIsWarnedAboutOnce) {
  TypeRoom room;
  room.catalogue.script_fallbacks = {{"Grek", {"Rtl"}}};
  const Span place{1, 20, 30};
  const ShapedText shaped = room.shape({Piece{"a\u03B1\u03B2", 0, kNoLink, 0, place}}, {style_of("Square")});
  room.shape(plain("\u03B1"), {style_of("Square")});
  EXPECT_EQ(room.messages(),
            "no font has the character '\u03B1' (U+03B1); a gap is left in its place | the family 'Square' and its fallbacks were tried; "
            "choose a family that has it\n"
            "no font has the character '\u03B2' (U+03B2); a gap is left in its place | the family 'Square' and its fallbacks were tried; "
            "choose a family that has it\n");
  EXPECT_EQ(room.diagnostics.all()[0].severity, Severity::warning);
  EXPECT_EQ(room.diagnostics.all()[0].span, place);
  ASSERT_EQ(shaped.segments.size(), 2U);
  EXPECT_EQ(shaped.segments[1].glyphs[0].id, 0U);
  EXPECT_EQ(glyphs(shaped, 1), "1000[\u03B1]1000[\u03B2]") << "the words stay in the text";
}

TEST(Shape, WhatIsInvisibleIsNotMissed) {
  TypeRoom room;
  const ShapedText shaped = room.shape(plain("a\u00ADb\u200Bc\u2060d\u200Ee\uFEFFf\u200Dg"), {style_of("Square")});
  EXPECT_EQ(room.messages(), "");
  for (const Segment& segment : shaped.segments)
    for (const ShapedGlyph& glyph : segment.glyphs) {
      const std::string text = shaped.text.substr(segment.begin + glyph.begin, glyph.end - glyph.begin);
      const bool has_letter = !text.empty() && text[0] >= 'a' && text[0] <= 'g';
      EXPECT_EQ(glyph.advance, has_letter ? 1000 : 0) << text;
    }
}

TEST(Shape, ANonBreakingHyphenComesFromAFontThatHasOneOrIsMissed) {
  TypeRoom room;
  room.shape(plain("a\u2011b"), {style_of("Square")});  // has the hyphen of ASCII only
  EXPECT_EQ(room.diagnostics.all().size(), 1U) << "and not a silent gap";
  if (room.fonts.find({"Tinos"}, {}, room.diagnostics) == nullptr) GTEST_SKIP() << "Tinos is not installed";
  room.catalogue.script_fallbacks = {{"Latn", {"Tinos"}}};
  EXPECT_NE(room.shape(plain("a\u2011b"), {style_of("Square")}).segments[1].glyphs[0].id, 0U);
}

TEST(Shape, AccentsStayWithTheirLetter) {
  TypeRoom room;
  const ShapedText shaped = room.shape(plain("e\u0301a"), {style_of("Square")});
  EXPECT_EQ(glyphs(shaped, 0), "1000[e\u0301]1000[a]");
  EXPECT_EQ(shaped.segments[0].glyphs[0].id, shaped.segments[0].face->glyph_of(U'é'));
  EXPECT_EQ(room.messages(), "");
}

TEST(Shape, AVariationSelectorThatTheFontDoesNotKnowGetsNoGlyph) {
  TypeRoom room;
  const ShapedText shaped = room.shape(plain("a\uFE0Fb e\u0301\uFE0F"), {style_of("Square")});
  EXPECT_EQ(glyphs(shaped, 0), "1000[a\uFE0F]1000[b]");
  EXPECT_EQ(shaped.segments[2].glyphs.size(), 1U) << "the accent is still there";
  EXPECT_EQ(shaped.segments[2].glyphs[0].id, shaped.segments[2].face->glyph_of(U'é'));
}

TEST(Shape, MarksAreCappedAtThirty) {
  TypeRoom room;
  std::string thirty = "a";
  for (int i = 0; i < 30; ++i) thirty += "\u0301";
  const ShapedText most = room.shape(plain(thirty + "b"), {style_of("Square")});
  EXPECT_EQ(most.text, thirty + "b");
  EXPECT_EQ(room.messages(), "");
  std::string more = thirty;
  for (int i = 0; i < 5000; ++i) more += "\u0301";
  EXPECT_EQ(room.shape(plain(more + "b"), {style_of("Square")}).text, thirty + "b");
  EXPECT_EQ(room.messages(), "more than 30 combining marks on one character; the rest is left out\n");
}

TEST(Shape, LetterCaseIsPartOfTheText) {
  TypeRoom room;
  Style style = style_of("Square");
  style.letter_case = LetterCase::upper;
  EXPECT_EQ(room.shape(plain("ab c"), {style}).text, "AB C");
}

TEST(Shape, AMissingFamilyIsAnErrorAndGivesNoSegments) {
  TypeRoom room;
  EXPECT_TRUE(room.shape(plain("a"), {style_of("No Such Family")}).segments.empty());
  ASSERT_TRUE(room.diagnostics.has_errors());
  EXPECT_EQ(room.diagnostics.all().back().blame, Blame::machine);
}

}  // namespace
}  // namespace galley
