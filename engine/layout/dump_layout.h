// A layout as text after everything that it extends is merged in: what the engine goes by.
//
//   style row             left  ragged 2em       styles but the body: what they say
//   entry talk            list
//     line "{title -> url}" + "{event}"  with ", "  style row
//       right "{dates}"  on the last line
#pragma once

#include <string>

#include "layout/layout.h"

namespace galley {

std::string dump_layout(const Layout& layout);

}  // namespace galley
