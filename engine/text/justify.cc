#include "text/justify.h"

#include <algorithm>

namespace galley {
namespace {

/// Letters have used up what they may give when spaces have used this share of theirs: letter space is a fiftieth of an em
/// at most and not seen, uneven spaces are.
constexpr double kLettersFirst = 0.5;

/// How `needed` is found by what spaces and letters may give; only spaces may give more than that.
Adjustment shared(double needed, double spaces, double letters) {
  if (spaces <= 0) return {0, letters > 0 ? std::min(1.0, needed / letters) : 0};
  const double both = needed / (spaces + letters / kLettersFirst);
  if (both <= kLettersFirst) return {both, both / kLettersFirst};
  return {(needed - letters) / spaces, 1};
}

Length share_of(Length stretch, Length shrink, double share) {
  return share == 0 ? Length{} : Length::from_points((share < 0 ? shrink : stretch).points() * share);
}

std::int64_t gaps_in(const LinePart& part) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < part.glyphs.size(); ++i) count += has_gap_after(part, i) ? 1 : 0;
  return count;
}

/// Of the blank of marks in squares.
Length blank_in(const LinePart& part, double share) {
  Length blank;
  for (const ShapedGlyph& glyph : part.glyphs)
    if (gives(part, glyph)) blank += Length::from_points(blank_of(glyph, *part.segment, *part.style).points() * share);
  return blank;
}

}  // namespace

// Right-to-left letters have their last gap on the left, before the first glyph, where none is kept.
bool has_gap_after(const LinePart& part, std::size_t glyph) {
  if (part.gap.stretch == Length{} && part.gap.shrink == Length{}) return false;
  const bool is_last = glyph + 1 == part.glyphs.size();
  return ends_cluster(part.glyphs, glyph) && (!is_last || ((part.gap_at_end || part.hyphen_follows) && part.segment->level % 2 == 0));
}

Length letter_space(const LinePart& part, const Adjustment& adjustment) { return share_of(part.gap.stretch, part.gap.shrink, adjustment.letters); }

bool gives(const LinePart& part, const ShapedGlyph& glyph) {
  return glyph.gives && part.begin + glyph.begin >= part.gives_from && part.begin + glyph.end <= part.gives_to;
}

Length set_off_by(const LinePart& part, const Adjustment& adjustment) {
  return part.set_off == Length{} ? Length{} : part.set_off + share_of({}, part.set_off / 2, std::min(0.0, adjustment.spaces));
}

Length width_of(const LinePart& part, const Adjustment& adjustment) {
  if (part.segment->is_space) {
    return part.is_trailing ? part.space.natural : part.space.natural + share_of(part.space.stretch, part.space.shrink, adjustment.spaces);
  }
  Length width = part.advance;
  if (const Length space = letter_space(part, adjustment); space != Length{}) width += space * gaps_in(part);
  if (adjustment.letters < 0) width -= blank_in(part, -adjustment.letters);
  width += set_off_by(part, adjustment);
  return part.hyphen_follows ? width + line_hyphen(*part.segment, *part.style).width : width;
}

Adjustment adjust(const std::vector<LinePart>& parts, Length room, bool fills) {
  Length natural, stretch, shrink, letters_stretch, letters_shrink;
  for (const LinePart& part : parts) {
    if (part.is_trailing) continue;
    natural += width_of(part, {});
    stretch += part.space.stretch;
    shrink += part.space.shrink + part.set_off / 2;
    letters_shrink += blank_in(part, 1);
    if (const std::int64_t gaps = gaps_in(part); gaps > 0) {
      letters_stretch += part.gap.stretch * gaps;
      letters_shrink += part.gap.shrink * gaps;
    }
  }
  const double lacking = (room - natural).points();
  if (lacking < 0) {
    const double most = (shrink + letters_shrink).points();
    if (most <= 0) return {};
    if (-lacking >= most) return {-1, -1};
    const Adjustment used = shared(-lacking, shrink.points(), letters_shrink.points());
    return {-used.spaces, -used.letters};
  }
  return fills ? shared(lacking, stretch.points(), letters_stretch.points()) : Adjustment{};
}

}  // namespace galley
