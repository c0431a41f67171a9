// The JSON Schema of a CV file, for editors: JSON Schema draft 2020-12 (json-schema.org), written from the table of kinds. It says
// no less than the reader, but leaves to the reader what a schema says badly: that a day exists, that a range does not end before
// it starts, which kind of several that fit is meant.
#pragma once

#include <string>

#include "cv/kinds.h"

namespace galley {

std::string json_schema(const Kinds& kinds);

}  // namespace galley
