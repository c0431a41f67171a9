// What page breaks cost follows from how a stream is nested. Each rule is a power of two of its own, so that a sum tells
// which ones were applied.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/flow.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;
using testing::style_of;
using testing::TypeRoom;

struct Room : TypeRoom {
  BreakRules breaks;
  Composed composed;
  Stream stream;

  Room() {
    breaks.inside_section = 1;
    breaks.inside_whole_section = 2;
    breaks.inside_entry = 4;
    breaks.inside_whole_entry = 8;
    breaks.orphan = 16;
    breaks.widow = 32;
    breaks.after_heading = 64;
    breaks.whole_section = 6;
    breaks.whole_entry = 3;
    stream.frame.right = 50_pt;
    composed.language = "en";
    composed.styles = {style_of("Square")};
  }

  /// Items of so many blocks of one line.
  ComposedSection& section(const std::vector<std::size_t>& items) {
    ComposedSection& section = stream.sections.emplace_back();
    for (const std::size_t lines : items) {
      Part& item = section.items.emplace_back();
      for (std::size_t i = 0; i < lines; ++i) item.blocks.push_back(text("a"));
    }
    return section;
  }

  static Block text(const std::string& words) {
    TextBlock paragraph;
    paragraph.text = plain(words);
    Block block;
    block.kind = paragraph;
    return block;
  }

  Flowed flowed() { return flow(stream, {composed, breaks, shaper, diagnostics}); }

  std::vector<double> costs() {
    std::vector<double> all;
    for (const FlowLine& line : flowed().lines) all.push_back(line.break_cost);
    return all;
  }
};

TEST(FlowCosts, NothingBeforeASection) {
  Room room;
  room.section({1});
  room.section({1});
  EXPECT_THAT(room.costs(), ElementsAre(0, 0));
}

TEST(FlowCosts, TheFirstEntryBelowAHeadingKeepsTheSecond) {
  Room room;
  room.breaks.after_first_entry = 128;
  ComposedSection& section = room.section({1, 1, 1, 1, 1, 1});
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 128, 2, 2, 2, 2));
  section.items[3].blocks.front().is_heading = true;
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 128, 2, 2, 2 + 64, 2 + 128)) << "of a sub-heading, too";
}

TEST(FlowCosts, AShortSectionStaysWholeRatherThanALongOne) {
  Room room;
  room.section({1, 1, 1, 1, 1, 1});
  EXPECT_THAT(room.costs(), ElementsAre(0, 2, 2, 2, 2, 2));
  room.section({1, 1, 1, 1, 1, 1, 1});
  EXPECT_THAT(room.costs(), ElementsAre(0, 2, 2, 2, 2, 2, 0, 1, 1, 1, 1, 1, 1)) << "each section counts for itself";
}

TEST(FlowCosts, AShortEntryStaysWholeRatherThanALongOne) {
  Room room;
  room.section({3});
  room.section({4});
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 8, 2 + 8, 0, 2 + 4, 2 + 4, 2 + 4));
  Room two;
  two.section({2, 5});
  EXPECT_THAT(two.costs(), ElementsAre(0, 1 + 8, 1, 1 + 4, 1 + 4, 1 + 4, 1 + 4));
}

TEST(FlowCosts, WidowsAndOrphans) {
  Room room;
  room.section({}).items.push_back({{Room::text("aaaaa bbbbb ccccc ddddd")}, {}});
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 4 + 16, 2 + 4, 2 + 4 + 32));
  Room two;
  two.section({}).items.push_back({{Room::text("aaaaa bbbbb")}, {}});
  EXPECT_THAT(two.costs(), ElementsAre(0, 2 + 8 + 16 + 32)) << "two lines: a break leaves both";
}

TEST(FlowCosts, HeadingsStayWithWhatFollows) {
  Room room;
  ComposedSection& section = room.section({2, 1});
  section.items[0].blocks[0].is_heading = section.items[0].blocks[1].is_heading = true;
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 8 + 64, 2 + 64));
  EXPECT_EQ(room.flowed().end_cost, 0);
  section.items[1].blocks[0].is_heading = true;
  EXPECT_EQ(room.flowed().end_cost, 64) << "for what opens below";
  room.section({1});
  EXPECT_EQ(room.costs().back(), 64) << "the next section, too";
}

TEST(FlowCosts, LabelAboveAndNoteOpenTheSectionTogether) {
  Room room;
  ComposedSection& section = room.section({1});
  section.label = Label{};
  section.label->text = plain("L");
  section.label->placement = LabelPlacement::above;
  section.note = Part{{Room::text("n")}, {}};
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 8 + 64, 2));
}

TEST(FlowCosts, WhatHoldsTogetherIsNotBegunOnANewPage) {
  Room room;
  room.section({2}).holds_together = true;
  EXPECT_THAT(room.costs(), ElementsAre(64, 2 + 8 + 64));
}

TEST(FlowCosts, WhatIsKeptTogetherIsPartedOnlyWhereItMust) {
  Room room;
  ComposedSection& section = room.section({2, 1, 2});
  section.items[0].placing.together = true;
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 8 + 1000, 2, 2, 2 + 8));
  section.placing.together = true;
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 8 + 2000, 2 + 1000, 2 + 1000, 2 + 8 + 1000));
}

TEST(FlowCosts, AHeadingIsKeptTogetherWithAllBelowIt) {
  Room room;
  ComposedSection& section = room.section({1, 1, 2, 1, 1});
  for (const std::size_t i : {0U, 3U}) section.items[i].blocks[0].is_heading = true;
  section.items[0].placing.together = true;
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 64 + 1000, 2 + 1000, 2 + 8 + 1000, 2, 2 + 64));
}

TEST(FlowCosts, WhatBeginsAPageIsMarked) {
  Room room;
  ComposedSection& section = room.section({2, 1});
  section.placing.begins = Begins::column;
  section.items[0].placing.begins = Begins::page;
  section.items[1].placing.begins = Begins::column;
  const Flowed flowed = room.flowed();
  EXPECT_EQ(flowed.lines[0].begins, Begins::page) << "both ask for one: the larger";
  EXPECT_EQ(flowed.lines[1].begins, Begins::anywhere);
  EXPECT_EQ(flowed.lines[2].begins, Begins::column);
}

TEST(FlowCosts, ColumnsAreNeverBroken) {
  Room room;
  Columns columns;
  columns.columns.push_back({{Room::text("a"), Room::text("b")}, {}});
  columns.columns.push_back({{Room::text("c")}, {}});
  Block block;
  block.kind = columns;
  room.section({1}).items[0].blocks.push_back(block);
  EXPECT_THAT(room.costs(), ElementsAre(0, 2 + 4, kNeverBreak, kNeverBreak, kNeverBreak));
}

}  // namespace
}  // namespace galley
