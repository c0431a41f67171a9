// The parts of an Office Open XML file, zipped.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace galley::docx {

/// Names and bytes, in the order in which they stand in the file.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// Nothing when memory ends.
std::optional<std::string> zipped(const Parts& parts);

}  // namespace galley::docx
