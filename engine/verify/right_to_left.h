// Right-to-left text as poppler gives it in content order: the letters of each word in reading order, but the words of a line as
// they stand from left to right, punctuation on the side where it is drawn, and ligatures turned round.
#pragma once

#include <string>
#include <string_view>

namespace galley::proof {

/// The text with the words of right-to-left stretches in reading order.
std::string in_reading_order(std::string_view text);

/// Whether any of it reads from right to left.
bool has_right_to_left(std::string_view text);

/// What two readings of a word must share to count as the same: of a right-to-left word its letters, in whatever order; of others
/// the word itself.
std::string key_of_word(const std::string& word);

}  // namespace galley::proof
