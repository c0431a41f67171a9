// A stream -> flow lines, in type of ten points whose letters are ten points wide, in a frame whose text column runs from
// 100pt to 200pt and whose label column from 20pt to 80pt.
#include "page/flow.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/numbers.h"
#include "page/paginate.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;
using testing::style_of;
using testing::TypeRoom;

TextBlock paragraph(StyledText text) {
  TextBlock paragraph;
  paragraph.text = std::move(text);
  return paragraph;
}

Block block(BlockKind kind) {
  Block block;
  block.kind = std::move(kind);
  return block;
}

Block text_block(const std::string& text) { return block(paragraph(plain(text))); }

Label label_of(const std::string& text) { return {.text = plain(text), .style = 0, .placement = LabelPlacement::beside, .again = {}, .space_below = {}}; }

struct Room : TypeRoom {
  BreakRules breaks;
  Composed composed;
  Stream stream;

  Room() {
    stream.frame.left = 20_pt;
    stream.frame.right = 200_pt;
    stream.frame.label = 60_pt;
    stream.frame.gutter = 20_pt;
    stream.frame.top = 5_pt;
    stream.frame.first_line = 10_pt;
    stream.frame.lowest = 380_pt;
    stream.frame.leading = 12_pt;
    composed.language = "en";
    composed.styles = {style_of("Square")};
  }

  ComposedSection& section() { return stream.sections.emplace_back(); }
  ComposedSection& section(const std::string& label) {
    section().label = label_of(label);
    stream.sections.back().label_clearance = 20_pt;
    return stream.sections.back();
  }
  /// Begins an item of the last section.
  Part& item() {
    if (stream.sections.empty()) section();
    return stream.sections.back().items.emplace_back();
  }
  /// Adds a block to the last item.
  Block& add(Block block) {
    if (stream.sections.empty() || stream.sections.back().items.empty()) item();
    return stream.sections.back().items.back().blocks.emplace_back(std::move(block));
  }
  Block& add(const std::string& text) { return add(text_block(text)); }
  Block& add(StyledText text) { return add(block(paragraph(std::move(text)))); }
  Row& add_row(const std::string& text, const std::string& beside, RowSide side = RowSide::right_of_first) {
    return std::get<Row>(add(block(Row{paragraph(plain(text)), plain(beside), side})).kind);
  }

  Flowed flowed() { return flow(stream, {composed, breaks, shaper, diagnostics}); }
  std::vector<FlowLine> lines() { return flowed().lines; }
};

std::string in_points(Length length) { return format_number(length.points(), 1); }

/// What a line draws: runs as text@x, or text@x,y off the baseline; links as {text -> target left..right}.
std::string shown(const FlowLine& line) {
  std::string text;
  for (const Item& item : line.items) {
    if (!text.empty()) text += "  ";
    if (const auto* run = std::get_if<GlyphRun>(&item.what)) {
      text += run->text + "@" + in_points(item.at.x) + (item.at.y == Length{} ? "" : "," + in_points(item.at.y));
    } else if (const auto* link = std::get_if<LinkArea>(&item.what)) {
      text += "{" + link->text + " -> " + link->target + " " + in_points(item.at.x) + ".." + in_points(item.at.x + link->size.width) + "}";
    }
  }
  return text;
}

std::vector<std::string> shown(const std::vector<FlowLine>& lines) {
  std::vector<std::string> all;
  for (const FlowLine& line : lines) all.push_back(shown(line));
  return all;
}

std::vector<std::string> steps(const std::vector<FlowLine>& lines) {
  std::vector<std::string> all;
  for (const FlowLine& line : lines) all.push_back(in_points(line.step));
  return all;
}

std::vector<std::string> costs(const std::vector<FlowLine>& lines) {
  std::vector<std::string> all;
  for (const FlowLine& line : lines) all.push_back(std::isinf(line.break_cost) ? "never" : format_number(line.break_cost, 0));
  return all;
}

TEST(Flow, SetsBlocksInTheirColumn) {
  Room room;
  room.add("text that goes on");
  EXPECT_THAT(shown(room.lines()), ElementsAre("text that @100", "goes on@100"));
  room.stream.frame.label = {};
  EXPECT_THAT(shown(room.lines()), ElementsAre("text that goes on@20"));
}

