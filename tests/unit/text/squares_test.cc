// Marks and brackets in squares, and words in letters among them, in ten-point type. The font's brackets and commas take half of
// their square; the middle dot and "，" have a quarter of blank and more on both sides.
#include "text/squares.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/numbers.h"
#include "tests/support/type_room.h"
#include "text/lines.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;
using testing::style_of;
using testing::TypeRoom;

struct Room : TypeRoom {
  Style style = style_of("Marks");
  std::string language = "ja";

  Room() { style.squares = {true, 0.08_em}; }
  std::vector<SetLine> set(const std::string& text, Length measure) {
    return set_lines({plain(text), style, {style}, language, {measure, measure}}, shaper, diagnostics);
  }
};

std::string in_points(Length length) { return format_number(length.points(), 1); }

/// A line from left to right: where each glyph's ink begins if nothing of it is blank, and the glyph.
std::string glyphs(const SetLine& line) {
  std::string text;
  for (const SetRun& run : line.runs) {
    Length x = run.x;
    for (const Glyph& glyph : run.run.glyphs) {
      text += (text.empty() ? "" : " ") + in_points(x + glyph.x) + run.run.text.substr(glyph.text.begin, glyph.text.end - glyph.text.begin);
      x += glyph.advance;
    }
  }
  return text;
}

std::vector<std::string> glyphs(const std::vector<SetLine>& lines) {
  std::vector<std::string> all;
  for (const SetLine& line : lines) all.push_back(glyphs(line));
  return all;
}

TEST(Squares, AMarkGivesUpItsBlankBesideAnother) {
  Room room;
  const auto set = [&](const char* text) { return glyphs(room.set(text, 200_pt)[0]); };
  EXPECT_EQ(set("あ「い」あ"), "0あ 10「 20い 30」 40あ") << "alone it keeps its square";
  EXPECT_EQ(set("「「あ"), "0「 5「 15あ") << "no blank between brackets that open";
  EXPECT_EQ(set("あ」」、あ"), "0あ 10」 15」 20、 30あ") << "nor between those that close";
  EXPECT_EQ(set("あ。」「あ"), "0あ 10。 15」 20「 30あ") << "one half between closing and opening";
  EXPECT_EQ(set("あ」・「あ"), "0あ 10」 15・ 20「 30あ") << "the dot keeps its quarters";
  EXPECT_EQ(set("あ，「あ"), "0あ 10， 15「 25あ") << "a comma in the middle of its square keeps its blank";
  room.style.squares.squeeze = false;
  EXPECT_EQ(set("あ。」「あ"), "0あ 10。 20」 30「 40あ");
}

TEST(Squares, ALineThatIsTooLongTakesTheBlankOfMarks) {
  Room room;
  room.style.align = Align::justify;
  EXPECT_THAT(glyphs(room.set("あ、い「あ」いあい", 77_pt)), ElementsAre("0あ 10、 19い 28「 38あ 48」 57い 67あ", "0い"))
      << "three marks give one point each of their five; the bracket's ink moves with it";
  EXPECT_THAT(glyphs(room.set("あい。あいあ", 57_pt)), ElementsAre("0あ 10い 20。 30あ 40い", "0あ")) << "a full stop gives nothing";
}

TEST(Squares, WhatStandsOutOfTheMeasureIsNotTakenAsWell) {
  Room room;
  room.style.align = Align::justify;
  room.style.protrusion = {{{U'「', 0.5}}, {{U'、', 0.5}, {U'，', 0.5}}};
  EXPECT_THAT(glyphs(room.set("「あいあ、いあい", 40_pt)), ElementsAre("-5「 5あ 15い 25あ 35、", "0い 10あ 20い"));
  EXPECT_THAT(glyphs(room.set("いあ，いあ", 27.5_pt)), ElementsAre("0い 10あ 20，", "0い 10あ")) << "a quarter is all that it has";
  EXPECT_THAT(glyphs(room.set("いあ「「あ", 39_pt)), ElementsAre("0い 10あ", "-5「 0「 10あ"));
}

TEST(Squares, WordsInLettersStandALittleApart) {
  Room room;
  const auto set = [&](const char* text) { return glyphs(room.set(text, 200_pt)[0]); };
  EXPECT_EQ(set("あabい1あ"), "0あ 10.8a 20.8b 31.6い 42.41 53.2あ");
  EXPECT_EQ(set("あ a、1「b"), "0あ 10  20a 30、 401 50「 60b") << "not beside spaces, marks and brackets";
  room.style.squares.letters = Em{};
  EXPECT_EQ(set("あabい"), "0あ 10a 20b 30い");
}

TEST(Squares, ThatSpaceVanishesWhereALineBreaks) {
  Room room;
  EXPECT_THAT(glyphs(room.set("あいab", 40_pt)), ElementsAre("0あ 10い", "0a 10b"));
  EXPECT_THAT(glyphs(room.set("abあい", 30_pt)), ElementsAre("0a 10b", "0あ 10い"));
  room.style.align = Align::justify;
  EXPECT_THAT(glyphs(room.set("あいabあいあ", 61_pt)), ElementsAre("0あ 10い 20.5a 30.5b 41あ 51い", "0あ")) << "it shrinks, to half at the most";
}

TEST(Squares, TheTextStaysAsItIs) {
  Room room;
  std::string text;
  const std::vector<SetLine> lines = room.set("あabい「あ」、1", 200_pt);
  for (const SetRun& run : lines[0].runs) text += run.run.text;
  EXPECT_EQ(text, "あabい「あ」、1");
}

}  // namespace
}  // namespace galley
