// Page breaking on pages of ten lines: height 100pt, a line every 10pt, the first baseline at 10pt.
#include "page/paginate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace galley {
namespace {

using Starts = std::vector<std::size_t>;

constexpr Length kLeading = 10_pt;

Frame frame() {
  Frame frame;
  frame.top = 4_pt;
  frame.first_line = 6_pt;
  frame.lowest = 100_pt;
  frame.leading = kLeading;
  return frame;
}

std::vector<FlowLine> lines_of(std::size_t count) {
  std::vector<FlowLine> lines(count);
  for (FlowLine& line : lines) line.step = kLeading;
  return lines;
}

Starts starts(const std::vector<FlowLine>& lines, double page_cost = 0, std::optional<Entrance> entrance = std::nullopt) {
  BreakRules rules;
  rules.page = page_cost;
  return page_starts(lines, frame(), rules, entrance);
}

TEST(PageStarts, FillsPages) {
  EXPECT_EQ(starts({}), Starts{});
  EXPECT_EQ(starts(lines_of(1)), Starts{0});
  EXPECT_EQ(starts(lines_of(10)), Starts{0});
  EXPECT_EQ(starts(lines_of(11)), (Starts{0, 10})) << "fuller early pages, not {0, 1}";
  EXPECT_EQ(starts(lines_of(25)), (Starts{0, 10, 20}));
}

TEST(PageStarts, ACostIsPaidOnlyToSaveMoreEmptyLines) {
  for (const double cost : {0.5, 1.5, 2.0, 2.5}) {
    std::vector<FlowLine> lines = lines_of(14);
    for (std::size_t i = 9; i < 14; ++i) lines[i].break_cost = cost;  // a group of lines 8 to 13
    EXPECT_EQ(starts(lines), (cost <= 2 ? Starts{0, 10} : Starts{0, 8})) << cost;
  }
}

TEST(PageStarts, AHeadingStaysWithWhatFollows) {
  std::vector<FlowLine> lines = lines_of(15);
  lines[10].break_cost = 40;  // line 9 is the heading
  EXPECT_EQ(starts(lines), (Starts{0, 9}));
}

TEST(PageStarts, WhiteBeforeASectionIsNoWaste) {
  std::vector<FlowLine> lines = lines_of(20);
  lines[8].step = 25_pt;  // after eight lines this one would stand at 105pt, below the page
  for (std::size_t i = 9; i < 20; ++i) lines[i].break_cost = 1;
  EXPECT_EQ(starts(lines), (Starts{0, 8, 18}));
}

TEST(PageStarts, TheFirstLinesSpaceIsDroppedAtAPagesTop) {
  std::vector<FlowLine> lines = lines_of(20);
  lines[10].step = 30_pt;
  EXPECT_EQ(starts(lines), (Starts{0, 10}));
}

TEST(PageStarts, WhatMustNotBeBrokenMovesWhole) {
  std::vector<FlowLine> lines = lines_of(14);
  for (std::size_t i = 7; i < 12; ++i) lines[i].break_cost = kNeverBreak;
  EXPECT_EQ(starts(lines), (Starts{0, 6}));
}

TEST(PageStarts, WhatIsTallerThanAPageGetsOneToItself) {
  std::vector<FlowLine> lines = lines_of(20);
  for (std::size_t i = 3; i < 18; ++i) lines[i].break_cost = kNeverBreak;
  EXPECT_EQ(starts(lines), (Starts{0, 2, 18}));
  std::vector<FlowLine> tall = lines_of(3);
  tall[1].hang = 500_pt;
  EXPECT_EQ(starts(tall), (Starts{0, 1, 2}));
}

TEST(PageStarts, ALongEntryGoesOnOverPages) {
  std::vector<FlowLine> lines = lines_of(35);
  for (std::size_t i = 1; i < 35; ++i) lines[i].break_cost = 12;
  EXPECT_EQ(starts(lines), (Starts{0, 10, 20, 30}));
}

TEST(PageStarts, AmongEqualChoicesEarlyPagesAreFuller) {
  std::vector<FlowLine> lines = lines_of(12);
  lines[10].break_cost = 1;  // as dear as the line that a break before line 9 leaves empty
  EXPECT_EQ(starts(lines), (Starts{0, 10}));
}

TEST(PageStarts, ALabelMustFitAboveTheBottomToo) {
  std::vector<FlowLine> lines = lines_of(12);
  lines[8].hang = 20_pt;  // its last line would stand at 110pt
  EXPECT_EQ(starts(lines), (Starts{0, 8}));
  lines[8].hang = 10_pt;
  EXPECT_EQ(starts(lines), (Starts{0, 10}));
}

TEST(PageStarts, OnePageMoreHasItsPrice) {
  std::vector<FlowLine> lines = lines_of(20);
  lines[10].break_cost = 3;
  EXPECT_EQ(starts(lines), (Starts{0, 9, 19}));
  EXPECT_EQ(starts(lines, 5), (Starts{0, 10}));
}

TEST(PageStarts, AStreamMayOpenLowerThanAtTheTop) {
  EXPECT_EQ(starts(lines_of(10), 0, Entrance{30_pt}), (Starts{0, 8})) << "two lines lower than others begin";
}

TEST(PageStarts, WhatDoesNotFitBelowBeginsOnTheNextPage) {
  EXPECT_EQ(starts(lines_of(3), 0, Entrance{110_pt, true}), (Starts{0, 0}));
  EXPECT_EQ(starts(lines_of(3), 0, Entrance{100_pt, true}), (Starts{0, 1}));
  EXPECT_EQ(starts(lines_of(3), 0, Entrance{110_pt}), (Starts{0, 1})) << "this one may not wait";
}

TEST(PageStarts, ItIsBestWhetherAStreamWaits) {
  std::vector<FlowLine> lines = lines_of(4);
  for (std::size_t i = 1; i < lines.size(); ++i) lines[i].break_cost = 5;
  EXPECT_EQ(starts(lines, 0, Entrance{90_pt, true}), (Starts{0, 0})) << "an empty line costs less than parting these";
  EXPECT_EQ(starts(lines, 0, Entrance{90_pt, true, 10}), (Starts{0, 2})) << "unless what stands above is not to be left alone";
}

TEST(PageStarts, OnePageALotEmptyIsWorseThanTwoALittle) {
  std::vector<FlowLine> lines = lines_of(26);
  for (std::size_t i = 1; i < 26; ++i) lines[i].break_cost = i == 6 || i == 16 ? 0 : 20;
  lines[8].break_cost = 0.5;
  BreakRules rules;
  EXPECT_EQ(page_starts(lines, frame(), rules), (Starts{0, 6, 16})) << "four empty lines are four, wherever";
  rules.white = 2;
  EXPECT_EQ(page_starts(lines, frame(), rules), (Starts{0, 8, 16}));
}

TEST(PageStarts, AShortLastPageIsAvoided) {
  BreakRules rules;
  rules.last_page = 4;
  rules.short_last_page = 5;
  EXPECT_EQ(page_starts(lines_of(12), frame(), rules), (Starts{0, 8})) << "two lines more for it";
  EXPECT_EQ(page_starts(lines_of(14), frame(), rules), (Starts{0, 10}));
  EXPECT_EQ(page_starts(lines_of(3), frame(), rules), Starts{0}) << "a document of one page may be short";
  rules.short_last_page = 1;
  EXPECT_EQ(page_starts(lines_of(12), frame(), rules), (Starts{0, 10})) << "not at that price";
}

TEST(PageStarts, WhatIsToBeginAPageDoes) {
  std::vector<FlowLine> lines = lines_of(14);
  lines[3].begins = Begins::page;
  lines[3].break_cost = kNeverBreak;
  EXPECT_EQ(starts(lines), (Starts{0, 3, 13}));
  lines[9].begins = Begins::column;
  EXPECT_EQ(starts(lines), (Starts{0, 3, 9})) << "in one column a column is a page";
  EXPECT_EQ(starts(lines, 0, Entrance{90_pt, true}), (Starts{0, 2, 3, 9}));
}

/// What the breaks cost, by the definition in paginate.h; infinite where a page overflows that need not.
double cost_of(const std::vector<FlowLine>& lines, const Starts& chosen) {
  double cost = 0;
  for (std::size_t p = 0; p < chosen.size(); ++p) {
    const std::size_t end = p + 1 < chosen.size() ? chosen[p + 1] : lines.size();
    double y = 10, lowest = 0;
    for (std::size_t i = chosen[p]; i < end; ++i) {
      if (i > chosen[p]) y += lines[i].step.points();
      lowest = std::max(lowest, y + lines[i].hang.points());
    }
    if (lowest > 100) return kNeverBreak;
    if (end < lines.size()) cost += lines[end].break_cost * 10 + 100 - y - lines[end].step.points();
  }
  return cost;
}

double least_cost(const std::vector<FlowLine>& lines) {
  double least = kNeverBreak;
  for (unsigned set = 0; set < 1U << (lines.size() - 1); ++set) {
    Starts chosen = {0};
    for (std::size_t i = 1; i < lines.size(); ++i)
      if ((set >> (i - 1) & 1U) != 0) chosen.push_back(i);
    least = std::min(least, cost_of(lines, chosen));
  }
  return least;
}

TEST(PageStarts, AreTheBestOfAllWaysToBreak) {
  std::mt19937 random(7);  // NOLINT: the same numbers each time
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  for (int round = 0; round < 300; ++round) {
    std::vector<FlowLine> lines(1 + static_cast<std::size_t>(below(12)));
    for (FlowLine& line : lines) {
      line.step = Length::from_points(10 + 5 * below(6));
      line.hang = Length::from_points(below(4) == 0 ? 5 * below(8) : 0);
      line.break_cost = below(3) == 0 ? below(20) : 0;
    }
    EXPECT_DOUBLE_EQ(cost_of(lines, starts(lines)), least_cost(lines)) << "round " << round;
  }
}

Layout layout_of(Size page) {
  Layout layout;
  layout.page.size = page;
  return layout;
}

TEST(Paginate, PutsLinesTheirItemsAndTheOutlineOnPages) {
  Flowed stream{frame(), lines_of(12), 0};
  stream.frame.bookmark_left = 20_pt;
  for (std::size_t i = 0; i < 12; ++i) stream.lines[i].items.push_back({{5_pt, 1_pt}, static_cast<ElementId>(i), Rule{}});
  stream.lines[11].bookmarks.push_back({"Later", 1, 7});
  stream.lines[10].fixed.push_back({{7_pt, 3_pt}, 99, Rule{}});
  Composed composed;
  composed.title = "T";
  composed.author = "A";
  composed.language = "fr";
  const Pages pages = paginate({stream}, composed, layout_of({200_pt, 110_pt}));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(pages.pages[0].items.size(), 10U);
  EXPECT_EQ(pages.pages[0].items[9].at, (Point{5_pt, 101_pt}));
  ASSERT_EQ(pages.pages[1].items.size(), 3U);
  EXPECT_EQ(pages.pages[1].items[0].at, (Point{7_pt, 3_pt})) << "where it stands on the page";
  EXPECT_EQ(pages.pages[1].items[2].at, (Point{5_pt, 21_pt}));
  EXPECT_EQ(pages.pages[1].items[2].element, 11U);
  EXPECT_EQ(pages.pages[1].size, (Size{200_pt, 110_pt}));
  ASSERT_EQ(pages.outline.size(), 1U);
  EXPECT_EQ(pages.outline[0].title, "Later");
  EXPECT_EQ(pages.outline[0].page, 1U);
  EXPECT_EQ(pages.outline[0].at, (Point{20_pt, 10_pt})) << "a leading above the baseline";
  EXPECT_EQ(pages.outline[0].element, 7U);
  EXPECT_EQ(pages.metadata.title, "T");
  EXPECT_EQ(pages.metadata.author, "A");
  EXPECT_EQ(pages.metadata.language, "fr");
}

TEST(Paginate, EvenNothingIsAPage) {
  const Pages pages = paginate({}, {}, layout_of({200_pt, 110_pt}));
  ASSERT_EQ(pages.pages.size(), 1U);
  EXPECT_TRUE(pages.pages[0].items.empty());
}

/// A stream of so many lines, each of which draws a dot at `left`.
Flowed dots(Length left, std::size_t count, Frame frame) {
  Flowed stream{frame, lines_of(count), 0};
  for (FlowLine& line : stream.lines) line.items.push_back({{left, {}}, kArtifact, Rule{{1_pt, 1_pt}, {}}});
  return stream;
}

/// Where the dots are, e.g. "0,10 0,20", in the order of reading.
std::string columns_of(const Page& page);

std::string pages_of(const std::vector<Flowed>& streams) {
  std::string all;
  for (const Page& page : paginate(streams, Composed{}, layout_of({200_pt, 110_pt})).pages) all += (all.empty() ? "" : " | ") + columns_of(page);
  return all;
}

TEST(Streams, AreReadInTheirOrderOnEachPage) {
  EXPECT_EQ(pages_of({dots(0_pt, 2, frame()), dots(50_pt, 1, frame())}), "0,10 0,20 50,10");
  const Pages pages = paginate({dots(0_pt, 12, frame()), dots(50_pt, 11, frame())}, Composed{}, layout_of({200_pt, 110_pt}));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(columns_of(pages.pages[1]), "0,10 0,20 50,10");
}

TEST(Streams, OpenBelowOneAnother) {
  Flowed head = dots(0_pt, 2, frame());
  head.frame.opening = Opening::baseline;
  head.lines[0].step = 50_pt;
  Flowed text = dots(5_pt, 2, frame());
  text.frame.opening = Opening::below;
  text.lines[0].step = 25_pt;
  EXPECT_EQ(pages_of({head, text}), "0,50 0,60 5,85 5,95");
  head.lines[0].fixed_bottom = 74_pt;
  EXPECT_EQ(pages_of({head, text}), "0,50 0,60 5,90 5,100") << "first line and leading below the figure beside the head";
  head.lines.clear();
  EXPECT_EQ(pages_of({head, text}), "5,10 5,20") << "below nothing is at the top";
}

TEST(Streams, OpenBelowWhereTheOtherEnds) {
  Flowed text = dots(5_pt, 1, frame());
  text.frame.opening = Opening::below;
  EXPECT_EQ(pages_of({dots(0_pt, 10, frame()), text}), "0,10 0,20 0,30 0,40 0,50 0,60 0,70 0,80 0,90 0,100 | 5,10");
  EXPECT_EQ(columns_of(paginate({dots(0_pt, 12, frame()), text}, Composed{}, layout_of({200_pt, 110_pt})).pages[1]), "0,10 0,20 5,30");
}

TEST(Streams, OpenLevelWithOneAnother) {
  Flowed text = dots(0_pt, 1, frame());
  text.frame.opening = Opening::baseline;
  text.lines[0].step = 40_pt;
  Flowed side = dots(50_pt, 2, frame());
  side.frame.opening = Opening::level;
  side.frame.neighbour = 1;
  EXPECT_EQ(pages_of({side, text}), "50,40 50,50 0,40");
  side.lines[0].rise = 20_pt;
  EXPECT_EQ(pages_of({side, text}), "50,54 50,64 0,40") << "a figure's top edge is level with the type's";
}

/// `count` lines ten points apart in two columns of 40pt with 20pt between, on pages that hold nine of them.
Pages in_columns(std::size_t count, std::size_t head = 0) {
  Frame columns;
  columns.right = 40_pt;
  columns.columns = 2;
  columns.between = 20_pt;
  columns.first_line = 10_pt;
  columns.lowest = 90_pt;
  columns.leading = 10_pt;
  columns.opening = Opening::below;
  Frame above = columns;
  above.columns = 1;
  above.opening = Opening::top;
  return paginate({dots({}, head, above), dots({}, count, columns)}, Composed{}, layout_of({100_pt, 100_pt}));
}

std::string columns_of(const Page& page) {
  std::string text;
  for (const Item& item : page.items)
    text += (text.empty() ? "" : " ") + std::to_string(static_cast<int>(item.at.x.points())) + "," + std::to_string(static_cast<int>(item.at.y.points()));
  return text;
}

TEST(Columns, AreBalancedOnTheLastPage) {
  const Pages pages = in_columns(7);
  ASSERT_EQ(pages.pages.size(), 1U);
  EXPECT_EQ(columns_of(pages.pages[0]), "0,10 0,20 0,30 0,40 60,10 60,20 60,30");
}

TEST(Columns, AreFullBeforeTheLastPage) {
  const Pages pages = in_columns(20);
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(pages.pages[0].items.size(), 18U);
  EXPECT_EQ(columns_of(pages.pages[1]), "0,10 60,10");
}

/// Two columns as in in_columns().
std::string in_two(std::vector<FlowLine> lines) {
  Frame columns;
  columns.right = 40_pt;
  columns.columns = 2;
  columns.between = 20_pt;
  columns.first_line = 10_pt;
  columns.lowest = 90_pt;
  columns.leading = 10_pt;
  Flowed stream{columns, std::move(lines), 0};
  for (FlowLine& line : stream.lines) line.items.push_back({{}, kArtifact, Rule{{1_pt, 1_pt}, {}}});
  return pages_of({stream});
}

TEST(Columns, BeginWhereTheyAreToldTo) {
  std::vector<FlowLine> lines = lines_of(6);
  lines[1].begins = Begins::column;
  EXPECT_EQ(in_two(lines), "0,10 60,10 60,20 60,30 60,40 60,50");
  lines[1].begins = Begins::page;
  EXPECT_EQ(in_two(lines), "0,10 | 0,10 0,20 0,30 60,10 60,20");
}

TEST(Columns, NoWidowOpensAColumn) {
  std::vector<FlowLine> lines = lines_of(6);
  lines[3].break_cost = 8;  // the last line of a paragraph
  EXPECT_EQ(in_two(lines), "0,10 0,20 0,30 0,40 60,10 60,20");
}

TEST(Columns, BeginBelowTheHead) {
  const Pages pages = in_columns(4, 2);
  ASSERT_EQ(pages.pages.size(), 1U);
  EXPECT_EQ(columns_of(pages.pages[0]), "0,10 0,20 0,30 0,40 60,30 60,40");
}

}  // namespace
}  // namespace galley
