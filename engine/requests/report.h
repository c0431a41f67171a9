// What can be counted of a request's document.
#pragma once

#include "requests/pipeline.h"

namespace galley {

/// Without a document only its messages are counted.
Report report_of(const std::optional<Document>& document, const Diagnostics& diagnostics);

}  // namespace galley
