// What Unicode says of a character, from ICU, for every room that has to show or to name a text. (What only typesetting
// asks is in text/unicode.h.) ICU answers from tables inside its library: no data file is opened.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// No text in the engine may hold it: C0 controls but tab and line feed, DEL, C1 controls, U+FEFF.
bool is_forbidden(char32_t c);

/// The first byte of the first forbidden character. `text` is valid UTF-8.
std::optional<std::size_t> find_forbidden(std::string_view text);

/// Shows nothing, or turns the line around: controls, format characters, line separators.
bool is_invisible(char32_t c);

/// One of Unicode's spaces or line ends (White_Space).
bool is_white_space(char32_t c);

/// Columns of a terminal: 0 for combining marks, 2 for East Asian wide characters and emoji (UAX 11), else 1.
std::size_t columns_of(char32_t c);

/// A letter, a digit, or a mark that belongs to the letter before it.
bool belongs_to_word(char32_t c);

/// Its simple lower case, in no language's particular way.
char32_t to_lower(char32_t c);

/// The letter without its accents ("é": "e"), in several letters where Unicode takes it apart so; other characters stay.
std::string without_accents(char32_t c);

/// "U+001B".
std::string code_point_name(char32_t c);

/// "0x1B", at least two digits.
std::string hex_byte(unsigned char byte);

}  // namespace galley
