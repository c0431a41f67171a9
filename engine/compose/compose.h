// Stage 4: CV + layout -> blocks. Warns, never fails.
#pragma once

#include "base/diagnostics.h"
#include "compose/block.h"
#include "cv/cv.h"
#include "cv/language.h"
#include "layout/layout.h"

namespace galley {

Composed compose(const Cv& cv, const Layout& layout, const Language& language);

/// Checks that the layout says how to set every kind of the table, and names only kinds and fields that exist.
void check_layout(const Layout& layout, const Kinds& kinds, Diagnostics& diagnostics);

}  // namespace galley