TEST(Flow, KeepsFreeWhatFiguresBesideTake) {
  Room room;
  room.stream.frame.label = {};
  room.stream.frame.inset_left = 15_pt;
  room.stream.frame.inset_right = 25_pt;
  room.add_row("text ", "2016");
  EXPECT_THAT(shown(room.lines()), ElementsAre("text @35  2016@135"));
}

TEST(Flow, StepsFromBaselineToBaseline) {
  Room room;
  room.add("aaaaa bbbbb");
  room.add("c").space = 30_pt;
  room.add("d");
  EXPECT_THAT(steps(room.lines()), ElementsAre("12", "12", "30", "12"));
}

TEST(Flow, OpensWhereItsFrameSays) {
  Room room;
  room.add("a").space = 40_pt;
  room.stream.frame.first_baseline = 66_pt;
  room.stream.frame.opening = Opening::baseline;
  EXPECT_EQ(room.lines()[0].step, 66_pt);
}

/// A square picture twenty points wide.
Figure picture() {
  auto image = std::make_shared<Image>();
  image->width = image->height = 400;
  Figure figure;
  figure.image = image;
  figure.rule.width = 20_pt;
  return figure;
}

TEST(Flow, AFigureThatOpensAFrameHasItsTopEdgeAtTheMarginOrWhereItsSpaceSays) {
  Room room;
  room.stream.frame.first_baseline = 66_pt;
  room.stream.frame.opening = Opening::baseline;
  Block& figure = room.add(block(picture()));
  EXPECT_EQ(room.lines()[0].step, 25_pt);
  figure.space = 9_pt;
  EXPECT_EQ(room.lines()[0].step, 29_pt);
}

TEST(Flow, TheSpaceBeforeAFigureEndsAtItsTopEdge) {
  Room room;
  room.add("a");
  Block& figure = room.add(block(picture()));
  EXPECT_EQ(room.lines()[1].step, 26_pt) << "half a leading";
  figure.space = 9_pt;
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_EQ(lines[1].step, 29_pt);
  EXPECT_EQ(lines[1].rise, 20_pt);
  EXPECT_EQ(lines[1].items[0].at, (Point{100_pt, -20_pt}));
}

TEST(Flow, AFigureBesideIsPlacedOnThePageWithTheNextLine) {
  Room room;
  room.stream.frame.label = {};
  room.stream.frame.inset_right = 26_pt;
  Figure figure = picture();
  figure.rule.beside = FigureSide::right;
  figure.rule.gap = 6_pt;
  figure.rule.top = 50_pt;
  room.add(block(figure));
  room.add("a");
  const std::vector<FlowLine> lines = room.lines();
  ASSERT_EQ(lines.size(), 1U);
  ASSERT_EQ(lines[0].fixed.size(), 1U);
  EXPECT_EQ(lines[0].fixed[0].at, (Point{180_pt, 50_pt}));
  EXPECT_EQ(lines[0].fixed_bottom, 70_pt);
  room.stream.sections[0].items[0].blocks.pop_back();
  EXPECT_EQ(room.lines().at(0).fixed.size(), 1U) << "nor is it lost where no line comes";
}

TEST(Flow, SetsALabelBesideTheFirstLine) {
  Room room;
  room.section("Label two");
  room.add("aaaaa bbbbb");
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("Label @20  two@20,12  aaaaa @100", "bbbbb@100"));
  EXPECT_EQ(lines[0].hang, 12_pt);
  EXPECT_EQ(lines[1].hang, Length{});
}

TEST(Flow, SetsALabelAboveOverTheWholeWidth) {
  Room room;
  ComposedSection& section = room.section("Label two and three");
  section.label->placement = LabelPlacement::above;
  section.label->space_below = 17_pt;
  section.decorations.push_back({LineDecoration::Where::below, 3_pt, 1_pt, {}});
  room.add("aaaaa");
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("Label two and @20", "three@20", "aaaaa@100"));
  EXPECT_THAT(steps(lines), ElementsAre("12", "12", "17"));
  EXPECT_EQ(std::get<Rule>(lines[0].items[0].what).size.width, 180_pt);
  EXPECT_EQ(lines[0].items[0].at.y, 15_pt) << "below the last line of the label, not through it";
}

TEST(Flow, ALineBesideTheLabelBeginsWhereItEnds) {
  Room room;
  ComposedSection& section = room.section("Label");
  section.label->placement = LabelPlacement::above;
  section.decorations.push_back({LineDecoration::Where::beside, 3_pt, 1_pt, {}});
  room.add("aaaaa");
  const Item rule = room.lines()[0].items[0];
  EXPECT_EQ(rule.at.x, 75_pt) << "half an em after it";
  EXPECT_EQ(std::get<Rule>(rule.what).size.width, 125_pt);
}

