// Documents that read from right to left. Up to here x counts from where lines begin, whichever side that is, so that columns,
// dates, bullets and sidebars are placed by one law; this turns it into x from the left edge. Reading order stays.
#pragma once

#include "page/pages.h"

namespace galley {

/// Each item keeps its looks and its distance from the edge where lines begin, which now is the right one.
void mirror(Pages& pages);

}  // namespace galley
