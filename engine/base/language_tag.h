#pragma once

#include <cstddef>
#include <string_view>

namespace galley {

/// A language by BCP 47 (RFC 5646, 2.1): subtags of 1 to 8 letters or digits, the first of 2 or 3 letters: "en", "pt-BR". So PDF wants
/// it, too (ISO 32000-1, 14.9.2, with the older RFC 3066).
bool is_language_tag(std::string_view tag);

/// Whether one of them is the other, or begins it: "zh" and "zh-Hant".
bool is_near_language(std::string_view one, std::string_view other);

/// The place of the exact code among the codes, else that of the longest that is near; their number if there is none. `code_of` gives
/// the code of one of them.
template <typename Codes, typename CodeOf>
std::size_t find_language(const Codes& codes, std::string_view wanted, const CodeOf& code_of) {
  std::size_t best = codes.size();
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::string_view code = code_of(codes[i]);
    if (code == wanted) return i;
    if (is_near_language(code, wanted) && (best == codes.size() || code.size() > code_of(codes[best]).size())) best = i;
  }
  return best;
}

}  // namespace galley
