#include "layout/icon_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/numbers.h"

namespace galley {
namespace {

/// "M 2 5 L 22 5 Z"
std::string shown(const std::string& data) {
  const auto icon = parse_icon_path(data);
  if (!icon) return "no path";
  std::string text;
  const auto point = [&](const Point& at) { text += format_number(at.x.points(), 2) + " " + format_number(at.y.points(), 2) + " "; };
  for (const PathStep& step : *icon) {
    text += std::string(1, "MLCZ"[static_cast<std::size_t>(step.kind)]) + " ";
    if (step.kind == PathStep::Kind::close) continue;
    if (step.kind == PathStep::Kind::curve) point(step.control1);
    if (step.kind == PathStep::Kind::curve) point(step.control2);
    point(step.to);
  }
  text.pop_back();
  return text;
}

TEST(IconPath, ReadsLinesFromAnywhereAndFromWhereItStands) {
  EXPECT_EQ(shown("M2 5H22V19H2Z"), "M 2 5 L 22 5 L 22 19 L 2 19 Z");
  EXPECT_EQ(shown("m2,5h20v14h-20z"), "M 2 5 L 22 5 L 22 19 L 2 19 Z");
  EXPECT_EQ(shown("M1 1 2 2l.5.5-1-1"), "M 1 1 L 2 2 L 2.5 2.5 L 1.5 1.5");
  EXPECT_EQ(shown("M1 1h4zm2 2h1"), "M 1 1 L 5 1 Z M 3 3 L 4 3");
}

TEST(IconPath, ReadsCurves) {
  EXPECT_EQ(shown("M0 0C1 2 3 4 5 6S9 10 11 12"), "M 0 0 C 1 2 3 4 5 6 C 7 8 9 10 11 12");
  EXPECT_EQ(shown("M0 0Q3 3 6 0"), "M 0 0 C 2 2 4 2 6 0");
}

TEST(IconPath, MakesCurvesOfArcs) {
  // A quarter of a circle: control points at 0.5523 of the radius.
  EXPECT_EQ(shown("M10 0A10 10 0 0 1 20 10"), "M 10 0 C 15.52 0 20 4.48 20 10");
  EXPECT_EQ(shown("M10 0a10 10 0 0020 0"), "M 10 0 C 10 5.52 14.48 10 20 10 C 25.52 10 30 5.52 30 0");
  EXPECT_EQ(shown("M0 0A0 5 0 0 1 4 4"), "M 0 0 L 4 4");
}

TEST(IconPath, RefusesWhatIsNone) {
  for (const char* data : {"", "L1 1", "M1", "M1 1T2 2", "M1 1X", "M1 1L", "M1 1e9 3", "M0 0L5000 0", "M0 0Z1 1", "M0 0A1 1 0 2 0 3 3"})
    EXPECT_EQ(shown(data), "no path") << data;
}

TEST(IconPath, RefusesWhatReachesBeyondAThousandPoints) {
  EXPECT_EQ(shown("M900 0l99 0"), "M 900 0 L 999 0");
  EXPECT_EQ(shown("M900 0l101 0"), "no path") << "steps add up";
  EXPECT_EQ(shown("M0 0C600 0 1 1 2 2S9 9 -999 0s1 1 2 2"), "no path") << "a control point that is reflected";
  EXPECT_EQ(shown("M0 0A1000 1000 0 1 1 1 1"), "no path") << "a large arc's far side";
  EXPECT_EQ(shown("M0 0A1000 .001 30 0 1 999 999"), "no path") << "radii that are stretched to meet both ends";
}

}  // namespace
}  // namespace galley
