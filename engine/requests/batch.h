// Many CVs in many layouts and formats, on all cores, in one process: see galley::Engine::batch.
#pragma once

#include "galley/request.h"
#include "requests/shared.h"

namespace galley {

BatchOutcome batch(Shared& shared, const BatchRequest& request);
/// The jobs with the paths that they would write; none is done.
BatchOutcome plan(Shared& shared, const BatchRequest& request);

}  // namespace galley
