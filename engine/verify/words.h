// Words, as both sides of a comparison see them: parted by white space of any kind, with marks that only steer the
// setting left out, and words that a line end has divided made whole again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley::proof {

struct Word {
  std::string text;
  std::size_t page = 0;    ///< from 1
  bool ends_line = false;  ///< nothing follows it in its line
  bool goes_on = false;    ///< divided at a line's end; the next word is its rest
  bool begins_tag = false; ///< another tag than the last word's
  bool at_edge = false;    ///< in the first or last line of its page, where running heads and page numbers stand
};

/// The words of a page.
std::vector<Word> words_of(std::string_view text, std::size_t page);

/// The same with words made whole that end in a soft hyphen (U+00AD) at a line's end, also from one page to the next.
std::vector<Word> whole_words(const std::vector<Word>& words);

/// Whether a character steers the setting and stands for nothing: direction marks, which poppler adds of its own, marks
/// that allow or forbid a line end, and soft hyphens.
bool is_steering(char32_t c);
bool is_white_space(char32_t c);

/// Of words [begin, end): "the first program"; the middle of many is left out.
std::string quoted_words(const std::vector<Word>& words, std::size_t begin, std::size_t end);

/// Whether a word may be parted between its parts `before` and `after` where a line ends, without a hyphen being added:
/// after its own hyphens and slashes, and in scripts that put no spaces between words.
bool may_part_at_line_end(std::string_view before, std::string_view after);

}  // namespace galley::proof
