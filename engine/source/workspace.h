// Files of the world outside, and those that ship inside the program.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galley/workspace.h"

namespace galley {

/// "8 MB", "640 KB", "12 bytes": for messages about limits.
std::string describe_size(std::size_t bytes);

/// A file that ships inside the program, by its path in the repository ("layouts/classic.yaml").
std::optional<std::string_view> built_in(std::string_view path);
/// Paths of the built-in files below a folder, sorted: built_in_under("layouts/").
std::vector<std::string_view> built_in_under(std::string_view folder);

}  // namespace galley
