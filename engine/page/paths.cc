#include "page/paths.h"

#include <algorithm>

namespace galley {
namespace {

/// How far the control points of a quarter of a circle of radius 1 lie from its ends: 4/3 (sqrt 2 - 1), in millionths.
/// The curve leaves the circle by 0.03 % of the radius at most.
constexpr std::int64_t kQuarter = 552285, kMillion = 1000000;

PathStep move(Length x, Length y) { return {PathStep::Kind::move, {x, y}, {}, {}}; }
PathStep line(Length x, Length y) { return {PathStep::Kind::line, {x, y}, {}, {}}; }
PathStep close() { return {PathStep::Kind::close, {}, {}, {}}; }

/// A rectangle with a quarter of an ellipse in each corner, clockwise from the top edge's left end.
std::vector<PathStep> with_corners(const Size& size, Length rx, Length ry) {
  const Length w = size.width, h = size.height;
  const Length kx = rx - rx.times(kQuarter, kMillion), ky = ry - ry.times(kQuarter, kMillion);
  const auto curve = [](Point control1, Point control2, Point to) {
    return PathStep{PathStep::Kind::curve, to, control1, control2};
  };
  return {move(rx, {}),
          line(w - rx, {}),
          curve({w - kx, {}}, {w, ky}, {w, ry}),
          line(w, h - ry),
          curve({w, h - ky}, {w - kx, h}, {w - rx, h}),
          line(rx, h),
          curve({kx, h}, {{}, h - ky}, {{}, h - ry}),
          line({}, ry),
          curve({{}, ky}, {kx, {}}, {rx, {}}),
          close()};
}

Rectangle at(const Point& origin, const Size& size) {
  return {origin.x, origin.y, origin.x + size.width, origin.y + size.height};
}

Rectangle shifted(const Rectangle& box, const Point& by) {
  return {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
}

struct ExtentAt {
  Point origin;
  Rectangle operator()(const GlyphRun& run) const {
    if (!run.face) return at(origin, {run.width(), {}});
    const FaceMetrics& metrics = run.face->metrics();
    const Length ascent = run.size.times(metrics.ascender, metrics.units_per_em);
    const Length descent = run.size.times(-metrics.descender, metrics.units_per_em);
    if (run.upwards) return at({origin.x - ascent, origin.y - run.width()}, {ascent + descent, run.width()});
    return at({origin.x, origin.y - ascent}, {run.width(), ascent + descent});
  }
  Rectangle operator()(const Rule& rule) const { return at(origin, rule.size); }
  Rectangle operator()(const Shape& shape) const { return shifted(bounds_of(shape.path), origin); }
  Rectangle operator()(const Picture& picture) const {
    return picture.clip.empty() ? at(origin, picture.size) : shifted(bounds_of(picture.clip), origin);
  }
  Rectangle operator()(const LinkArea& area) const { return at(origin, area.size); }
};

}  // namespace

std::vector<PathStep> rectangle_path(const Size& size) {
  return {move({}, {}), line(size.width, {}), line(size.width, size.height), line({}, size.height), close()};
}

std::vector<PathStep> rounded_path(const Size& size, Length radius) {
  const Length corner = std::min({radius, size.width / 2, size.height / 2});
  return corner > Length{} ? with_corners(size, corner, corner) : rectangle_path(size);
}

std::vector<PathStep> ellipse_path(const Size& size) { return with_corners(size, size.width / 2, size.height / 2); }

std::vector<PathStep> moved(std::vector<PathStep> path, const Point& by) {
  for (PathStep& step : path) {
    for (Point* point : {&step.to, &step.control1, &step.control2}) {
      point->x += by.x;
      point->y += by.y;
    }
  }
  return path;
}

Rectangle bounds_of(const std::vector<PathStep>& path) {
  Rectangle box;
  bool any = false;
  const auto reach = [&](const Point& point) {
    if (!any) box = {point.x, point.y, point.x, point.y};
    any = true;
    box = {std::min(box.left, point.x), std::min(box.top, point.y), std::max(box.right, point.x),
           std::max(box.bottom, point.y)};
  };
  for (const PathStep& step : path) {
    if (step.kind == PathStep::Kind::close) continue;
    reach(step.to);
    if (step.kind != PathStep::Kind::curve) continue;
    reach(step.control1);
    reach(step.control2);
  }
  return box;
}

Rectangle extent_of(const Item& item) { return std::visit(ExtentAt{item.at}, item.what); }

}  // namespace galley
