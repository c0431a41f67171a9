// Messages for programs.
#pragma once

#include <nlohmann/json.hpp>

#include "galley/message.h"

namespace galley {

/// {"severity", "code", "text", "printed"}, and where there are such: "file", "line", "column", "end_line", "end_column", "help",
/// "notes" (of "text" and the place).
nlohmann::ordered_json as_json(const Message& message);

}  // namespace galley
