// OpenType features that styles ask for and faces do not have.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/styled_text.h"
#include "font/font_book.h"

namespace galley {

/// Warns, once for each face, of figures and small capitals that it has not: text in them looks like other text.
void warn_of_features(const std::vector<Style>& styles, FontBook& fonts, Diagnostics& diagnostics);

}  // namespace galley
