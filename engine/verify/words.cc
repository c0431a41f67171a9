#include "verify/words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace galley::proof {
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

/// The word that begins at `at`, which may be empty; `at` becomes the place where the next may begin.
Word read_word(std::string_view line, std::size_t& at) {
  Word word;
  while (at < line.size()) {
    const utf8::Decoded next = utf8::decode(line, at);
    at += next.length;
    if (is_white_space(next.code_point)) break;
    word.goes_on = next.code_point == kSoftHyphen;
    if (!is_steering(next.code_point)) utf8::append(word.text, next.code_point);
  }
  return word;
}

void add_line(std::vector<Word>& words, std::string_view line, const Word& like) {
  const std::size_t before = words.size();
  for (std::size_t at = 0; at < line.size();) {
    Word word = read_word(line, at);
    const bool at_line_end = line.find_first_not_of(" \t\r", at) == std::string_view::npos;
    word.goes_on = word.goes_on && at_line_end;
    word.page = like.page;
    word.at_edge = like.at_edge;
    if (!word.text.empty() || word.goes_on) words.push_back(std::move(word));
  }
  if (words.size() > before) words.back().ends_line = true;
}

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

bool is_white_space(char32_t c) {
  // Unicode's White_Space (PropList.txt).
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

bool is_steering(char32_t c) {
  constexpr std::array<Range, 7> kMarks = {{{kSoftHyphen, kSoftHyphen},
                                            {0x200B, 0x200B},
                                            {0x200E, 0x200F},
                                            {0x202A, 0x202E},
                                            {0x2060, 0x2060},
                                            {0x2066, 0x2069},
                                            {0xFEFF, 0xFEFF}}};
  return is_in(kMarks, c);
}

std::vector<Word> words_of(std::string_view text, std::size_t page) {
  std::vector<Word> words;
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Word like;
    like.page = page;
    like.at_edge = i == 0 || i + 1 == lines.size();
    add_line(words, lines[i], like);
  }
  return words;
}

std::vector<Word> whole_words(const std::vector<Word>& words) {
  std::vector<Word> whole;
  for (const Word& word : words) {
    if (whole.empty() || !whole.back().goes_on) {
      whole.push_back(word);
      continue;
    }
    whole.back().text += word.text;
    whole.back().ends_line = word.ends_line;
    whole.back().goes_on = word.goes_on;
  }
  return whole;
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

}  // namespace galley::proof
