#include "tests/support/paths.h"

namespace galley {

std::string source_folder() { return GALLEY_SOURCE_DIR; }
std::string build_folder() { return GALLEY_BUILD_DIR; }
std::string hyphen_folder() { return GALLEY_HYPHEN_DIR; }

}  // namespace galley
