#include "export/pdf/slug.h"

#include <utility>

#include "base/characters.h"
#include "base/utf8.h"

namespace galley::pdf {
namespace {

/// A reader's address line is no place for more.
constexpr std::size_t kLongestSlug = 100;

constexpr char32_t kFirstBeyondLatin = 0x250;

bool is_latin(char32_t c) { return c < kFirstBeyondLatin || (c >= 0x1E00 && c < 0x1F00); }

/// An accent that stands by itself after its letter (the block Combining Diacritical Marks).
bool is_accent(char32_t c) { return c >= 0x300 && c < 0x370; }

/// Letters of Latin that Unicode does not take apart.
constexpr std::pair<char32_t, std::string_view> kSpeltOut[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'ß', "ss"}, {U'đ', "d"}, {U'ħ', "h"},
    {U'ı', "i"},  {U'ĸ', "k"}, {U'ł', "l"}, {U'ŋ', "n"},  {U'œ', "oe"}, {U'ŧ', "t"},
};

/// What of a slug a character becomes; empty: nothing, words end here. Latin letters lose their accents, so that the
/// name can be typed anywhere; other scripts keep their letters, vowel signs included.
std::string plain(char32_t c) {
  if (!belongs_to_word(c) || is_accent(c)) return {};
  const char32_t lower = to_lower(c);
  for (const auto& [letter, plain] : kSpeltOut)
    if (letter == lower) return std::string(plain);
  std::string out;
  if (!is_latin(lower)) {
    utf8::append(out, lower);
    return out;
  }
  const std::string bare = without_accents(lower);
  for (std::size_t at = 0; at < bare.size();) {
    const utf8::Decoded next = utf8::decode(bare, at);
    if (belongs_to_word(next.code_point)) utf8::append(out, next.code_point);
    at += next.length;
  }
  return out;
}

}  // namespace

std::string slug(std::string_view title) {
  std::string out;
  for (std::size_t at = 0; at < title.size() && out.size() < kLongestSlug;) {
    const utf8::Decoded next = utf8::decode(title, at);
    const std::string letters = plain(next.code_point);
    if (!letters.empty()) {
      out += letters;
    } else if (!is_accent(next.code_point) && !out.empty() && out.back() != '-') {
      out += '-';
    }
    at += next.length;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "section" : out;
}

}  // namespace galley::pdf
