// Small steps that every reader of this room takes.
#pragma once

#include <string>
#include <string_view>

#include "source/map_reader.h"

namespace galley {

std::string_view trim(std::string_view text);  ///< without spaces, tabs and line ends at both ends
std::string to_lower_ascii(std::string_view text);

}  // namespace galley
