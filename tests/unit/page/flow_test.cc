// Blocks -> flow lines, in type of ten points whose letters are ten points wide, on a page whose text column runs from
// 100pt to 200pt and whose label column from 20pt to 80pt.
#include "page/flow.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/numbers.h"
#include "page/paginate.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;
using testing::style_of;
using testing::TypeRoom;

struct Room : TypeRoom {
  Layout layout;
  Composed composed;

  Room() {
    layout.page.size = {220_pt, 400_pt};
    layout.page.left = layout.page.right = layout.head.left = layout.head.right = 20_pt;
    layout.page.top = 5_pt;
    layout.page.first_line = 10_pt;
    layout.page.bottom = 20_pt;
    layout.columns.label = 60_pt;
    layout.columns.gutter = 20_pt;
    layout.sections.space_after_label = 20_pt;
    composed.language = "en";
    composed.styles = {style_of("Square")};
  }

  /// A block after the leading of its style.
  Block& add(StyledText text) {
    Block& block = composed.blocks.emplace_back();
    block.text = std::move(text);
    block.space_from_leading = true;
    return block;
  }
  Block& add(const std::string& text) { return add(plain(text)); }

  std::vector<FlowLine> lines() { return flow(composed, layout, shaper, diagnostics); }
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

TEST(Flow, SetsBlocksInTheirColumn) {
  Room room;
  room.add("head").region = Region::full;
  room.add("text that goes on");
  EXPECT_THAT(shown(room.lines()), ElementsAre("head@20", "text that @100", "goes on@100"));
}

TEST(Flow, StepsFromBaselineToBaseline) {
  Room room;
  Block& head = room.add("head");
  head.region = Region::full;
  head.space_from_leading = false;
  head.space_before = 60_pt;
  Block& spaced = room.add("aaaaa bbbbb");
  spaced.space_from_leading = false;
  spaced.space_before = 30_pt;
  room.add("c");
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(steps(lines), ElementsAre("60", "30", "12", "12"));
  EXPECT_TRUE(lines[0].from_page_top);
  EXPECT_FALSE(lines[1].from_page_top);
}

TEST(Flow, WithoutAHeadTextBeginsAtTheTopMargin) {
  Room room;
  room.add("a");
  EXPECT_EQ(room.lines()[0].step, 15_pt);
}

Label label_of(const std::string& text) { return {plain(text), 0}; }

TEST(Flow, SetsALabelBesideTheFirstLine) {
  Room room;
  Block& block = room.add("aaaaa bbbbb");
  block.label = label_of("Label two");
  block.starts_section = true;
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("Label @20  two@20,12  aaaaa @100", "bbbbb@100"));
  EXPECT_EQ(lines[0].hang, 12_pt);
  EXPECT_EQ(lines[1].hang, Length{});
}

TEST(Flow, ALabelThatIsTallerThanItsSectionPushesTheNextOneDown) {
  Room room;
  for (const char* label : {"one two three four", "five"}) {
    Block& block = room.add("text");
    block.label = label_of(label);
    block.starts_section = true;
    block.space_from_leading = false;
    block.space_before = 34_pt;
  }
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_EQ(lines[0].hang, 36_pt) << "four lines";
  EXPECT_EQ(lines[1].step, 56_pt) << "20pt below the label's last line";
  room.composed.blocks[0].label = label_of("one");
  EXPECT_EQ(room.lines()[1].step, 34_pt);
}

TEST(Flow, HowFarTheTextHasComeCountsAgainstTheLabel) {
  Room room;
  Block& first = room.add("text");
  first.label = label_of("one two three four");
  first.starts_section = true;
  room.add("more");
  room.add("and more");
  Block& next = room.add("text");
  next.label = label_of("five");
  next.starts_section = true;
  EXPECT_EQ(room.lines()[3].step, 32_pt) << "36 + 20 less two lines of 12";
}

Bullet bullet_of(bool hang) { return {plain("•"), 5_pt, 4_pt, hang}; }

TEST(Flow, TheGapAfterABulletIsARealSpace) {
  Room room;
  room.add("aaa bbb cc").bullet = bullet_of(true);
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
  room.add("aaa bbb ccccccccc").bullet = bullet_of(false);
  EXPECT_THAT(shown(room.lines()), ElementsAre("• @105  aaa bbb @119", "ccccccccc@100"));
}

Aside aside_of(const std::string& text, bool on_last = false) { return {plain(text), on_last}; }

TEST(Flow, ADateStandsFlushRightAndKeepsItsDistance) {
  Room room;
  room.add("aaaa ").aside = aside_of("2016");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaaa @100  2016@160"));
  room.composed.blocks[0].text = plain("aaa bb ");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaa @100", "bb @100  2016@160,-12")) << "the row is broken an em before the date";
}

TEST(Flow, ADateFollowsTheWholeRowInReadingOrderWhereverItStands) {
  Room room;
  room.add("aaa bbb ").aside = aside_of("2016");
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaa @100", "bbb @100  2016@160,-12"));
  room.composed.blocks[0].aside->on_last = true;
  EXPECT_THAT(shown(room.lines()), ElementsAre("aaa @100", "bbb @100  2016@160"));
}

TEST(Flow, AShortRowWithADateIsNotBrokenOverPages) {
  Room room;
  room.add("aaaaa bbbbb ccccc ddddd").aside = aside_of("2016");
  std::vector<FlowLine> lines = room.lines();
  ASSERT_EQ(lines.size(), 4U);
  for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_EQ(lines[i].break_cost, kNeverBreak);
  room.composed.blocks[0].text = plain("aaaaa bbbbb ccccc ddddd eeeee");
  lines = room.lines();
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(shown(lines[0]), "aaaaa @100  2016@160") << "a long row may be broken, so its date stays with its line";
  EXPECT_LT(lines[2].break_cost, kNeverBreak);
}