TEST(Flow, ALabelThatIsTallerThanItsSectionPushesTheNextOneDown) {
  Room room;
  for (const char* label : {"one two three four", "five"}) {
    room.section(label).space = 34_pt;
    room.add("text");
  }
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_EQ(lines[0].hang, 36_pt) << "four lines";
  EXPECT_EQ(lines[1].step, 56_pt) << "20pt below the label's last line";
  room.stream.sections[0].label = label_of("one");
  EXPECT_EQ(room.lines()[1].step, 34_pt);
}

TEST(Flow, HowFarTheTextHasComeCountsAgainstTheLabel) {
  Room room;
  room.section("one two three four");
  room.add("text");
  room.add("more");
  room.add("and more");
  room.section("five");
  room.add("text");
  EXPECT_EQ(room.lines()[3].step, 32_pt) << "36 + 20 less two lines of 12";
}

TEST(Flow, ALabelIsRepeatedOnFurtherPages) {
  Room room;
  room.section("one").label->again = plain("again");
  room.add("a");
  room.add("b");
  room.section("two");
  room.add("c");
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_FALSE(lines[0].label_again);
  ASSERT_TRUE(lines[1].label_again);
  EXPECT_EQ(std::get<GlyphRun>(lines[1].label_again->at(0).what).text, "again");
  EXPECT_FALSE(lines[2].label_again);
}

Bullet bullet_of(bool hang) { return {.mark = plain("•"), .indent = 5_pt, .gap = 4_pt, .hang = hang}; }

TEST(Flow, TheGapAfterABulletIsARealSpace) {
  Room room;
  paragraph_of(room.add("aaa bbb cc"))->bullet = bullet_of(true);
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("• @105  aaa bbb @119", "cc@119"));
  const auto& mark = std::get<GlyphRun>(lines[0].items[0].what);
  ASSERT_EQ(mark.glyphs.size(), 2U);
  EXPECT_EQ(mark.glyphs[1].id, mark.face->glyph_of(' '));
  EXPECT_EQ(mark.glyphs[1].advance, 4_pt);
  EXPECT_EQ(mark.glyphs[1].text, (TextRange{3, 4}));
}

TEST(Flow, FurtherLinesMayStandUnderTheBullet) {
  Room room;
  paragraph_of(room.add("aaa bbb ccccccccc"))->bullet = bullet_of(false);
  EXPECT_THAT(shown(room.lines()), ElementsAre("• @105  aaa bbb @119", "ccccccccc@100"));
}

TEST(Flow, ADateStandsFlushRightAndKeepsItsDistance) {
  Room room;
  Row& row = room.add_row("aaaa ", "2016");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaaa @100  2016@160"));
  row.main.text = plain("aaa bb ");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaa @100", "bb @100  2016@160,-12")) << "the row is broken an em before the date";
}

TEST(Flow, ADateIsReadAfterTheWholeRowOrInTheLabelColumnBeforeIt) {
  Room room;
  Row& row = room.add_row("aaa bbb ", "2016");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaa @100", "bbb @100  2016@160,-12"));
  row.side = RowSide::right_of_last;
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaa @100", "bbb @100  2016@160"));
  row.side = RowSide::label_column;
  EXPECT_THAT(shown(room.lines()), ElementsAre("2016@20  aaa bbb @100"));
  row.main.text = plain("aaaaa bbbbb ");
  EXPECT_THAT(shown(room.lines()), ElementsAre("2016@20  aaaaa @100", "bbbbb @100"));
  room.stream.frame.label = {};
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaaaa bbbbb @20  2016@160")) << "without a label column it stands on the right";
}

TEST(Flow, AShortRowWithADateIsNotBrokenOverPages) {
  Room room;
  Row& row = room.add_row("aaaaa bbbbb ccccc ddddd", "2016");
  EXPECT_THAT(costs(room.lines()), ElementsAre("0", "never", "never", "never"));
  row.main.text = plain("aaaaa bbbbb ccccc ddddd eeeee");
  const std::vector<FlowLine> lines = room.lines();
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(shown(lines[0]), "aaaaa @100  2016@160") << "a long row may be broken, so its date stays with its line";
  EXPECT_LT(lines[2].break_cost, kNeverBreak);
}

