// Containers nest: where the baselines of trees stand that no layout makes yet. Letters are ten points wide, lines twelve
// apart, the frame runs from 0 to 200pt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/numbers.h"
#include "page/flow.h"
#include "page/paginate.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;
using testing::style_of;
using testing::TypeRoom;

Block block(BlockKind kind) {
  Block block;
  block.kind = std::move(kind);
  return block;
}

Block text(const std::string& words) {
  TextBlock paragraph;
  paragraph.text = plain(words);
  return block(paragraph);
}

Block columns(std::vector<std::vector<Block>> all, Length gap = 20_pt) {
  Columns columns;
  columns.gap = gap;
  for (std::vector<Block>& blocks : all) columns.columns.push_back({std::move(blocks), {}});
  return block(std::move(columns));
}

Block stack(std::vector<Block> blocks) { return block(Stack{std::move(blocks)}); }

Block picture() {
  auto image = std::make_shared<Image>();
  image->width = image->height = 400;
  Figure figure;
  figure.image = image;
  figure.rule.width = 50_pt;
  return block(figure);
}

struct Room : TypeRoom {
  BreakRules breaks;
  Composed composed;
  Stream stream;

  Room() {
    stream.frame.right = 200_pt;
    stream.frame.lowest = 1000_pt;
    stream.frame.opening = Opening::baseline;
    stream.frame.leading = 12_pt;
    composed.language = "en";
    composed.styles = {style_of("Square")};
    stream.sections.emplace_back().items.emplace_back();
  }

  std::vector<Block>& blocks() { return stream.sections[0].items[0].blocks; }

  Flowed flowed() { return flow(stream, {composed, breaks, shaper, diagnostics}); }

  /// Every run as text@x,y in reading order, y from the first baseline; figures as #.
  std::vector<std::string> shown() {
    Layout layout;
    layout.page.size = {200_pt, 1000_pt};
    std::vector<std::string> all;
    const Pages pages = paginate({flowed()}, composed, layout);
    for (const Item& item : pages.pages.at(0).items) {
      const auto* run = std::get_if<GlyphRun>(&item.what);
      all.push_back((run ? run->text : "#") + "@" + format_number(item.at.x.points(), 1) + "," + format_number(item.at.y.points(), 1));
    }
    return all;
  }
};

TEST(Containers, AStackIsBlocksBelowOneAnother) {
  Room room;
  Block second = stack({text("b"), text("c")});
  second.space = 30_pt;
  room.blocks() = {stack({text("a")}), second, text("d")};
  EXPECT_THAT(room.shown(), ElementsAre("a@0,0", "b@0,30", "c@0,42", "d@0,54"));
}

TEST(Containers, ColumnsShareTheWidthAndTheirFirstBaseline) {
  Room room;
  room.blocks() = {text("a"), columns({{text("b"), text("c")}, {text("d")}}), text("e")};
  EXPECT_THAT(room.shown(), ElementsAre("a@0,0", "b@0,12", "c@0,24", "d@110,12", "e@0,36")) << "what follows keeps clear of the taller one";
}

TEST(Containers, WhatFollowsColumnsKeepsClearOfTheLastOneToo) {
  Room room;
  room.blocks() = {columns({{text("b")}, {text("c"), text("d"), text("e")}}), text("f")};
  EXPECT_THAT(room.shown(), ElementsAre("b@0,0", "c@110,0", "d@110,12", "e@110,24", "f@0,36"));
}

TEST(Containers, AColumnMayHaveAWidthOfItsOwn) {
  Room room;
  Columns three;
  three.gap = 10_pt;
  three.columns.push_back({{text("a")}, 30_pt});
  three.columns.push_back({{text("bbb bbb bbb")}, {}});
  three.columns.push_back({{text("c")}, {}});
  room.blocks() = {block(three)};
  EXPECT_THAT(room.shown(), ElementsAre("a@0,0", "bbb bbb @40,0", "bbb@40,12", "c@125,0"));
}

TEST(Containers, TextIsBrokenAndRowsAreSetInTheirColumn) {
  Room room;
  TextBlock left;
  left.text = plain("x ");
  room.blocks() = {columns({{block(Row{left, plain("10"), RowSide::label_column})}, {text("aaaa bbbb")}})};
  EXPECT_THAT(room.shown(), ElementsAre("x @0,0", "10@70,0", "aaaa bbbb@110,0"));
}

TEST(Containers, AFigureHangsFromTheCapitalsBesideIt) {
  Room room;
  room.blocks() = {columns({{text("a"), text("b")}, {picture()}}), text("c")};
  EXPECT_THAT(room.shown(), ElementsAre("a@0,0", "b@0,12", "#@110,-7", "c@0,55")) << "capitals of seven points; fifty high";
  room.blocks() = {text("z"), columns({{picture()}, {text("a")}}), text("c")};
  EXPECT_THAT(room.shown(), ElementsAre("z@0,0", "#@0,6", "a@110,13", "c@0,68")) << "half a leading above the figure";
}

TEST(Containers, AGridIsReadRowByRowAndBrokenBetweenRows) {
  Room room;
  Grid grid;
  grid.columns = 2;
  grid.gap = 20_pt;
  grid.space = {15_pt, 18_pt};
  grid.cells = {text("a"), stack({text("b"), text("c")}), text("d"), text("e"), text("f")};
  room.blocks() = {block(grid), text("g")};
  EXPECT_THAT(room.shown(), ElementsAre("a@0,0", "b@110,0", "c@110,12", "d@0,30", "e@110,30", "f@0,48", "g@0,60"));
  std::string breaks;
  for (const FlowLine& line : room.flowed().lines) breaks += std::isinf(line.break_cost) ? '-' : '|';
  EXPECT_EQ(breaks, "|--|-||");
}

TEST(Containers, ContainersNest) {
  Room room;
  Grid grid;
  grid.columns = 2;
  grid.gap = 10_pt;
  grid.cells = {text("b"), text("c")};
  room.blocks() = {columns({{text("a"), block(grid), text("d")}, {columns({{text("e")}, {text("f"), text("g"), text("h")}}, 10_pt), text("i")}})};
  EXPECT_THAT(room.shown(), ElementsAre("a@0,0", "b@0,12", "c@50,12", "d@0,24", "e@110,0", "f@160,0", "g@160,12", "h@160,24", "i@110,36"));
}

TEST(Containers, EmptyOnesTakeNoRoom) {
  Room room;
  room.blocks() = {text("a"), stack({}), columns({{}, {}}), block(Grid{}), text("b")};
  EXPECT_THAT(room.shown(), ElementsAre("a@0,0", "b@0,12"));
}

}  // namespace
}  // namespace galley
