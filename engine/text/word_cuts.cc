#include "text/word_cuts.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/hyphenate.h"
#include "text/unicode.h"

namespace galley {
namespace {

constexpr std::size_t kShortestDivided = 5;  ///< letters; a shorter word gains nothing by a hyphen
constexpr std::size_t kAddressEnds = 2;      ///< characters of an address that stay together at either end

bool is_host_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

/// Small letters, digits and hyphens in two or more parts, the last of which is of two letters or more: "github.com".
bool is_host(std::string_view text) {
  std::size_t parts = 1, letters = 0;
  for (const char c : text) {
    if (c == '.') {
      if (letters == 0) return false;
      ++parts;
      letters = 0;
    } else if (is_host_letter(c)) {
      ++letters;
    } else {
      return false;
    }
  }
  return parts >= 2 && letters >= 2 && text.back() >= 'a' && text.back() <= 'z';
}

std::string_view trimmed(std::string_view word) {
  constexpr std::string_view kAround = "()[]<>{}\"'.,;:!?*";
  const std::size_t begin = word.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return word.substr(begin, word.find_last_not_of(kAround) + 1 - begin);
}

/// No capital after the first letter: UNESCO, NeurIPS and GANs are not divided.
bool is_ordinary(std::string_view letters) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < letters.size(); ++count) {
    const auto [c, length] = utf8::decode(letters, at);
    if (count > 0 && is_upper(c)) return false;
    at += length;
  }
  return count >= kShortestDivided;
}

}  // namespace

bool is_address(std::string_view word) {
  word = trimmed(word);
  if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return true;
  if (const std::size_t at = word.find('@'); at != std::string_view::npos)
    return at > 0 && word.find('.', at) != std::string_view::npos;
  return is_host(word.substr(0, word.find('/')));
}

std::vector<WordCut> address_cuts(std::string_view word) {
  constexpr std::string_view kAfter = "/-_?&=";
  std::vector<WordCut> cuts;
  for (std::size_t i = kAddressEnds; i + kAddressEnds <= word.size(); ++i) {
    const bool after = kAfter.find(word[i - 1]) != std::string_view::npos && kAfter.find(word[i]) == std::string_view::npos;
    const bool before = word[i] == '.' && word[i - 1] != '.';
    if (after || before) cuts.push_back({static_cast<std::uint32_t>(i), WordCut::Kind::address});
  }
  return cuts;
}

std::vector<WordCut> hyphen_cuts(std::string_view word, const HyphenationTable& patterns, Divided which) {
  std::vector<WordCut> cuts;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at;
    while (end < word.size()) {
      const auto [c, length] = utf8::decode(word, end);
      if (!is_letter(c)) break;
      end += length;
    }
    if (end == at) {
      at += utf8::decode(word, at).length;
      continue;
    }
    const std::string_view letters = word.substr(at, end - at);
    if (which == Divided::any_letters || is_ordinary(letters))
      for (const std::size_t offset : hyphenate(patterns, letters))
        cuts.push_back({static_cast<std::uint32_t>(at + offset), WordCut::Kind::hyphen});
    at = end;
  }
  return cuts;
}

}  // namespace galley
