// Archives of other programs: the way in through this component, whose libraries a plain render does not load.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"

namespace galley {

/// The files of a zip archive whose names end so, with their bytes, in the archive's order; what is larger than `limit` is said and left
/// out. nullopt with an error where it is no archive or a damaged one.
std::optional<std::vector<std::pair<std::string, std::string>>> unzip(std::string_view archive, std::string_view ending, std::size_t limit, Diagnostics& diagnostics);

}  // namespace galley
