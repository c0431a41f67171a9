#include "page/sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace galley {
namespace {

/// A page of 200 by 300 points with a band over its top edge, a sidebar at its left one, a rule within, and a bookmark.
Pages sample() {
  Pages pages;
  pages.pages.push_back({{200_pt, 300_pt},
                         {{{0_pt, 0_pt}, kArtifact, Rule{{200_pt, 50_pt}, {}}},
                          {{0_pt, 60_pt}, kArtifact, Rule{{40_pt, 100_pt}, {}}},
                          {{50_pt, 100_pt}, kArtifact, Rule{{20_pt, 1_pt}, {}}}}});
  pages.outline.push_back({"Work", 0, 0, {50_pt, 90_pt}, kArtifact});
  return pages;
}

PrintRules rules(Length bleed, bool crop_marks) {
  PrintRules rules;
  rules.bleed = bleed;
  rules.crop_marks = crop_marks;
  return rules;
}

Rectangle box(const Item& item) {
  const Size size = std::get<Rule>(item.what).size;
  return {item.at.x, item.at.y, item.at.x + size.width, item.at.y + size.height};
}

TEST(Sheets, ChangeNothingUnlessAsked) {
  Pages pages = sample();
  put_on_sheets(pages, {});
  EXPECT_EQ(pages.pages[0].size, (Size{200_pt, 300_pt}));
  EXPECT_EQ(pages.pages[0].items.size(), 3U);
  EXPECT_EQ(pages.pages[0].trim, Length{});
}

TEST(Sheets, WhatTouchesTheEdgeGoesOnBeyondIt) {
  Pages pages = sample();
  put_on_sheets(pages, rules(9_pt, false));
  const Page& page = pages.pages[0];
  EXPECT_EQ(page.size, (Size{218_pt, 318_pt}));
  EXPECT_EQ(page.trim, 9_pt);
  EXPECT_EQ(page.bleed, 9_pt);
  EXPECT_EQ(box(page.items[0]), (Rectangle{0_pt, 0_pt, 218_pt, 59_pt}));
  EXPECT_EQ(box(page.items[1]), (Rectangle{0_pt, 69_pt, 49_pt, 169_pt}));
  EXPECT_EQ(box(page.items[2]), (Rectangle{59_pt, 109_pt, 79_pt, 110_pt})) << "this one only moves";
  EXPECT_EQ(pages.outline[0].at, (Point{59_pt, 99_pt}));
}

TEST(Sheets, CropMarksStandInLineWithTheCutAndClearOfTheBleed) {
  Pages pages = sample();
  put_on_sheets(pages, rules(9_pt, true));
  const Page& page = pages.pages[0];
  ASSERT_EQ(page.items.size(), 3U + 8U);
  EXPECT_GT(page.trim, 9_pt);
  for (std::size_t i = 3; i < page.items.size(); ++i) {
    const Rectangle mark = box(page.items[i]);
    EXPECT_EQ(page.items[i].element, kArtifact);
    EXPECT_GE(mark.left, Length{}) << "on the sheet";
    EXPECT_LE(mark.bottom, page.size.height);
    const Length bleed_left = page.trim - page.bleed, bleed_right = page.size.width - bleed_left;
    const Length bleed_top = page.trim - page.bleed, bleed_bottom = page.size.height - bleed_top;
    EXPECT_TRUE(mark.right <= bleed_left || mark.left >= bleed_right || mark.bottom <= bleed_top || mark.top >= bleed_bottom);
    const Length middle_x = (mark.left + mark.right) / 2, middle_y = (mark.top + mark.bottom) / 2;
    const bool on_cut = middle_x == page.trim || middle_x == page.size.width - page.trim || middle_y == page.trim ||
                        middle_y == page.size.height - page.trim;
    EXPECT_TRUE(on_cut);
  }
}

}  // namespace
}  // namespace galley
