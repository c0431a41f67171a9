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

std::string turned(std::string_view line) {
  std::vector<std::string> words = words_between_spaces(line);
  const auto neutral = [](const std::string& word) { return !has(word, is_right_to_left) && !has(word, is_left_to_right); };
  for (auto begin = words.begin(); begin != words.end();) {
    auto end = std::find_if(begin, words.end(), [](const std::string& word) { return has(word, is_left_to_right) && !has(word, is_right_to_left); });
    const bool whole_line = begin == words.begin() && end == words.end();
    auto first = begin, last = end;
    while (!whole_line && first != last && neutral(*first)) ++first;
    while (!whole_line && first != last && neutral(*std::prev(last))) --last;
    std::reverse(first, last);
    begin = end == words.end() ? end : std::next(end);
  }
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

bool has_right_to_left(std::string_view text) { return has(text, is_right_to_left); }

std::string in_reading_order(std::string_view text) {
  if (!has(text, is_right_to_left)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    out += has(line, is_right_to_left) ? turned(line) : std::string(line);
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
