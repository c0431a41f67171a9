#include "verify/right_to_left.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "verify/words.h"

namespace galley::proof {
namespace {

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms (DerivedBidiClass.txt, R and AL).
bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_left_to_right(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x590) || (c > 0x8FF && c < 0x2000) || (c >= 0x2C00 && c < 0xFB00);
}

template <typename Is>
bool has(std::string_view word, Is is) {
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded next = utf8::decode(word, at);
    if (is(next.code_point)) return true;
    at += next.length;
  }
  return false;
}

std::vector<std::string> words_between_spaces(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) words.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool reads_left(const std::string& word) { return has(word, is_right_to_left); }
bool reads_right(const std::string& word) { return has(word, is_left_to_right) && !reads_left(word); }

/// Reverses each stretch of words that begins and ends with one of a kind and holds none of the other.
template <typename Is, typename IsOther>
void reverse_stretches(std::vector<std::string>& words, Is is, IsOther is_other) {
  for (auto begin = words.begin(); (begin = std::find_if(begin, words.end(), is)) != words.end();) {
    const auto other = std::find_if(begin, words.end(), is_other);
    auto end = other;
    while (!is(*std::prev(end))) --end;
    std::reverse(begin, end);
    begin = other;
  }
}

/// UAX 9, L2, backwards: in a line of a right-to-left text all is turned, and what reads to the right turned back.
std::string turned(std::string_view line, bool all) {
  std::vector<std::string> words = words_between_spaces(line);
  if (all) {
    std::reverse(words.begin(), words.end());
    reverse_stretches(words, reads_right, reads_left);
  } else {
    reverse_stretches(words, reads_left, reads_right);
  }
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

bool has_right_to_left(std::string_view text) { return has(text, is_right_to_left); }

std::string in_reading_order(std::string_view text) {
  if (!has_right_to_left(text)) return std::string(text);
  std::string on_one_line(text);
  std::replace_if(on_one_line.begin(), on_one_line.end(), [](char c) { return c == '\n' || c == '\f'; }, ' ');
  const std::vector<std::string> words = words_between_spaces(on_one_line);
  const bool all = std::count_if(words.begin(), words.end(), reads_left) > std::count_if(words.begin(), words.end(), reads_right);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    out += has_right_to_left(line) ? turned(line, all) : std::string(line);
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return out;
}

std::string key_of_word(const std::string& word) {
  if (!has(word, is_right_to_left)) return word;
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded next = utf8::decode(word, at);
    at += next.length;
    letters += next.code_point;
  }
  std::sort(letters.begin(), letters.end());
  std::string out;
  for (const char32_t c : letters) utf8::append(out, c);
  return out;
}

}  // namespace galley::proof
