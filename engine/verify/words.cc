#include "verify/words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace galley {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
/// Words of a long passage that a message shows at its begin and its end.
constexpr std::size_t kShownAtEachEnd = 6;

struct Range {
  char32_t first, last;
};

template <std::size_t count>
bool is_in(const std::array<Range, count>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& each) { return c >= each.first && c <= each.last; });
}

/// Unicode's White_Space (PropList.txt).
bool is_space(char32_t c) {
  constexpr std::array<Range, 10> kSpaces = {{{0x09, 0x0D},
                                              {0x20, 0x20},
                                              {0x85, 0x85},
                                              {0xA0, 0xA0},
                                              {0x1680, 0x1680},
                                              {0x2000, 0x200A},
                                              {0x2028, 0x2029},
                                              {0x202F, 0x202F},
                                              {0x205F, 0x205F},
                                              {0x3000, 0x3000}}};
  return is_in(kSpaces, c);
}

/// Direction marks, which poppler adds of its own, and marks that allow or forbid a line end.
bool is_steering(char32_t c) {
  constexpr std::array<Range, 6> kMarks = {
      {{0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2060}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}}};
  return is_in(kMarks, c);
}

/// Scripts whose words are not parted by spaces (UAX 14, classes ID, CJ, SA), and Hangul, whose lines may end within
/// words.
bool is_of_unspaced_script(char32_t c) {
  constexpr std::array<Range, 9> kScripts = {{{0x0E00, 0x0EFF},  // Thai, Lao
                                              {0x1000, 0x109F},  // Myanmar
                                              {0x1780, 0x17FF},  // Khmer
                                              {0x2E80, 0x33FF},  // CJK radicals, punctuation, kana
                                              {0x3400, 0x9FFF},  // CJK ideographs
                                              {0xAC00, 0xD7AF},  // Hangul
                                              {0xF900, 0xFAFF},  // CJK compatibility ideographs
                                              {0xFF00, 0xFFEF},  // full-width forms
                                              {0x20000, 0x3FFFF}}};
  return is_in(kScripts, c);
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
  return at == 0 ? 0 : utf8::decode(text, at - 1).code_point;
}

char32_t first_of(std::string_view text) { return text.empty() ? 0 : utf8::decode(text, 0).code_point; }

/// Gathers words; knows whether the last one goes on.
class Splitter {
 public:
  Splitter(std::vector<Word>& words, std::size_t page) : words_(words), page_(page) {}

  void add_line(std::string_view line, bool at_edge) {
    const std::size_t before = words_.size();
    std::size_t at = 0;
    while (at < line.size()) at = add_word(line, at, at_edge);
    if (words_.size() > before) words_.back().ends_line = true;
  }

 private:
  /// From `at` to the end of the word; gives where the next may begin.
  std::size_t add_word(std::string_view line, std::size_t at, bool at_edge) {
    std::string text;
    bool divided = false;
    while (at < line.size()) {
      const utf8::Decoded next = utf8::decode(line, at);
      at += next.length;
      if (is_space(next.code_point)) break;
      if (is_steering(next.code_point)) continue;
      divided = next.code_point == kSoftHyphen;
      if (!divided) utf8::append(text, next.code_point);
    }
    const bool at_line_end = line.find_first_not_of(" \t\r", at) == std::string_view::npos;
    if (!text.empty() || divided) finish_word(std::move(text), divided && at_line_end, at_edge);
    return at;
  }

  void finish_word(std::string text, bool goes_on, bool at_edge) {
    if (words_.empty() || !words_.back().goes_on) words_.push_back({{}, page_, false, false, at_edge});
    Word& word = words_.back();
    word.text += text;
    word.ends_line = false;
    word.goes_on = goes_on;
  }

  std::vector<Word>& words_;
  std::size_t page_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    if (text.substr(0, end).find_first_not_of(" \t\r") != std::string_view::npos) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

void add_words(std::vector<Word>& words, std::string_view text, std::size_t page) {
  const std::vector<std::string_view> lines = lines_of(text);
  Splitter splitter(words, page);
  for (std::size_t i = 0; i < lines.size(); ++i) splitter.add_line(lines[i], i == 0 || i + 1 == lines.size());
}

std::string quoted_words(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string out = "'";
  const bool is_long = end - begin > 2 * kShownAtEachEnd + 1;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_long && i == begin + kShownAtEachEnd) {
      out += " …";
      i = end - kShownAtEachEnd;
    }
    out += (i == begin ? "" : " ") + words[i].text;
  }
  return out + "'" + (is_long ? " (" + std::to_string(end - begin) + " words)" : "");
}

bool may_part_at_line_end(std::string_view before, std::string_view after) {
  constexpr std::array<Range, 3> kHyphensAndSlashes = {{{'-', '-'}, {'/', '/'}, {0x2010, 0x2014}}};
  const char32_t left = last_of(before), right = first_of(after);
  return is_in(kHyphensAndSlashes, left) || is_of_unspaced_script(left) || is_of_unspaced_script(right);
}

}  // namespace galley
