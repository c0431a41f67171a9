#include "page/paths.h"

#include <gtest/gtest.h>

#include <cmath>

namespace galley {
namespace {

TEST(EllipsePath, IsACircleToAThousandthOfItsRadius) {
  const std::vector<PathStep> path = ellipse_path({200_pt, 200_pt});
  Point pen;
  int curves = 0;
  for (const PathStep& step : path) {
    if (step.kind == PathStep::Kind::curve) {
      ++curves;
      for (const double t : {0.0, 0.21, 0.5, 0.79, 1.0}) {
        const auto mixed = [&](double a, double b, double c, double d) {
          const double s = 1 - t;
          return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d - 100;
        };
        const double x = mixed(pen.x.points(), step.control1.x.points(), step.control2.x.points(), step.to.x.points());
        const double y = mixed(pen.y.points(), step.control1.y.points(), step.control2.y.points(), step.to.y.points());
        EXPECT_NEAR(std::hypot(x, y), 100, 0.05);
      }
    }
    pen = step.to;
  }
  EXPECT_EQ(curves, 4);
}

TEST(RoundedPath, CutsItsRadiusToWhatFits) {
  const Rectangle box = bounds_of(rounded_path({40_pt, 10_pt}, 100_pt));
  EXPECT_EQ(box, (Rectangle{{}, {}, 40_pt, 10_pt}));
  EXPECT_EQ(rounded_path({40_pt, 10_pt}, {}).size(), rectangle_path({40_pt, 10_pt}).size());
}

TEST(BoundsOf, TakesInWhatLiesLeftOfTheOrigin) {
  EXPECT_EQ(bounds_of(moved(rectangle_path({4_pt, 2_pt}), {-10_pt, -20_pt})), (Rectangle{-10_pt, -20_pt, -6_pt, -18_pt}));
  EXPECT_EQ(bounds_of({}), Rectangle{});
}

TEST(ExtentOf, OfAClippedPictureIsWhatShows) {
  const Picture picture{nullptr, {50_pt, 80_pt}, moved(ellipse_path({50_pt, 50_pt}), {0_pt, 15_pt})};
  EXPECT_EQ(extent_of({{10_pt, 100_pt}, kArtifact, picture}), (Rectangle{10_pt, 115_pt, 60_pt, 165_pt}));
}

}  // namespace
}  // namespace galley
