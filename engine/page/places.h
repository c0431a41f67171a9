// Whether the text of finished pages stands where it can be read.
#pragma once

#include "base/diagnostics.h"
#include "page/pages.h"

namespace galley {

/// Text that reaches beyond the page (once trimmed) and text that stands on other text are errors; each with the place in
/// the user's files that it comes from, the first few of them.
void check_places(const Pages& pages, Diagnostics& diagnostics);

}  // namespace galley