TEST(Flow, ADateStaysOnOneLine) {
  Room room;
  room.add_row("a ", "20\u2028o \u20293");
  EXPECT_THAT(shown(room.lines()), ElementsAre("a @100  20 o 3@140")) << "no word of it is lost";
}

TEST(Flow, ADateTooWideToStandBesideItsRowStandsBelowIt) {
  Room room;
  room.add_row("a ", "2016 to 2020");
  EXPECT_THAT(shown(room.lines()), ElementsAre("a @100", "2016 to @130", "2020@160"));
  EXPECT_THAT(costs(room.lines()), ElementsAre("0", "never", "never")) << "and is not parted from it";
  EXPECT_EQ(room.messages(), "");
}

TEST(Flow, WhatComesNextKeepsClearOfADateThatIsLongerThanItsRow) {
  Room room;
  room.add_row("one ", "2016 2017 2018", RowSide::label_column);
  room.item();
  room.add_row("two ", "2019", RowSide::label_column);
  room.section();
  room.add("next");
  EXPECT_THAT(shown(room.lines()), ElementsAre("2016 @20  2017 @20,12  2018@20,24  one @100", "2019@20  two @100", "next@100"));
  EXPECT_THAT(steps(room.lines()), ElementsAre("12", "36", "12")) << "a line below the date's last one";
  EXPECT_EQ(room.messages(), "");
}

TEST(Flow, LinksCanBeClickedLineByLine) {
  Room room;
  room.composed.links = {"https://example.org/"};
  room.add({Piece{"see ", 0, kNoLink, 1, {}}, Piece{"this page now", 0, 0, 2, {}}, Piece{".", 0, kNoLink, 1, {}}});
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("see @100  this @140  {this page now -> https://example.org/ 140..180}",
                                        "page now@100  {this page now -> https://example.org/ 100..180}  .@180"))
      << "the space at the line's end is not part of it";
  const Item& area = lines[0].items[2];
  EXPECT_EQ(area.element, 2U);
  EXPECT_EQ(area.at.y, -(8_pt)) << "from the ascent";
  EXPECT_EQ(std::get<LinkArea>(area.what).size.height, 10_pt) << "to the descent";
}

TEST(Flow, ALinksWordsAreToldOnOneLine) {
  Room room;
  room.composed.links = {"https://a.example/"};
  room.add({Piece{"a\u2028b", 0, 0, 1, {}}});
  EXPECT_THAT(shown(room.lines()), ElementsAre("a @100  {a b -> https://a.example/ 100..110}", "b@100  {a b -> https://a.example/ 100..110}"));
}

TEST(Flow, ALinkOverSeveralStylesIsOneAreaAndTwoLinksAreTwo) {
  Room room;
  room.composed.links = {"https://a.example/", "https://b.example/"};
  room.composed.styles.push_back(style_of("Square"));
  room.composed.styles[1].size = 20_pt;
  room.add({Piece{"a", 0, 0, 1, {}}, Piece{"b", 1, 0, 1, {}}, Piece{"c", 0, 1, 2, {}}});
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("a@100  b@110  {ab -> https://a.example/ 100..130}  c@130  {c -> https://b.example/ 130..140}"));
  EXPECT_EQ(std::get<LinkArea>(lines[0].items[2].what).size.height, 20_pt) << "as tall as the taller type";
}

TEST(Flow, LinksInDatesAndCentredLinesAreWhereTheTextIs) {
  Room room;
  room.composed.links = {"https://a.example/"};
  room.composed.styles[0].align = Align::centre;
  room.add({Piece{"abcd", 0, 0, 1, {}}});
  room.add_row("x ", "").beside = {Piece{"2016", 0, 0, 1, {}}};
  EXPECT_THAT(shown(room.lines()), ElementsAre("abcd@130  {abcd -> https://a.example/ 130..170}",
                                               "x @120  2016@160  {2016 -> https://a.example/ 160..200}"));
}

TEST(Flow, AWordThatNoRuleDividesIsReported) {
  Room room;
  const Span place{2, 7, 9};
  room.add({Piece{"a ", 0, kNoLink, 1, {}}, Piece{"xzxzxzxzxzxz and", 0, kNoLink, 0, place}});
  EXPECT_EQ(room.lines().size(), 2U);
  EXPECT_EQ(room.messages(),
            "a word is wider than its column, and divided where no rule divides it | shorten it, mark places to divide it with soft "
                             "hyphens (U+00AD), or widen the column in the layout\n");
  EXPECT_EQ(room.diagnostics.all().at(0).severity, Severity::warning);
  EXPECT_EQ(room.diagnostics.all().at(0).span, place);
}

