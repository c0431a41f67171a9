// Headers and footers: lines that pages repeat, with the number of the page and how many there are. Artifacts all
// (PDF/UA-1, 7.8): no reader has to hear them on each page.
#pragma once

#include "base/diagnostics.h"
#include "compose/composed.h"
#include "layout/layout.h"
#include "page/pages.h"
#include "text/shape.h"

namespace galley {

/// Once it is known how many pages there are.
void add_running_lines(Pages& pages, const Composed& composed, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics);

}  // namespace galley
