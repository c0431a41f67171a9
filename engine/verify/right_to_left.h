// Text that reads from right to left, in the order in which it is drawn and in that in which it is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verify/words.h"

namespace galley::proof {

/// What poppler says in content order, as it is drawn from left to right: poppler turns stretches of right-to-left letters round,
/// one word at a time, and puts each between U+202B and U+202C.
std::string as_drawn(std::string_view text);

/// A page's words, given as they are drawn, in reading order: each line, and in it each tag's part (`Word::begins_tag`), by the
/// bidirectional algorithm backwards (UAX 9; ICU's inverse reordering). The page's direction is that of most of its words.
std::vector<Word> in_reading_order(const std::vector<Word>& drawn);

/// How a text is drawn in one line, from left to right (UAX 9). Two texts that are drawn alike cannot be told apart in a PDF.
std::string drawn(const std::string& text, bool right_to_left);

/// Whether any of it reads from right to left.
bool has_right_to_left(std::string_view text);

/// Whether a third of the words do: then lines begin on the right.
bool is_right_to_left(const std::vector<Word>& words);

}  // namespace galley::proof