TEST(Flow, ALineThatIsTooLongIsReported) {
  Room room;
  room.add_row("text ", "2016", RowSide::label_column);
  room.stream.frame.label = 12_pt;
  room.lines();
  EXPECT_EQ(room.messages(),
            "a line is 28pt too long for its column | shorten a long word, allow hyphenation, or widen the column in the layout\n")
      << "no column at all: nothing is divided for it";
  EXPECT_EQ(room.diagnostics.all().at(0).severity, Severity::warning);
}

TEST(Flow, ADateBesideWhichAWordHasNoRoomStandsBelow) {
  Room room;
  room.add_row("xzxzxzxz ", "2016");
  EXPECT_THAT(shown(room.lines()), ElementsAre("xzxzxzxz @100", "2016@160"));
  EXPECT_EQ(room.messages(), "");
}

TEST(Flow, ADateOnTheLastLineLeavesTheOthersTheirWidth) {
  Room room;
  Row& row = room.add_row("aaaaaaaa bbb ", "2016", RowSide::right_of_last);
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaaaaaaa @100", "bbb @100  2016@160"));
  row.main.text = plain("aaaa bbbb ccccc ");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaaa bbbb @100", "ccccc @100  2016@160"));
  row.main.text = plain("aaa bbbbb ");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaa @100", "bbbbb @100  2016@160")) << "one line has no room for both";
}

TEST(Flow, AnEmptyBlockIsALineForItsLabel) {
  Room room;
  room.section("Empty").bookmarks.push_back({"Empty", 1, 3});
  room.add(StyledText{}).bookmarks.push_back({"Entry", 2, 4});
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("Empty@20"));
  ASSERT_EQ(lines[0].bookmarks.size(), 2U);
  EXPECT_EQ(lines[0].bookmarks[0].element, 3U);
  EXPECT_EQ(lines[0].bookmarks[1].element, 4U);
}

TEST(Flow, ASmallSectionMovesToTheNextPageWhole) {
  Room room;
  room.stream.frame.lowest = 15_pt + 12_pt * 9;  // ten lines
  room.breaks.whole_section = 5;
  room.breaks.inside_whole_section = 20;
  for (int i = 0; i < 12; ++i) {
    if (i == 0 || i == 8) room.section("S");
    room.item();
    room.add("a");
  }
  EXPECT_EQ(page_starts(room.lines(), room.stream.frame, room.breaks), (std::vector<std::size_t>{0, 8}));
}

TEST(Flow, RotatedLabelsReadUpwardsAndHoldTheirSectionOpen) {
  Room room;
  room.section("label").label->placement = LabelPlacement::rotated;
  room.add("text");
  room.section();
  room.add(text_block("next"));
  const std::vector<FlowLine> lines = room.lines();
  const auto& run = std::get<GlyphRun>(lines[0].items[0].what);
  EXPECT_TRUE(run.upwards);
  EXPECT_EQ(run.text, "label");
  // Fifty points long, ending seven (the capitals) above the line: it begins 43 below.
  EXPECT_EQ(in_points(lines[0].items[0].at.y), "43");
  EXPECT_EQ(in_points(lines[0].hang), "43");
  EXPECT_EQ(in_points(lines[1].step), "63");
}

TEST(Flow, ARotatedLabelIsDrawnWhole) {
  Room room;
  room.section("one\u2028two").label->placement = LabelPlacement::rotated;
  room.add("text");
  const std::vector<FlowLine> lines = room.lines();
  ASSERT_EQ(lines[0].items.size(), 3U);
  EXPECT_EQ(std::get<GlyphRun>(lines[0].items[1].what).text, "two");
  EXPECT_EQ(in_points(lines[0].items[0].at.x), "30");
  EXPECT_EQ(in_points(lines[0].items[1].at.x), "42") << "the second line right of the first";
  EXPECT_EQ(lines[0].items[0].at.y, lines[0].items[1].at.y);
}

