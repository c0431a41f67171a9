#include "page/mirror.h"

#include <gtest/gtest.h>

#include "page/paths.h"

namespace galley {
namespace {

TEST(Mirror, KeepsTheDistanceFromWhereLinesBegin) {
  Pages pages;
  pages.pages.push_back({{200_pt, 300_pt},
                         {{{20_pt, 5_pt}, kArtifact, Rule{{50_pt, 1_pt}, {}}},
                          {{30_pt, 6_pt}, kArtifact, LinkArea{{40_pt, 10_pt}, "https://a.example", "a"}},
                          {{10_pt, 7_pt}, kArtifact, Shape{moved(rectangle_path({8_pt, 8_pt}), {4_pt, 0_pt}), {}}}}});
  mirror(pages);
  const std::vector<Item>& items = pages.pages[0].items;
  EXPECT_EQ(items[0].at, (Point{130_pt, 5_pt}));
  EXPECT_EQ(items[1].at, (Point{130_pt, 6_pt}));
  const Rectangle shape = extent_of(items[2]);
  EXPECT_EQ(shape.right, 186_pt) << "it was 14 pt from the left edge";
  EXPECT_EQ(shape.left, 178_pt);
}

}  // namespace
}  // namespace galley
