// The fonts of the machine, as the program's component brings them (galley_fonts), for books of fonts of the tests' own.
#pragma once

#include "font/system_fonts.h"

namespace galley {

inline std::unique_ptr<const SystemFonts> installed_fonts(Diagnostics&) { return load_system_fonts(); }

}  // namespace galley
