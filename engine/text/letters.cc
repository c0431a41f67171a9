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

/// Readers of PDFs part words at gaps of 0.1 em: tracking that stays below must not exceed it where kerning adds to it.
constexpr Em kMostTracked = 0.098_em;

/// Readers of PDFs begin to see a space in gaps of 0.15 em; a line that needs more stays short.
constexpr Em kMostBetweenSquares = 0.12_em;

double share_of(const Protrusion::Table& table, char32_t character) {
  const auto found = std::lower_bound(table.begin(), table.end(), character, [](const auto& row, char32_t c) { return row.first < c; });
  return found != table.end() && found->first == character ? found->second : 0;
}

/// The glyph that stands for these bytes alone; nullptr: there is none. Of a segment that reads from left to right.
const ShapedGlyph* glyph_for(const Segment& segment, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t at = begin - segment.begin;
  auto found = std::lower_bound(segment.glyphs.begin(), segment.glyphs.end(), at, [](const ShapedGlyph& glyph, std::uint32_t place) { return glyph.begin < place; });
  while (found != segment.glyphs.end() && found->begin == at && found->end == at) ++found;  // further glyphs of the cluster before
  return found != segment.glyphs.end() && found->begin == at && found->end == end - segment.begin ? &*found : nullptr;
}

enum class Edge : std::uint8_t { start, end };

/// Of a mark in a square no more stands out than its blank, which is less where the mark is in the middle or was squeezed.
double share_of_mark(const Segment& segment, std::uint32_t begin, std::uint32_t end, Edge edge, double share) {
  if (share == 0 || end - begin < 3 || segment.level % 2 != 0) return share;
  const ShapedGlyph* glyph = glyph_for(segment, begin, end);
  if (!glyph || glyph->advance <= 0 || !glyph->is_mark) return share;
  return std::min(share, static_cast<double>(edge == Edge::start ? glyph->blank_before : glyph->blank_after) / glyph->advance);
}

bool follows_paragraph(const ShapedText& text, const Segment& segment) {
  return (segment.level & 1U) == (text.right_to_left ? 1U : 0U);
}

}  // namespace

Advances::Advances(const Segment& segment, const Style& style)
    : face_(*segment.face),
      size_(style.size),
      tracking_(joins_letters(segment.script) ? Length{} : style.tracking.at(style.size)),
      most_(style.tracking > Em{} && style.tracking <= kMostTracked ? kMostTracked.at(style.size) : Length{}),
      units_per_em_(segment.face->metrics().units_per_em) {}

Length Advances::tracked(const ShapedGlyph& glyph, Length advance) const {
  if (most_ == Length{} || glyph.id >= face_.glyph_count()) return advance + tracking_;
  return std::max(advance, std::min(advance + tracking_, size_.times(face_.advance(glyph.id), units_per_em_) + most_));
}

LetterGap letter_gap(const Segment& segment, const Style& style) {
  if (segment.is_space) return {};
  if (is_in_squares(segment.script)) return {style.letter_flex.stretch > Em{} ? kMostBetweenSquares.at(style.size) : Length{}, {}};
  if (!is_alphabet(segment.script)) return {};
  return {style.letter_flex.stretch.at(style.size), style.letter_flex.shrink.at(style.size)};
}

Length space_beside_squares(const Style& style) { return style.squares.letters.at(style.size); }

Length blank_of(const ShapedGlyph& glyph, const Segment& segment, const Style& style) {
  if (!glyph.gives || glyph.blank_before + glyph.blank_after <= 0) return {};
  return style.size.times(glyph.blank_before + glyph.blank_after, segment.face->metrics().units_per_em);
}

bool ends_cluster(std::span<const ShapedGlyph> glyphs, std::size_t i) {
  return i + 1 == glyphs.size() || glyphs[i + 1].end > glyphs[i + 1].begin;
}

EdgeCharacter edge_at_start(const ShapedText& text, const Segment& segment, std::uint32_t begin, const Style& style) {
  if (style.protrusion.start.empty() || !follows_paragraph(text, segment)) return {};
  const auto [character, length] = utf8::decode(text.text, begin);
  const auto end = begin + static_cast<std::uint32_t>(length);
  return {begin, end, share_of_mark(segment, begin, end, Edge::start, share_of(style.protrusion.start, character))};
}

EdgeCharacter edge_at_end(const ShapedText& text, const Segment& segment, std::uint32_t end, const Style& style) {
  if (style.protrusion.end.empty() || !follows_paragraph(text, segment)) return {};
  std::uint32_t begin = end - 1;
  while (begin > segment.begin && (static_cast<unsigned char>(text.text[begin]) & 0xC0U) == 0x80U) --begin;
  return {begin, end, share_of_mark(segment, begin, end, Edge::end, share_of(style.protrusion.end, utf8::decode(text.text, begin).code_point))};
}

Length blank_at_edge(const EdgeCharacter& edge, const Segment& segment, const Style& style) {
  const ShapedGlyph* glyph = edge.share > 0 && segment.level % 2 == 0 ? glyph_for(segment, edge.begin, edge.end) : nullptr;
  return glyph ? blank_of(*glyph, segment, style) : Length{};
}

LineHyphen line_hyphen(const Segment& segment, const Style& style) {
  const Face& face = *segment.face;
  const Length width = style.size.times(face.advance(face.glyph_of('-')), face.metrics().units_per_em);
  return {width, Length::from_points(width.points() * share_of(style.protrusion.end, '-'))};
}

}  // namespace galley
