#include "text/letters.h"

#include <hb.h>

#include <algorithm>

#include "base/utf8.h"

namespace galley {
namespace {

/// Cursive scripts, and those that hang from a line drawn through.
bool joins_letters(std::uint32_t script) {
  switch (script) {
    case HB_SCRIPT_ARABIC: case HB_SCRIPT_SYRIAC: case HB_SCRIPT_MONGOLIAN: case HB_SCRIPT_NKO:
    case HB_SCRIPT_DEVANAGARI: case HB_SCRIPT_BENGALI: case HB_SCRIPT_GURMUKHI: return true;
    default: return false;
  }
}

bool is_alphabet(std::uint32_t script) {
  switch (script) {
    case HB_SCRIPT_LATIN: case HB_SCRIPT_GREEK: case HB_SCRIPT_CYRILLIC: case HB_SCRIPT_ARMENIAN: case HB_SCRIPT_GEORGIAN:
    case HB_SCRIPT_HEBREW: return true;
    default: return false;
  }
}

/// Scripts written in squares without spaces, which stretch between their characters (JIS X 4051; JLREQ, 3.8.4; CLREQ, 6.3).
bool is_in_squares(std::uint32_t script) {
  switch (script) {
    case HB_SCRIPT_HAN: case HB_SCRIPT_HIRAGANA: case HB_SCRIPT_KATAKANA: case HB_SCRIPT_BOPOMOFO: case HB_SCRIPT_YI: return true;
    default: return false;
  }
}

/// Readers of PDFs begin to see a space in gaps of 0.15 em; a line that needs more stays short.
constexpr Em kMostBetweenSquares = 0.12_em;

double share_of(const Protrusion::Table& table, char32_t character) {
  const auto found = std::lower_bound(table.begin(), table.end(), character, [](const auto& row, char32_t c) { return row.first < c; });
  return found != table.end() && found->first == character ? found->second : 0;
}

bool follows_paragraph(const ShapedText& text, const Segment& segment) {
  return (segment.level & 1U) == (text.right_to_left ? 1U : 0U);
}

}  // namespace

Advances::Advances(const Segment& segment, const Style& style)
    : size_(style.size),
      tracking_(joins_letters(segment.script) ? Length{} : style.tracking.at(style.size)),
      units_per_em_(segment.face->metrics().units_per_em) {}

LetterGap letter_gap(const Segment& segment, const Style& style) {
  if (segment.is_space) return {};
  if (is_in_squares(segment.script)) return {style.letter_flex.stretch > Em{} ? kMostBetweenSquares.at(style.size) : Length{}, {}};
  if (!is_alphabet(segment.script)) return {};
  return {style.letter_flex.stretch.at(style.size), style.letter_flex.shrink.at(style.size)};
}

bool ends_cluster(std::span<const ShapedGlyph> glyphs, std::size_t i) {
  return i + 1 == glyphs.size() || glyphs[i + 1].end > glyphs[i + 1].begin;
}

EdgeCharacter edge_at_start(const ShapedText& text, const Segment& segment, std::uint32_t begin, const Style& style) {
  if (style.protrusion.start.empty() || !follows_paragraph(text, segment)) return {};
  const auto [character, length] = utf8::decode(text.text, begin);
  return {begin, begin + static_cast<std::uint32_t>(length), share_of(style.protrusion.start, character)};
}

EdgeCharacter edge_at_end(const ShapedText& text, const Segment& segment, std::uint32_t end, const Style& style) {
  if (style.protrusion.end.empty() || !follows_paragraph(text, segment)) return {};
  std::uint32_t begin = end - 1;
  while (begin > segment.begin && (static_cast<unsigned char>(text.text[begin]) & 0xC0U) == 0x80U) --begin;
  return {begin, end, share_of(style.protrusion.end, utf8::decode(text.text, begin).code_point)};
}

LineHyphen line_hyphen(const Segment& segment, const Style& style) {
  const Face& face = *segment.face;
  const Length width = style.size.times(face.advance(face.glyph_of('-')), face.metrics().units_per_em);
  return {width, Length::from_points(width.points() * share_of(style.protrusion.end, '-'))};
}

}  // namespace galley
