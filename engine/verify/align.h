// poppler's words held against the characters of the content: only both together tell which words are artifacts, and
// which are parted by a gap alone.
#pragma once

#include <string>
#include <vector>

#include "verify/content.h"
#include "verify/words.h"

namespace galley::proof {

struct Alignment {
  std::vector<Word> words;        ///< without artifacts
  std::vector<std::string> gaps;  ///< pairs of words with no space between them, as "the|first"
};

/// `words` of a page, as words_of() gives them. Words that are not found where they should be, as in lines where two
/// directions meet, are kept and not judged. Where a page has tags, nothing may be added at its edges any more: what is
/// not part of the text is known.
Alignment align(std::vector<Word> words, const PageContent& content);

}  // namespace galley::proof
