// Words that stay together at a line's end: what a style or a language says loses its break chance.
#pragma once

#include <vector>

#include "base/styled_text.h"
#include "text/shape.h"

namespace galley {

/// Takes away the chances after words of Style::tie_after and, where the style wants it, after and before those of `usage`.
/// Every language's rules are data; only what an initial or a number is, is known here.
void tie_words(ShapedText& shaped, const std::vector<Style>& styles, const TextUsage* usage);

}  // namespace galley
