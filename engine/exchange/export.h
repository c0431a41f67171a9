// A CV as other programs read it. What they have no place for is warned of, field by field, at its place in the user's file.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "cv/cv.h"

namespace galley {

/// JSON Resume 1.0.0. Kinds that it does not know go into lists of their own, which its schema allows.
std::string to_json_resume(const Cv& cv, Diagnostics& diagnostics);

/// RenderCV's YAML, version 2.
std::string to_rendercv(const Cv& cv, Diagnostics& diagnostics);

}  // namespace galley
