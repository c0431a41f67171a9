// What a PDF promises (see Standards in galley/values.h), by name.
#pragma once

#include <string>

#include "galley/values.h"

namespace galley {

/// "PDF/A-2a"; empty for no PDF/A.
std::string name_of_archive(const Standards& standards);

}  // namespace galley
