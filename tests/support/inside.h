// Whether text stands on its page, judged glyph by glyph and not with the engine's own check.
#pragma once

#include <string>

#include "page/pages.h"

namespace galley::testing {

/// The text of the first run with ink beyond its (trimmed) page; empty: all stands inside.
std::string first_outside(const Pages& pages);

}  // namespace galley::testing
