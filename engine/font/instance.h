// A variable font at one place of its axes, as a font like any other: what follows, embedding included, knows of no axes.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "font/face_style.h"

namespace galley {

/// What an axis reaches, in whole numbers.
struct Reach {
  int least = 0, most = 0;
  [[nodiscard]] bool is_there() const { return most > 0; }
  [[nodiscard]] int nearest_to(int wanted) const { return std::clamp(wanted, least, most); }
};

/// The axes of a variable font, each in the unit of FaceStyle.
struct Axes {
  Reach weight, width, optical_size;
  bool slants = false;  ///< has upright and slanted letters in one file
  [[nodiscard]] bool any() const { return weight.is_there() || width.is_there() || optical_size.is_there() || slants; }
};

/// Of a face in a file; none where it is not variable or cannot be read.
Axes axes_of(std::string_view bytes, unsigned index);

struct Instance {
  enum class Kind { as_it_stands, made, failed };  ///< as_it_stands: the place asked for is the font's default
  Kind kind = Kind::as_it_stands;
  std::string bytes;  ///< made: a whole font file without axes, named after its style
};

/// Axes that no style knows of stay at their defaults.
Instance instance_of(std::string_view bytes, unsigned index, const FaceStyle& style);

}  // namespace galley
