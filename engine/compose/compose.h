// Stage 4: CV + layout -> streams of sections. Warns, never fails.
#pragma once

#include "base/diagnostics.h"
#include "compose/composed.h"
#include "cv/cv.h"
#include "cv/language.h"
#include "layout/layout.h"

namespace galley {

Composed compose(const Cv& cv, const Layout& layout, const Language& language);

/// Checks that the layout names only kinds and fields that exist.
void check_layout(const Layout& layout, const Kinds& kinds, Diagnostics& diagnostics);

/// Checks that the layout says how to set every entry of this CV, and that the language has every phrase the layout asks
/// for: else words would be missing without a word.
void check_use(const Layout& layout, const Cv& cv, const Language& language, Diagnostics& diagnostics);

}  // namespace galley
