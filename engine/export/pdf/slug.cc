#include "export/pdf/slug.h"

#include <utility>

#include "base/utf8.h"

namespace galley::pdf {
namespace {

/// A reader's address line is no place for more.
constexpr std::size_t kLongestSlug = 100;

/// The letters of U+00C0 to U+017F without their accents; '-': no letter, '2': two letters, see below.
constexpr char32_t kFirstAccented = 0xC0;
constexpr std::string_view kWithoutAccents =
    "aaaaaa2ceeeeiiii"
    "dnooooo-ouuuuy22"
    "aaaaaa2ceeeeiiii"
    "dnooooo-ouuuuy2y"
    "aaaaaaccccccccdd"
    "ddeeeeeeeeeegggg"
    "gggghhhhiiiiiiii"
    "ii22jjkkklllllll"
    "lllnnnnnnnnnoooo"
    "oo22rrrrrrssssss"
    "ssttttttuuuuuuuu"
    "uuuuwwyyyzzzzzzs";

constexpr std::pair<char32_t, std::string_view> kTwoLetters[] = {
    {U'Æ', "ae"}, {U'æ', "ae"}, {U'Þ', "th"}, {U'þ', "th"}, {U'ß', "ss"},
    {U'Ĳ', "ij"}, {U'ĳ', "ij"}, {U'Œ', "oe"}, {U'œ', "oe"},
};

/// What of a slug a character becomes; empty: nothing, words end here.
std::string plain(char32_t c) {
  if (c >= U'A' && c <= U'Z') return {static_cast<char>(c - U'A' + U'a')};
  if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) return {static_cast<char>(c)};
  if (c < kFirstAccented || c - kFirstAccented >= kWithoutAccents.size()) return {};
  for (const auto& [letter, two] : kTwoLetters)
    if (letter == c) return std::string(two);
  const char base = kWithoutAccents[c - kFirstAccented];
  return base == '-' ? std::string() : std::string(1, base);
}

}  // namespace

std::string slug(std::string_view title) {
  std::string out;
  for (std::size_t at = 0; at < title.size() && out.size() < kLongestSlug;) {
    const utf8::Decoded next = utf8::decode(title, at);
    const std::string letters = plain(next.code_point);
    if (!letters.empty()) {
      out += letters;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
    at += next.length;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "section" : out;
}

}  // namespace galley::pdf
