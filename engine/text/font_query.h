// The face that a style asks for.
#pragma once

#include "base/styled_text.h"
#include "font/font_book.h"

namespace galley {

FontQuery query_of(const Style& style);

}  // namespace galley
