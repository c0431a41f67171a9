// What a batch has done, for programs.
#pragma once

#include <string>

#include "galley/galley.h"

namespace galley {

/// JSON (RFC 8259): {"jobs": [{"cv", "layout", "status", "files", "pages", "bytes", "warnings", "overfull", "hyphens", "fonts",
/// "milliseconds", "unchanged", "skipped", "messages"}], "total": {…}}. Messages are as in message_json.h;
/// totals are the sums of the jobs.
std::string report_as_json(const BatchOutcome& outcome);

}  // namespace galley
