#include "cv/direction.h"

#include <unicode/uloc.h>

namespace galley {

bool reads_right_to_left(const std::string& language) { return uloc_isRightToLeft(language.c_str()) != 0; }

}  // namespace galley
