// Which way a language reads.
#pragma once

#include <string>

namespace galley {

/// Whether the script that a language (BCP 47) is usually written in runs from right to left, as CLDR has it.
bool reads_right_to_left(const std::string& language);

}  // namespace galley
