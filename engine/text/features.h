// OpenType features that styles ask for and faces do not have.
#pragma once

#include <cstdint>
#include <vector>

#include "base/diagnostics.h"
#include "base/styled_text.h"
#include "font/font_book.h"

namespace galley {

/// Warns, once for each face, of figures and small capitals that it has not: text in them looks like other text.
void warn_of_features(const std::vector<Style>& styles, FontBook& fonts, Diagnostics& diagnostics);

/// What of a text is set as capitals of a smaller size, in a face that has no small capitals and a style that allows it.
enum class ScaledCaps : std::uint8_t { none, small_letters, all_letters };
ScaledCaps scaled_caps_of(const Style& style, const Face& face);

}  // namespace galley
