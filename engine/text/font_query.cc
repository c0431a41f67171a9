#include "text/font_query.h"

#include <algorithm>
#include <cmath>

namespace galley {
namespace {

/// In whole points: nobody sees the half point between, and a CV in nine, nine and a half and ten points needs two fonts, not three;
/// nor does fitting a CV to a page (by parts of a point) make a font for each trial.
int optical_size_of(const Style& style) {
  switch (style.optical_size.from) {
    case OpticalSize::From::type: return std::max(1, static_cast<int>(std::lround(style.size.points())));
    case OpticalSize::From::style: return std::max(1, static_cast<int>(std::lround(style.optical_size.at.points())));
    case OpticalSize::From::font: return 0;
  }
  return 0;
}

}  // namespace

FontQuery query_of(const Style& style) {
  return {style.family, {.weight = style.weight, .italic = style.italic, .width = style.width, .optical_size = optical_size_of(style)}};
}

}  // namespace galley