TEST(Flow, ADateStaysOnOneLine) {
  Room room;
  room.add("a ").aside = aside_of("2016\u2028to \u20292020");
  EXPECT_THAT(shown(room.lines()), ElementsAre("a @100  2016 to 2020@80")) << "no word of it is lost";
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
  room.add("x ").aside = Aside{{Piece{"2016", 0, 0, 1, {}}}, false};
  EXPECT_THAT(shown(room.lines()), ElementsAre("abcd@130  {abcd -> https://a.example/ 130..170}",
                                               "x @120  2016@160  {2016 -> https://a.example/ 160..200}"));
}

TEST(Flow, ALineThatIsTooLongIsReported) {
  Room room;
  const Span place{2, 7, 9};
  room.add({Piece{"abcdefghijkl and", 0, kNoLink, 0, place}});
  room.lines();
  EXPECT_EQ(room.messages(),
            "a line is 20pt too long for its column | shorten a long word, allow hyphenation, or widen the column in the layout\n");
  EXPECT_EQ(room.diagnostics.all()[0].severity, Severity::warning);
  EXPECT_EQ(room.diagnostics.all()[0].span, place);
}

TEST(Flow, CostsFollowFromWhereALineStands) {
  Room room;
  room.layout.breaks.inside_section = room.layout.breaks.inside_entry = 1;
  room.layout.breaks.orphan = 10;
  room.layout.breaks.widow = 20;
  room.layout.breaks.after_heading = 100;
  room.add("head").region = Region::full;
  Block& heading = room.add("heading");
  heading.starts_section = heading.starts_entry = heading.is_heading = true;
  Block& entry = room.add("aaaaa bbbbb ccccc ddddd");
  entry.starts_entry = true;
  std::vector<std::string> costs;
  for (const FlowLine& line : room.lines()) costs.push_back(format_number(line.break_cost, 0));
  EXPECT_THAT(costs, ElementsAre("102", "0", "101", "12", "2", "22"));
}

TEST(Flow, AnEmptyBlockIsALineForItsLabel) {
  Room room;
  Block& block = room.add(StyledText{});
  block.label = label_of("Empty");
  block.outline.push_back({"Empty", 1, 3});
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_THAT(shown(lines), ElementsAre("Empty@20"));
  ASSERT_EQ(lines[0].outline.size(), 1U);
  EXPECT_EQ(lines[0].outline[0].element, 3U);
}

TEST(Flow, ASmallSectionMovesToTheNextPageWhole) {
  Room room;
  room.layout.page.size.height = 20_pt + 15_pt + 12_pt * 9;  // ten lines
  room.layout.breaks.whole_section = 5;
  room.layout.breaks.inside_whole_section = 20;
  for (int i = 0; i < 12; ++i) {
    Block& block = room.add("a");
    block.starts_entry = true;
    block.starts_section = i == 0 || i == 8;
    if (block.starts_section) block.label = label_of("S");
  }
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_EQ(page_starts(lines, room.layout.page, room.layout.breaks, 12_pt), (std::vector<std::size_t>{0, 8}));
}

TEST(Flow, RotatedLabelsReadUpwardsAndHoldTheirSectionOpen) {
  Room room;
  Block& block = room.add("text");
  block.label = Label{plain("label"), 0, true, {}};
  block.starts_section = true;
  Block& next = room.add("next");
  next.starts_section = true;
  const std::vector<FlowLine> lines = room.lines();
  const auto& run = std::get<GlyphRun>(lines[0].items[0].what);
  EXPECT_TRUE(run.upwards);
  EXPECT_EQ(run.text, "label");
  // Fifty points long, ending seven (the capitals) above the line: it begins 43 below.
  EXPECT_EQ(in_points(lines[0].items[0].at.y), "43");
  EXPECT_EQ(in_points(lines[0].hang), "43");
  EXPECT_EQ(in_points(lines[1].step), "63");
}

TEST(Flow, LabelsAreHyphenatedWhereTheirStyleSaysSo) {
  Room room;
  room.composed.styles.push_back(style_of("Square"));
  room.composed.styles[1].name = "label";
  room.composed.styles[1].hyphenate = true;
  room.add("text").label = Label{{Piece{"publications", 1, kNoLink, 0, {}}}, 1};
  const std::vector<FlowLine> lines = room.lines();
  EXPECT_EQ(in_points(lines[0].hang), "24") << shown(lines[0]);
  EXPECT_EQ(room.messages(), "");
}

TEST(Flow, DrawsIconsBeforeTheirText) {
  Room room;
  Block& block = room.add("text");
  Bullet bullet;
  bullet.icon = {{PathStep::Kind::move, {}, {}, {}}, {PathStep::Kind::line, {24_pt, 12_pt}, {}, {}}};
  bullet.icon_size = 10_pt;
  bullet.gap = 2_pt;
  bullet.width = 16_pt;
  block.bullet = bullet;
  const std::vector<FlowLine> lines = room.lines();
  ASSERT_EQ(lines[0].items.size(), 2U);
  EXPECT_EQ(lines[0].items[0].element, kArtifact);
  EXPECT_EQ(std::get<Shape>(lines[0].items[0].what).path[1].to, (Point{10_pt, 5_pt}));
  EXPECT_EQ(shown(lines[0]), "text@116");
}

}  // namespace
}  // namespace galley
