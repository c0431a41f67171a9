// Outlines of simple figures, and how far drawn things reach.
//
//   Shape dot{ellipse_path({4_pt, 4_pt}), colour};
//   extent_of(Item{{10_pt, 20_pt}, kArtifact, dot});   // 10, 20, 14, 24
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "page/pages.h"

namespace galley {

std::vector<PathStep> rectangle_path(const Size& size);
/// A rectangle whose corners are quarters of a circle; the radius is cut to half of the shorter side.
std::vector<PathStep> rounded_path(const Size& size, Length radius);
/// A circle where both sides are equal.
std::vector<PathStep> ellipse_path(const Size& size);
/// The same outline elsewhere.
std::vector<PathStep> moved(std::vector<PathStep> path, const Point& by);

/// The smallest rectangle around a path; of curves around their control points, which a curve never leaves.
Rectangle bounds_of(const std::vector<PathStep>& path);

/// What an item covers on its page: of text from the face's ascent to its descent, of a clipped picture what shows.
Rectangle extent_of(const Item& item);

}  // namespace galley
