// Outlines: what shapes are filled with and pictures are cut out along.
#pragma once

#include <cstdint>

#include "base/geometry.h"

namespace galley {

/// A step of an outline, in points from the item's place, y downwards.
struct PathStep {
  enum class Kind : std::uint8_t { move, line, curve, close };  ///< curve: cubic Bézier from where the pen stands
  Kind kind = Kind::move;
  Point to;                     ///< unused by close
  Point control1, control2;     ///< of a curve
};

}  // namespace galley
