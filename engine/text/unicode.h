// What ICU knows of characters and texts, asked only when a text needs it: plain Latin never touches ICU's data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/styled_text.h"

namespace galley {

constexpr char32_t kLineSeparator = 0x2028;   ///< the line ends here
constexpr char32_t kPreferredBreak = 0x2029;  ///< the line ends here if the paragraph does not fit on one

/// Latin, with punctuation that every script shares: no bidi, no dictionary, no ideographs.
constexpr bool is_simple(char32_t c) { return c < 0x250 || (c >= 0x2000 && c < 0x2070) || (c >= 0x1E00 && c < 0x1F00); }
bool all_simple(std::string_view text);

/// One of the two.
constexpr bool is_line_break(char32_t c) { return c == kLineSeparator || c == kPreferredBreak; }

constexpr bool is_breaking_space(char32_t c) { return c == ' ' || (c >= 0x2000 && c <= 0x200B && c != 0x2007) || c == 0x205F || c == 0x3000; }

/// Between words, breaking or not: U+0020, U+00A0, U+2000 … U+200A, U+202F, U+205F, U+3000.
constexpr bool is_space(char32_t c) { return is_breaking_space(c) || c == 0xA0 || c == 0x2007 || c == 0x202F; }

bool is_combining(char32_t c);    ///< general category M
bool is_ignorable(char32_t c);    ///< shows nothing where a font lacks it: joiners, soft hyphens, direction marks (Default_Ignorable_Code_Point)

bool is_punctuation(char32_t c);  ///< general category P
bool is_pictograph(char32_t c);   ///< Extended_Pictographic (UTS 51), and the letters of flags
bool is_letter(char32_t c);       ///< part of a word that patterns may divide
bool is_upper(char32_t c);
bool is_lower(char32_t c);

/// Script of each byte's character by UAX 24, common and inherited characters joined to their neighbours.
/// Values are hb_script_t (= ISO 15924 tags).
std::vector<std::uint32_t> scripts_of(std::string_view text);

/// Embedding level per byte by UAX 9; all 0 unless the text holds right-to-left characters.
std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left_paragraph);

std::string change_case(std::string_view text, LetterCase to, const std::string& language);

/// Visual order of items with these levels (UAX 9, rule L2).
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace galley
