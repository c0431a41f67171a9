// What can be counted of a request's document.
#pragma once

#include "base/diagnostics.h"
#include "galley/request.h"
#include "page/pages.h"

namespace galley {

/// What pages show.
Report report_of(const Pages& pages);
/// And what was said of them.
void count_messages(const Diagnostics& diagnostics, Report& report);

}  // namespace galley
