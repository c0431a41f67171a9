// Galley as a library. Touches no global state, prints nothing, throws nothing.
//
// engine.h is where to begin; request.h holds what can be asked and what comes of it, message.h what there is to say about it,
// values.h the typed values of requests, workspace.h where files come from and go to, depfile.h what build tools are told,
// job.h requests and outcomes as JSON,
// timings.h what stages take.
#pragma once

#include "galley/depfile.h"
#include "galley/engine.h"
#include "galley/job.h"
#include "galley/message.h"
#include "galley/request.h"
#include "galley/timings.h"
#include "galley/values.h"
#include "galley/workspace.h"
