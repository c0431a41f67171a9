#include "text/hyphenate.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "text/hyphenation_table.h"

namespace galley {
namespace {

constexpr std::size_t kLongestWord = 100;  // code points
constexpr char16_t kWordEdge = u'.';
constexpr char16_t kApostrophe = u'\'';
constexpr char16_t kTypographicApostrophe = u'\u2019';

/// A word as the patterns see it. `values[i]` belongs to the place after letter i; odd: the word may be divided there.
struct Letters {
  std::size_t count = 0;
  std::array<std::uint8_t, kLongestWord> labels{};
  std::array<bool, kLongestWord> undivided{};
  std::array<std::uint8_t, kLongestWord> values{};
  std::array<std::size_t, kLongestWord> end{};  ///< byte after the letter
};

/// Letters [begin, end) of a word.
struct Part {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Label of a letter in the table's alphabet; 0: it stands in no pattern.
std::uint8_t label_of(const HyphenationTable& table, char16_t letter) {
  const auto found = std::lower_bound(table.alphabet.begin(), table.alphabet.end(), letter);
  if (found == table.alphabet.end() || *found != letter) return 0;
  return static_cast<std::uint8_t>(found - table.alphabet.begin() + 1);
}

/// The letter that the patterns have for `code_point`: in lower case, and the apostrophe as they write it.
char16_t pattern_letter(const HyphenationTable& table, char32_t code_point) {
  const UChar32 lower = u_tolower(static_cast<UChar32>(code_point));
  const auto letter = lower <= 0xFFFF ? static_cast<char16_t>(lower) : u'\0';
  return letter == kTypographicApostrophe && label_of(table, letter) == 0 ? kApostrophe : letter;
}

/// Empty when the word is too long to be one.
std::optional<Letters> read_letters(const HyphenationTable& table, std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    if (letters.count == kLongestWord) return std::nullopt;
    const utf8::Decoded decoded = utf8::decode(word, at);
    const char16_t letter = pattern_letter(table, decoded.code_point);
    at += decoded.length;
    letters.labels[letters.count] = label_of(table, letter);
    letters.undivided[letters.count] = table.undivided.find(letter) != std::u16string_view::npos;
    letters.end[letters.count] = at;
    ++letters.count;
  }
  return letters;
}

/// The child of `node` under `label`, or 0 (the root is nobody's child).
std::uint32_t child(std::span<const std::uint32_t> trie, std::uint32_t node, std::uint8_t label) {
  const std::uint32_t count = trie[node] & 0xFF;
  for (std::uint32_t i = node + 1; i <= node + count; ++i)
    if (trie[i] >> 24 >= label) return trie[i] >> 24 == label ? trie[i] & 0xFFFFFF : 0;
  return 0;
}

/// Raises the values of `part` to those of the pattern at `node`, whose last letter is number `last` of ".part.".
void apply(const HyphenationTable& table, std::uint32_t values, const Part& part, std::size_t last, Letters& letters) {
  const std::size_t count = table.values[values];
  for (std::size_t i = 0; i < count && i < last; ++i) {
    const std::size_t after = last - i;  // place after letter `after` of ".part.", where letter 1 is the part's first
    if (after >= part.size()) continue;  // the ends of the part are no places to divide
    std::uint8_t& value = letters.values[part.begin + after - 1];
    value = std::max(value, table.values[values + 1 + i]);
  }
}

/// Matches the patterns of one level against ".part.". Of the patterns that end at the same letter only the one counts
/// whose beginning reaches furthest to the left, as libhyphen has it: its dictionaries are prepared so that the longest
/// says all that the shorter ones say.
void match(const HyphenationTable& table, std::span<const std::uint32_t> trie, const Part& part, Letters& letters) {
  std::fill_n(letters.values.begin() + static_cast<std::ptrdiff_t>(part.begin), part.size(), std::uint8_t{0});
  const std::uint8_t edge = label_of(table, kWordEdge);
  const std::size_t size = part.size() + 2;
  std::size_t matched = 0;  // the places before this one have had their longest beginning of a pattern
  for (std::size_t start = 0; start < size; ++start) {
    std::uint32_t node = 0;
    for (std::size_t at = start; at < size; ++at) {
      const bool is_edge = at == 0 || at + 1 == size;
      node = child(trie, node, is_edge ? edge : letters.labels[part.begin + at - 1]);
      if (node == 0) break;
      if (at < matched) continue;
      matched = at + 1;
      if (const std::uint32_t values = trie[node] >> 8; values != 0) apply(table, values, part, at, letters);
    }
  }
}

bool odd(std::uint8_t value) { return value % 2 == 1; }

/// No divisions among the first `left` and the last `right` letters of the part.
void keep_together(const Part& part, std::size_t left, std::size_t right, Letters& letters) {
  for (std::size_t i = part.begin; i < part.end; ++i)
    if (i + 1 - part.begin < left || part.end - (i + 1) < right) letters.values[i] = 0;
}

/// Divides a part at its compound boundaries, and where it has none, by the patterns.
void divide(const HyphenationTable& table, const Part& part, const Part& word, Letters& letters) {
  match(table, table.compounds, part, letters);
  std::size_t begin = part.begin;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const bool last = i + 1 == part.end;
    if (!odd(letters.values[i]) && !(last && begin > part.begin)) continue;
    const std::uint8_t boundary = letters.values[i];
    if (i > begin) {
      divide(table, {begin, i + 1}, word, letters);
      letters.values[i - 1] = 0;  // no single letter is cut off the end of a part
    }
    letters.values[i] = boundary;
    begin = i + 1;
  }
  if (begin > part.begin) return;

  match(table, table.patterns, part, letters);
  keep_together(part, part.begin > word.begin ? table.compound_left : 0, part.end < word.end ? table.compound_right : 0,
                letters);
}

/// `language` without its last subtag (RFC 4647, 3.4: a single letter before it goes too); empty: none is left.
std::string_view shortened(std::string_view language) {
  std::size_t cut = language.rfind('-');
  if (cut == std::string_view::npos) return {};
  if (cut >= 2 && language[cut - 2] == '-') cut -= 2;
  return language.substr(0, cut);
}

bool same_language(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

const HyphenationTable* hyphenation_for(std::string_view language) {
  for (; !language.empty(); language = shortened(language))
    for (const HyphenationTable& table : hyphenation_tables())
      if (same_language(table.language, language)) return &table;
  return nullptr;
}

std::vector<std::string> hyphenation_languages() {
  std::vector<std::string> languages;
  for (const HyphenationTable& table : hyphenation_tables()) languages.emplace_back(table.language);
  return languages;
}

std::vector<std::size_t> hyphenate(const HyphenationTable& table, std::string_view word) {
  std::optional<Letters> letters = read_letters(table, word);
  if (!letters || letters->count < std::size_t{table.left} + table.right) return {};
  const Part whole{0, letters->count};
  divide(table, whole, whole, *letters);
  keep_together(whole, table.left, table.right, *letters);

  std::vector<std::size_t> places;
  for (std::size_t i = 0; i + 1 < whole.end; ++i)
    if (odd(letters->values[i]) && !letters->undivided[i] && !letters->undivided[i + 1])
      places.push_back(letters->end[i]);
  return places;
}

}  // namespace galley
