#include "text/squares.h"

#include <hb.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/unicode.h"

namespace galley {
namespace {

constexpr std::u32string_view kOpening = U"「『（［｛〈《【〔〖〘〝“‘", kClosing = U"」』）］｝〉》】〕〗〙〟”’、，", kStops = U"。．", kOthers = U"：；！？・";

enum class Side : std::uint8_t { none, opening, closing, middle };

/// Where the blank of a mark stands: before it, after it, or a quarter of an em on both sides.
struct Mark {
  Side side = Side::none;
  int before = 0, after = 0;  ///< font units
};

/// Fonts draw a mark where their country wants it: a comma in the corner, in Taiwan in the middle of the square. The ink tells.
Mark mark_of(char32_t c, GlyphId glyph, const Face& face) {
  const bool opens = kOpening.find(c) != std::u32string_view::npos;
  const auto is_in = [c](std::u32string_view marks) { return marks.find(c) != std::u32string_view::npos; };
  if (!opens && !is_in(kClosing) && !is_in(kStops) && !is_in(kOthers)) return {};
  const int em = face.metrics().units_per_em;
  hb_glyph_extents_t ink{};
  if (face.advance(glyph) * 10 < em * 9 || !hb_font_get_glyph_extents(face.shaper_font(), glyph, &ink)) return {};
  const int before = ink.x_bearing, after = face.advance(glyph) - ink.x_bearing - ink.width;
  const auto is_half = [&](int blank) { return blank * 20 >= em * 9; };
  const auto is_quarter = [&](int blank) { return blank * 5 >= em; };
  if (opens) return {Side::opening, is_half(before) ? em / 2 : 0, 0};
  if (is_half(after)) return {Side::closing, 0, em / 2};
  if (is_quarter(before) && is_quarter(after)) return {Side::middle, em / 4, em / 4};
  return {Side::closing, 0, 0};
}

Mark mark_at(std::string_view text, std::size_t at, const Face& face) {
  const char32_t c = utf8::decode(text, at).code_point;
  return mark_of(c, face.glyph_of(c), face);
}

Mark mark_before(std::string_view text, std::size_t at, const Face& face) {
  if (at == 0) return {};
  do --at; while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return mark_at(text, at, face);
}

bool is_letter_or_digit(char32_t c) {
  if (c >= '0' && c <= '9') return true;
  return (c < 0x530 || (c >= 0x1E00 && c < 0x2000)) && is_letter(c);  // Latin, Greek, Cyrillic
}

}  // namespace

bool is_square(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FF && c != 0x30A0 && c != 0x30FB) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF) || (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool parts_squares(char32_t before, char32_t after) {
  constexpr char32_t kFirstSquare = 0x3005;
  if (before < kFirstSquare && after < kFirstSquare) return false;  // nearly always
  return (is_square(before) && is_letter_or_digit(after)) || (is_square(after) && is_letter_or_digit(before));
}

bool may_hold_marks(std::string_view text) {
  constexpr char kPunctuation = '\xE2', kCjk = '\xE3', kFullWidth = '\xEF';  // first bytes of U+2xxx, U+3xxx and U+Fxxx
  return std::any_of(text.begin(), text.end(), [](char c) { return c == kPunctuation || c == kCjk || c == kFullWidth; });
}

void squeeze_marks(std::vector<ShapedGlyph>& glyphs, const Stretch& part, const Face& face) {
  for (ShapedGlyph& glyph : glyphs) {
    const std::size_t at = part.begin + glyph.begin, end = part.begin + glyph.end;
    if (end <= at) continue;
    const auto [c, length] = utf8::decode(part.text, at);
    Mark mark = length == end - at ? mark_of(c, glyph.id, face) : Mark{};
    if (mark.side == Side::none) continue;
    if (mark.side == Side::closing && end < part.text.size() && mark_at(part.text, end, face).side != Side::none) {
      glyph.advance -= mark.after;
      mark.after = 0;
    }
    const Side before = mark.side == Side::opening ? mark_before(part.text, at, face).side : Side::none;
    if (before == Side::opening || before == Side::middle) {
      glyph.advance -= mark.before;
      glyph.x -= mark.before;
      mark.before = 0;
    }
    glyph.is_mark = true;
    glyph.blank_before = mark.before;
    glyph.blank_after = mark.after;
    glyph.gives = kStops.find(c) == std::u32string_view::npos;
  }
}

}  // namespace galley
