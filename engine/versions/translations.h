// Texts in several languages: {en: Engineer, de: Ingenieurin}.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// Each map of languages below the `cv` becomes its text in `language`, or in the nearest that there is, with a warning. `own` is the
/// CV's language, which counts before others, `there` are all languages that it is written in.
void translate(Node& cv, const std::string& language, const std::string& own, const std::vector<std::string>& there, Diagnostics& diagnostics);

/// The languages of all such maps, in the order in which they are first seen.
std::vector<std::string> languages_below(const Node& cv);

/// Whether a text is the code of a language as a key of a map may be: "en", "pt-BR".
bool is_language_code(std::string_view text);

}  // namespace galley
