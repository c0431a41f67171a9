// Points, sizes and rectangles. The origin is the page's top left corner and y grows downwards.
#pragma once

#include "base/length.h"

namespace galley {

struct Point {
  Length x, y;
  bool operator==(const Point&) const = default;
};

struct Size {
  Length width, height;
  bool operator==(const Size&) const = default;
};

struct Rectangle {
  Length left, top, right, bottom;
  bool operator==(const Rectangle&) const = default;
};

}  // namespace galley
