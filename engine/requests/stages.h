// The stages by name, each as text: for people, golden files and bug reports. A dump runs no stage after its own, so what
// an early stage has made can be seen even where a later one fails.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "requests/session.h"

namespace galley {

/// Empty after an error, or when there is no such stage.
std::optional<std::string> dump_stage(std::string_view stage, Session& session, const Request& request);

}  // namespace galley