TEST(Flow, ARotatedLabelFromRightToLeftIsDrawnWordByWordAsItIsRead) {
  Room room;
  room.composed.right_to_left = true;
  room.composed.language = "he";
  room.composed.styles = {style_of("Rtl")};
  room.section("\u05D0\u05D1 \u05D2\u05D0\u05D1").label->placement = LabelPlacement::rotated;
  room.add("\u05D0");
  const std::vector<FlowLine> lines = room.lines();
  ASSERT_GE(lines[0].items.size(), 3U);
  const auto& first = std::get<GlyphRun>(lines[0].items[0].what);
  const auto& second = std::get<GlyphRun>(lines[0].items[1].what);
  EXPECT_EQ(first.text, "\u05D0\u05D1 ");
  EXPECT_EQ(second.text, "\u05D2\u05D0\u05D1");
  EXPECT_EQ(first.glyphs.size(), 3U);
  // The line reads down the page from its upper end: the first word, with its space, stands above the second.
  EXPECT_EQ(lines[0].items[1].at.y - lines[0].items[0].at.y, 30_pt);
}

TEST(Flow, ARotatedLabelLongerThanAPageIsBroken) {
  Room room;
  room.section("a label that is longer than this page is high").label->placement = LabelPlacement::rotated;
  room.add("text");
  const std::vector<FlowLine> lines = room.lines();
  ASSERT_EQ(lines[0].items.size(), 3U);
  EXPECT_EQ(std::get<GlyphRun>(lines[0].items[0].what).text, "a label that is longer than this page ");
  EXPECT_EQ(std::get<GlyphRun>(lines[0].items[1].what).text, "is high");
}

TEST(Flow, TheGapOfABulletStandsBeforeTheText) {
  for (const bool right_to_left : {false, true}) {
    Room room;
    room.composed.right_to_left = right_to_left;
    for (const char* mark : {"-", "1"}) {
      Block bulleted = text_block("text");
      std::get<TextBlock>(bulleted.kind).bullet = Bullet{.mark = plain(mark), .indent = 2_pt, .gap = 6_pt};
      room.add(std::move(bulleted));
    }
    for (const FlowLine& line : room.lines()) {
      const Item& last = line.items[line.items.size() - 2];  // the one before the text
      const auto& run = std::get<GlyphRun>(last.what);
      EXPECT_TRUE(run.text.ends_with(' '));
      EXPECT_EQ(in_points((right_to_left ? run.glyphs.front() : run.glyphs.back()).advance), "6");
      EXPECT_EQ(in_points(last.at.x + run.width()), "118");
      EXPECT_EQ(in_points(line.items.back().at.x), "118");
    }
  }
}

TEST(Flow, LabelsAreHyphenatedWhereTheirStyleSaysSo) {
  Room room;
  room.composed.styles.push_back(style_of("Square"));
  room.composed.styles[1].name = "label";
  room.composed.styles[1].hyphenate = true;
  Label& label = *room.section("").label;
  label.text = {Piece{"publications", 1, kNoLink, 0, {}}};
  label.style = 1;
  room.add("text");
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_EQ(in_points(lines[0].hang), "24") << shown(lines[0]);
  EXPECT_EQ(room.messages(), "");
}

TEST(Flow, AMeasuredLabelColumnIsAsWideAsWhatStandsInIt) {
  Room room;
  room.stream.frame.label_measured = true;
  room.section("abc");
  room.add_row("text ", "2016", RowSide::label_column);
  EXPECT_THAT(shown(room.lines()), ElementsAre("abc@20  2016@20  text @80")) << "four letters and the gutter";
  room.stream.frame.label = 30_pt;
  EXPECT_THAT(shown(room.lines()[0]), ::testing::EndsWith("  text @70")) << "but no more than the frame allows";
}

TEST(Flow, DrawsIconsBeforeTheirText) {
  Room room;
  Bullet bullet;
  bullet.icon = {{PathStep::Kind::move, {}, {}, {}}, {PathStep::Kind::line, {24_pt, 12_pt}, {}, {}}};
  bullet.icon_size = 10_pt;
  bullet.gap = 2_pt;
  bullet.width = 16_pt;
  paragraph_of(room.add("text"))->bullet = bullet;
  const std::vector<FlowLine> lines = room.lines();
  ASSERT_EQ(lines[0].items.size(), 2U);
  EXPECT_EQ(lines[0].items[0].element, kArtifact);
  EXPECT_EQ(std::get<Shape>(lines[0].items[0].what).path[1].to, (Point{10_pt, 5_pt}));
  EXPECT_EQ(shown(lines[0]), "text@116");
}

}  // namespace
}  // namespace galley
