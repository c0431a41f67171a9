#include "page/figures.h"

#include <gtest/gtest.h>

#include "image/qr.h"
#include "page/paths.h"

namespace galley {
namespace {

Figure picture(std::uint32_t width, std::uint32_t height) {
  auto image = std::make_shared<Image>();
  image->width = width;
  image->height = height;
  Figure figure;
  figure.image = image;
  figure.element = 3;
  return figure;
}

TEST(SetFigure, FollowsThePicturesProportions) {
  Figure figure = picture(400, 200);
  figure.rule.height = 50_pt;
  Diagnostics diagnostics;
  const SetFigure set = set_figure(figure, 300_pt, {}, diagnostics);
  EXPECT_EQ(set.size, (Size{100_pt, 50_pt}));
  ASSERT_EQ(set.items.size(), 1U);
  EXPECT_TRUE(std::get<Picture>(set.items[0].what).clip.empty());
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(SetFigure, CutsAPictureToItsSlotAlikeOnBothSides) {
  Figure figure = picture(600, 300);
  figure.rule.width = figure.rule.height = 40_pt;
  figure.rule.shape = FigureShape::circle;
  Diagnostics diagnostics;
  const SetFigure set = set_figure(figure, 300_pt, {}, diagnostics);
  EXPECT_EQ(set.size, (Size{40_pt, 40_pt}));
  EXPECT_EQ(set.items[0].at, (Point{-20_pt, 0_pt}));
  EXPECT_EQ(std::get<Picture>(set.items[0].what).size, (Size{80_pt, 40_pt}));
  const Rectangle shown = extent_of(set.items[0]);
  EXPECT_EQ(shown.left, 0_pt);
  EXPECT_EQ(shown.right, 40_pt);
}

TEST(SetFigure, IsNoWiderThanItsColumn) {
  Figure figure = picture(800, 400);
  figure.rule.width = 200_pt;
  Diagnostics diagnostics;
  EXPECT_EQ(set_figure(figure, 100_pt, {}, diagnostics).size, (Size{100_pt, 50_pt}));
}

TEST(SetFigure, WarnsOfCoarsePictures) {
  Figure figure = picture(100, 100);
  figure.rule.width = 72_pt;
  Diagnostics diagnostics;
  set_figure(figure, 300_pt, {}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "this picture has 100 pixels to the inch at its size in the layout, which looks coarse on paper");
  EXPECT_EQ(diagnostics.all()[0].help, "use one that is at least 300 pixels wide");
}

/// Whether a point is inside by the nonzero rule, for outlines of level and plumb lines.
bool is_inside(const std::vector<PathStep>& path, double x, double y) {
  int winding = 0;
  Point start, last;
  for (const PathStep& step : path) {
    const Point to = step.kind == PathStep::Kind::close ? start : step.to;
    if (step.kind == PathStep::Kind::move) start = to;
    if (step.kind != PathStep::Kind::move && last.x.points() < x) {
      if (last.y.points() < y && to.y.points() > y) ++winding;
      if (last.y.points() > y && to.y.points() < y) --winding;
    }
    last = to;
  }
  return winding != 0;
}

TEST(PathOf, CoversTheDarkModulesAndNoOther) {
  const auto code = encode_qr("https://example.org/ada");
  ASSERT_TRUE(code);
  const std::vector<PathStep> path = path_of(*code, 2_pt);
  for (std::size_t y = 0; y < code->side; ++y)
    for (std::size_t x = 0; x < code->side; ++x)
      EXPECT_EQ(is_inside(path, 2.0 * static_cast<double>(x) + 1, 2.0 * static_cast<double>(y) + 1), code->is_dark(x, y)) << x << ' ' << y;
}

TEST(SetFigure, DrawsACodeAsOneShape) {
  Figure figure;
  figure.code = "https://example.org";
  figure.drawn = std::make_shared<const QrCode>(*encode_qr(figure.code));
  figure.element = 5;
  figure.rule.width = 29_pt;  // 21 or 25 modules; with the quiet zone of a ground 33 at most
  figure.rule.ground = Colour{255, 255, 255};
  Diagnostics diagnostics;
  const SetFigure set = set_figure(figure, 300_pt, {}, diagnostics);
  ASSERT_EQ(set.items.size(), 2U);
  EXPECT_EQ(set.items[0].element, kArtifact);
  EXPECT_EQ(set.items[1].element, 5U);
  EXPECT_GT(set.items[1].at.x, 2_pt);
}

TEST(SetFigure, LeavesOutWhatACodeCannotHold) {
  Figure figure;
  figure.code = std::string(4000, 'x');
  EXPECT_FALSE(encode_qr(figure.code));
  Diagnostics diagnostics;
  EXPECT_TRUE(set_figure(figure, 300_pt, {}, diagnostics).items.empty());
}

TEST(EncodeQr, HasTheFinderPatterns) {
  const auto code = encode_qr("ada");
  ASSERT_TRUE(code);
  EXPECT_EQ(code->side, 21U);
  for (std::size_t i = 0; i < 7; ++i) EXPECT_TRUE(code->is_dark(i, 0) && code->is_dark(0, i) && code->is_dark(20 - i, 0) && code->is_dark(0, 20 - i));
  EXPECT_FALSE(code->is_dark(7, 7));
}

}  // namespace
}  // namespace galley
