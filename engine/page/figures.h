// Pictures and QR codes as drawn items: scaled, cut to shape, placed in their slot.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/image.h"
#include "compose/block.h"
#include "page/pages.h"

namespace galley {

struct SetFigure {
  Size size;
  std::vector<Item> items;  ///< from the figure's top left corner
};

/// No wider than `most`. Warns of pictures that print coarsely.
SetFigure set_figure(const Figure& figure, Length most, Span source, Diagnostics& diagnostics);

/// The outline of a code's dark modules, each `module` wide: neighbours are one shape, so that no seams show.
std::vector<PathStep> path_of(const QrCode& code, Length module);

}  // namespace galley
