// Page breaking on pages of ten lines: height 100pt, a line every 10pt, the first baseline at 10pt.
#include "page/paginate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace galley {
namespace {

using Starts = std::vector<std::size_t>;

constexpr Length kLeading = 10_pt;

PageRules page() {
  PageRules page;
  page.size = {200_pt, 110_pt};
  page.top = 4_pt;
  page.first_line = 6_pt;
  page.bottom = 10_pt;
  return page;
}

std::vector<FlowLine> lines_of(std::size_t count) {
  std::vector<FlowLine> lines(count);
  for (FlowLine& line : lines) line.step = kLeading;
  return lines;
}

Starts starts(const std::vector<FlowLine>& lines, double page_cost = 0) {
  BreakRules rules;
  rules.page = page_cost;
  return page_starts(lines, page(), rules, kLeading);
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

TEST(PageStarts, TheHeadCountsFromThePagesTop) {
  std::vector<FlowLine> lines = lines_of(10);
  lines[0].from_page_top = true;
  lines[0].step = 30_pt;  // two lines lower than others begin
  EXPECT_EQ(starts(lines), (Starts{0, 8}));
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

TEST(Paginate, PutsLinesTheirItemsAndTheOutlineOnPages) {
  Layout layout;
  layout.page = page();
  layout.page.left = 20_pt;
  layout.body.leading = kLeading;
  std::vector<FlowLine> lines = lines_of(12);
  lines[0].from_page_top = true;
  lines[0].step = 10_pt;
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].items.push_back({{5_pt, 1_pt}, static_cast<ElementId>(i), Rule{}});
  lines[11].outline.push_back({"Later", 1, 7});
  Composed composed;
  composed.title = "T";
  composed.author = "A";
  composed.language = "fr";
  const Pages pages = paginate(lines, composed, layout);
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(pages.pages[0].items.size(), 10U);
  EXPECT_EQ(pages.pages[0].items[9].at, (Point{5_pt, 101_pt}));
  EXPECT_EQ(pages.pages[1].items[1].at, (Point{5_pt, 21_pt}));
  EXPECT_EQ(pages.pages[1].items[1].element, 11U);
  EXPECT_EQ(pages.pages[1].size, layout.page.size);
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
  Layout layout;
  layout.page = page();
  const Pages pages = paginate({}, {}, layout);
  ASSERT_EQ(pages.pages.size(), 1U);
  EXPECT_TRUE(pages.pages[0].items.empty());
}

/// `count` lines ten points apart in two columns of 40pt with 20pt between, on pages of 100pt that hold nine of them.
Pages in_columns(std::size_t count, std::size_t head = 0) {
  Layout layout;
  layout.page.size = {100_pt, 100_pt};
  layout.page.first_line = 10_pt;
  layout.page.bottom = 10_pt;
  layout.columns.count = 2;
  layout.columns.between = 20_pt;
  layout.body.leading = 10_pt;
  std::vector<FlowLine> lines(head + count);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].region = i < head ? Region::full : Region::text_column;
    lines[i].step = 10_pt;
    lines[i].items.push_back({{}, kArtifact, Rule{{1_pt, 1_pt}, {}}});
  }
  return paginate(lines, Composed{}, layout);
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

TEST(Columns, BeginBelowTheHead) {
  const Pages pages = in_columns(4, 2);
  ASSERT_EQ(pages.pages.size(), 1U);
  EXPECT_EQ(columns_of(pages.pages[0]), "0,10 0,20 0,30 0,40 60,30 60,40");
}

}  // namespace
}  // namespace galley
