// Whether text stands out from its ground enough to be read by everybody.
#pragma once

#include "base/diagnostics.h"
#include "page/pages.h"

namespace galley {

/// Contrast ratio of two colours, 1 to 21, by their relative luminance (WCAG 2.2, "contrast ratio").
double contrast(const Colour& one, const Colour& other);

/// Warns once for each pair of colours of a text and the box that it stands on (the page is white) whose contrast is below `least`.
void warn_of_contrast(const Pages& pages, double least, Diagnostics& diagnostics);

}  // namespace galley
