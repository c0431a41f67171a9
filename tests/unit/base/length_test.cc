#include "base/length.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(Length, IsExactInTeXsUnit) {
  EXPECT_EQ((1_pt).scaled(), 65536);
  EXPECT_EQ((0.5_pt + 0.25_pt).scaled(), 49152);
  EXPECT_EQ(Length::from_points(-0.5), -(0.5_pt));
}

TEST(Length, TimesRoundsToNearestAwayFromZero) {
  EXPECT_EQ(Length::from_scaled(5).times(1, 2).scaled(), 3);
  EXPECT_EQ(Length::from_scaled(-5).times(1, 2).scaled(), -3);
  EXPECT_EQ(Length::from_scaled(4).times(1, 3).scaled(), 1);
}

TEST(Length, MillimetresAreTheStandards) { EXPECT_NEAR((210_mm).points(), 595.2756, 1e-4); }

TEST(Em, ScalesWithTheSize) { EXPECT_EQ((0.25_em).at(10_pt), 2.5_pt); }

}  // namespace
}  // namespace galley
