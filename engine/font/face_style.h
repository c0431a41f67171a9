// Which face of a family: the terms in which styles ask, files answer and the axes of variable fonts are set.
#pragma once

#include <compare>
#include <string>
#include <tuple>
#include <utility>

#include "base/type_width.h"

namespace galley {

struct FaceStyle {
  int weight = 400;          ///< 1 to 1000, as in CSS and OS/2 usWeightClass
  bool italic = false;       ///< or oblique
  int width = kNormalWidth;  ///< base/type_width.h
  int optical_size = 0;      ///< in points, for type of which size the letters are drawn; 0: as the font stands
  auto operator<=>(const FaceStyle&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs on <=>
};

/// "regular", "bold italic", "weight 350", "condensed bold", "width 93%", "regular 14pt".
std::string style_name(const FaceStyle& style);

/// How far a face is from what is asked; less is nearer, and of two faces the nearer is taken (CSS Fonts 4, 5.2: width, then slant,
/// then weight).
using StyleDistance = std::tuple<std::pair<int, int>, bool, std::pair<int, int>>;
StyleDistance style_distance(const FaceStyle& wanted, const FaceStyle& face);

}  // namespace galley
