#pragma once

#include <string_view>

namespace galley {

/// A language by BCP 47 (RFC 5646, 2.1): subtags of 1 to 8 letters or digits, the first of 2 or 3 letters: "en", "pt-BR". So PDF wants
/// it, too (ISO 32000-1, 14.9.2, with the older RFC 3066).
bool is_language_tag(std::string_view tag);

}  // namespace galley
