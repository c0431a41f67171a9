// Where a word may be divided at a line's end: at the chances that Unicode gives, and by the language's patterns where it is
// an ordinary word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace galley {

struct HyphenationTable;

/// A place inside a word.
struct WordCut {
  std::uint32_t at = 0;  ///< bytes from the word's start
  enum class Kind : std::uint8_t {
    plain,    ///< nothing appears
    hyphen,   ///< a hyphen appears
    address,  ///< nothing appears, but it is no better a place than a hyphen's
    torn,     ///< nothing appears; only where nothing else is left
    torn_hyphen,  ///< a hyphen appears; only where nothing else is left
  };
  Kind kind = Kind::plain;
  bool operator==(const WordCut&) const = default;
};

/// Whether the word is an e-mail address, a URL or the name of a host, brackets and punctuation about it left out.
bool is_address(std::string_view word);

/// Cuts of an address, without hyphens: after `/ - _ ? & =` and before `.`, so that no line ends like a sentence (The
/// Chicago Manual of Style, 14.18); nowhere within two characters of its ends.
std::vector<WordCut> address_cuts(std::string_view word);

/// Which runs of letters patterns divide. Ordinary words have five letters or more, and no capital but the first: neither
/// UNESCO nor NeurIPS is one.
enum class Divided : bool { ordinary_words, any_letters };

/// Cuts by patterns in each run of letters.
std::vector<WordCut> hyphen_cuts(std::string_view word, const HyphenationTable& patterns, Divided which = Divided::ordinary_words);

}  // namespace galley
