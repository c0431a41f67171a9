// Type in squares: the blank halves of its marks and brackets (W3C, "Requirements for Japanese Text Layout", 3.1, and
// "Requirements for Chinese Text Layout", 3.1), and what parts its characters from words in letters.
#pragma once

#include <string_view>
#include <vector>

#include "text/shape.h"

namespace galley {

/// A character written in a square: Chinese, kana, Bopomofo.
bool is_square(char32_t c);

/// Whether a word in letters or numbers begins or ends between two characters, beside one in a square.
bool parts_squares(char32_t before, char32_t after);

/// Whether a text may hold marks that take up a square: cheap, and true too often.
bool may_hold_marks(std::string_view text);

/// Notes the blank halves of full-width marks, and takes away those between two marks.
void squeeze_marks(std::vector<ShapedGlyph>& glyphs, const Stretch& part, const Face& face);

}  // namespace galley
