// Where the ink of set text stands.
#pragma once

#include <optional>

#include "base/geometry.h"
#include "font/glyph_run.h"

namespace galley {

/// What the outlines of a run's glyphs cover when it is drawn at `at`, a run that reads upwards included; nullopt: they
/// draw nothing.
std::optional<Rectangle> ink_of(const GlyphRun& run, const Point& at);

}  // namespace galley
