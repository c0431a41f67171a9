// Templates back to their notation; parsing the result gives the same template again.
#pragma once

#include <string>

#include "layout/template.h"

namespace galley {

std::string print_template(const Template& parts);

}  // namespace galley
