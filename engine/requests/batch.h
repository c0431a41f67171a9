// Many CVs in many layouts and formats, on all cores, in one process: see galley::batch in galley.h.
#pragma once

#include "galley/galley.h"
#include "source/workspace.h"

namespace galley {

/// Each worker makes its own workspace by `open`; they must be usable side by side.
BatchOutcome batch(const BatchRequest& request, const std::function<std::unique_ptr<Workspace>()>& open);

}  // namespace galley
