// Hyphenation by patterns: Franklin M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983), in the form libhyphen's
// dictionaries give them. The patterns are compiled into tables at build time and mapped, not parsed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// A compiled pattern table, or nullptr when there is none for the language (BCP 47; "en-GB" falls back to "en").
struct HyphenationTable;
const HyphenationTable* hyphenation_for(std::string_view language);

/// Languages that have patterns, BCP 47, sorted.
std::vector<std::string> hyphenation_languages();

/// Byte offsets in `word` where it may be divided, ascending. `word` is NFC, letters only (apostrophes allowed), any case.
/// Words over 100 code points are not divided.
std::vector<std::size_t> hyphenate(const HyphenationTable& table, std::string_view word);

}  // namespace galley
