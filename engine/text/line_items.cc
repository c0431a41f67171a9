#include "text/line_items.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/last_resort.h"
#include "text/letters.h"
#include "text/unicode.h"
#include "text/word_cuts.h"

namespace galley {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

double factor_of(char32_t c, const Spacing& spacing) {
  for (const Spacing::Factor& factor : spacing.factors)
    if (factor.mark == c) return factor.factor;
  return is_upper(c) ? spacing.factor_after_capital : 1.0;
}

/// TeX's space factor (The TeXbook, chapter 12) after the text before byte `at`: that of the last character that is not
/// looked through, but none above 1 right after one below 1. It is 1 after a space.
double space_factor(std::string_view text, std::uint32_t at, const Spacing& spacing) {
  if (spacing.factors.empty()) return 1;
  constexpr std::uint32_t kFarthest = 64;  // bytes; nobody sets as many quotes and brackets in a row
  double last = 0;                         // 0: not met yet
  for (std::uint32_t end = at; end > 0 && text[end - 1] != ' ' && end + kFarthest > at;) {
    std::uint32_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    end = begin;
    const double factor = factor_of(utf8::decode(text, begin).code_point, spacing);
    if (factor == 0) continue;
    if (last > 0) return factor < 1 ? 1 : last;
    if (factor <= 1) return factor;
    last = factor;
  }
  return last > 0 ? last : 1;
}

/// Width, letter gaps and blank of what precedes each byte of a segment, taken from the whole shaped segment: exact enough to
/// choose breaks by; a line that cuts the word is shaped again when it is set.
struct Extent {
  Length width;
  std::int64_t gaps = 0;
  Length blank{};  ///< of marks in squares
};

/// What items are made of, and how far that has come.
struct Making {
  const ShapedText& text;
  const std::vector<Style>& styles;
  const Style& paragraph;
  const std::string& language;
  const LastResort& last;
  bool use_preferred = false;
  std::size_t next_chance = 0;
  bool line_has_words = false;  ///< since the last break that must be
  LineItems result{};
  std::vector<Extent> extents{};  ///< of the word that is being added
};

void push(Making& making, const LineItem& item, std::uint32_t begin, std::uint32_t end) {
  if (item.kind != LineItem::Kind::penalty) making.result.natural_width += item.width;
  making.result.items.push_back(item);
  making.result.places.push_back({begin, end});
}

bool ends_in(const Making& making, LineItem::Kind kind) {
  return !making.result.items.empty() && making.result.items.back().kind == kind;
}

/// What is to happen before byte `at`, if anything.
const BreakChance* chance_at(Making& making, std::uint32_t at) {
  const std::vector<BreakChance>& chances = making.text.chances;
  while (making.next_chance < chances.size() && chances[making.next_chance].at < at) ++making.next_chance;
  return making.next_chance < chances.size() && chances[making.next_chance].at == at ? &chances[making.next_chance] : nullptr;
}

bool may_break_in_spaces(Making& making, std::size_t index) {
  const std::vector<Segment>& segments = making.text.segments;
  for (; index < segments.size() && segments[index].is_space; ++index) {
    const BreakChance* chance = chance_at(making, segments[index].end);
    if (chance && chance->kind == BreakKind::allowed) return true;
  }
  return false;
}

/// Spaces before the end of a line that is not filled take no room on it, as those at other breaks do not.
void drop_trailing_spaces(LineItems& items) {
  for (std::size_t i = items.items.size(); i-- > 0;) {
    LineItem& item = items.items[i];
    if (item.kind == LineItem::Kind::penalty && item.penalty >= kForbiddenBreak) continue;
    if (item.kind != LineItem::Kind::glue) return;
    items.natural_width -= item.width;
    item = LineItem::glue({}, {}, {});
  }
}

/// The end of a line that is not filled.
void finish(Making& making, std::uint32_t at) {
  push(making, LineItem::make_penalty(kForbiddenBreak), at, at);
  push(making, LineItem::fill(), at, at);
  push(making, LineItem::make_penalty(kForcedBreak), at, at);
  making.line_has_words = false;
}

bool stands_in(const std::vector<ByteRange>& ranges, std::uint32_t at) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), at, [](std::uint32_t place, const ByteRange& range) { return place < range.begin; });
  return after != ranges.begin() && at < std::prev(after)->end;
}

/// Of a break at a space that ties words.
double penalty_between(const Making& making, std::uint32_t at) {
  return stands_in(making.last.words, at) ? std::min(making.paragraph.costs.hyphen, kTornPenalty) : kForbiddenBreak;
}

/// What is set off from the word before; the space vanishes at a break.
void set_off(Making& making, const Segment& segment, bool may_break) {
  const Length space = space_beside_squares(making.styles[segment.style]);
  if (!may_break) push(making, LineItem::make_penalty(penalty_between(making, segment.begin)), segment.begin, segment.begin);
  push(making, LineItem::glue(space, {}, space / 2), segment.begin, segment.begin);
}

/// A chance at a segment's start that no space announces: after a hyphen that ends a style, or a forced break.
void before_word(Making& making, const Segment& segment) {
  const BreakChance* chance = segment.begin > 0 ? chance_at(making, segment.begin) : nullptr;
  const bool may_break = chance && chance->kind == BreakKind::allowed;
  if (segment.set_off && (may_break || !chance) && ends_in(making, LineItem::Kind::box)) return set_off(making, segment, may_break);
  if (!chance) {
    if (stands_in(making.last.letters, segment.begin) && ends_in(making, LineItem::Kind::box))
      push(making, LineItem::make_penalty(kTornPenalty), segment.begin, segment.begin);
    return;
  }
  // A preferred break with nothing before it would leave an empty line.
  if (chance->kind == BreakKind::forced || (chance->kind == BreakKind::preferred && making.use_preferred && making.line_has_words)) {
    finish(making, segment.begin);
  } else if (chance->kind == BreakKind::allowed && !ends_in(making, LineItem::Kind::glue)) {
    push(making, LineItem::make_penalty(0), segment.begin, segment.begin);
  }
}

/// Several spaces in a row break as one, before the first.
void add_space(Making& making, std::size_t index) {
  const Segment& segment = making.text.segments[index];
  // The author's line break counts before a space, too; the new line does not begin with it.
  if (const BreakChance* chance = chance_at(making, segment.begin); chance && chance->kind != BreakKind::allowed) before_word(making, segment);
  const SpaceWidth width = space_width(making.text, segment, making.styles[segment.style]);
  if (!ends_in(making, LineItem::Kind::glue) && !may_break_in_spaces(making, index))
    push(making, LineItem::make_penalty(penalty_between(making, segment.begin)), segment.begin, segment.begin);
  push(making, LineItem::glue(width.natural, width.stretch, width.shrink), segment.begin, segment.end);
}

/// One of the break characters; the break itself is made before what follows it.
void add_line_break(Making& making, const Segment& segment, char32_t character) {
  before_word(making, segment);
  if (character == kLineSeparator || making.use_preferred) drop_trailing_spaces(making.result);
  push(making, LineItem::box({}), segment.begin, segment.end);
}

bool is_soft_hyphen_before(std::string_view text, std::uint32_t at) {
  return at >= 2 && utf8::decode(text, at - 2).code_point == kSoftHyphen;
}

bool in_a_name(const ShapedText& text, std::uint32_t at) {
  const auto after = std::upper_bound(text.names.begin(), text.names.end(), at, [](std::uint32_t place, const ByteRange& name) { return place < name.begin; });
  return after != text.names.begin() && at < std::prev(after)->end;
}

/// Places to divide a segment by the rules, ascending; bytes from its start.
std::vector<WordCut> ruled_cuts(const Making& making, const Segment& segment) {
  const std::string_view word = std::string_view(making.text.text).substr(segment.begin, segment.end - segment.begin);
  // Where lines are justified, an address that keeps whole leaves the line before it gaping.
  const bool may_part = making.paragraph.break_at == BreakAt::opportunities || making.paragraph.align == Align::justify;
  if (may_part && segment.is_address) return address_cuts(word);
  std::vector<WordCut> cuts;
  for (std::size_t i = making.next_chance; i < making.text.chances.size() && making.text.chances[i].at < segment.end; ++i) {
    const BreakChance& chance = making.text.chances[i];
    if (chance.at <= segment.begin || chance.kind != BreakKind::allowed) continue;
    cuts.push_back({chance.at - segment.begin,
                    is_soft_hyphen_before(making.text.text, chance.at) ? WordCut::Kind::hyphen : WordCut::Kind::plain});
  }
  if (!making.paragraph.hyphenate || segment.hyphens.empty()) return cuts;
  for (const WordCut& cut : segment.hyphens)
    if (!in_a_name(making.text, segment.begin + cut.at)) cuts.push_back(cut);
  std::stable_sort(cuts.begin(), cuts.end(), [](const WordCut& a, const WordCut& b) { return a.at < b.at; });
  return cuts;
}

void keep_those_in(const std::vector<ByteRange>& ranges, const Segment& segment, const std::vector<WordCut>& found, std::vector<WordCut>& cuts) {
  for (const WordCut& cut : found)
    if (stands_in(ranges, segment.begin + cut.at)) cuts.push_back(cut);
}

/// Also those that nothing but need allows.
std::vector<WordCut> cuts_of(const Making& making, const Segment& segment) {
  std::vector<WordCut> cuts = ruled_cuts(making, segment);
  if (making.last.words.empty()) return cuts;
  const std::string_view word = std::string_view(making.text.text).substr(segment.begin, segment.end - segment.begin);
  keep_those_in(making.last.words, segment, anyway_cuts(word, making.language), cuts);
  if (!making.last.letters.empty()) keep_those_in(making.last.letters, segment, torn_cuts(word, segment), cuts);
  std::stable_sort(cuts.begin(), cuts.end(), [](const WordCut& a, const WordCut& b) { return a.at < b.at; });
  cuts.erase(std::unique(cuts.begin(), cuts.end(), [](const WordCut& a, const WordCut& b) { return a.at == b.at; }), cuts.end());
  return cuts;
}

LineItem penalty_of(const Making& making, const Segment& segment, WordCut::Kind kind) {
  if (kind == WordCut::Kind::plain) return LineItem::make_penalty(0);
  if (kind == WordCut::Kind::address) return LineItem::make_penalty(making.paragraph.costs.hyphen);
  if (kind == WordCut::Kind::torn) return LineItem::make_penalty(kTornPenalty);
  const LineHyphen hyphen = line_hyphen(segment, making.styles[segment.style]);
  const double penalty = kind == WordCut::Kind::torn_hyphen ? kTornPenalty : making.paragraph.costs.hyphen;
  LineItem item = LineItem::make_penalty(penalty, hyphen.width, true);
  item.end_hang = hyphen.hang;
  return item;
}

/// What measuring each byte would give of a word that is neither divided nor stands out of the measure.
LineItem whole_box(const Segment& segment, const Style& style, bool ends_with_gap) {
  const Advances advances(segment, style);
  Extent whole;
  for (const ShapedGlyph& glyph : segment.glyphs) {
    whole.width += advances.of(glyph);
    whole.gaps += glyph.end > glyph.begin ? 1 : 0;
    whole.blank += blank_of(glyph, segment, style);
  }
  if (!ends_with_gap && whole.gaps > 0) --whole.gaps;
  const LetterGap gap = letter_gap(segment, style);
  LineItem box = LineItem::box(whole.width);
  box.letter_stretch = gap.stretch * whole.gaps;
  box.letter_shrink = gap.shrink * whole.gaps + whole.blank;
  return box;
}

void measure(const Segment& segment, const Style& style, std::vector<Extent>& extents) {
  const std::size_t size = segment.end - segment.begin;
  const Advances advances(segment, style);
  extents.assign(size + 1, {});
  for (const ShapedGlyph& glyph : segment.glyphs) {
    Extent& after = extents[std::min<std::size_t>(glyph.begin + std::size_t{1}, size)];  // further glyphs of the last cluster begin at its end
    after.width += advances.of(glyph);
    after.gaps += glyph.end > glyph.begin ? 1 : 0;
    after.blank += blank_of(glyph, segment, style);
  }
  for (std::size_t i = 1; i <= size; ++i) {
    extents[i].width += extents[i - 1].width;
    extents[i].gaps += extents[i - 1].gaps;
    extents[i].blank += extents[i - 1].blank;
  }
}

Length hang_of(const EdgeCharacter& edge, const Segment& segment, const std::vector<Extent>& extents) {
  if (edge.share == 0) return {};
  const Length width = extents[edge.end - segment.begin].width - extents[edge.begin - segment.begin].width;
  return Length::from_points(width.points() * edge.share);
}

/// The part of a segment between two of its bytes.
LineItem box_of(const Making& making, const Segment& segment, std::uint32_t begin, std::uint32_t end) {
  const Style& style = making.styles[segment.style];
  const std::vector<Extent>& extents = making.extents;
  const Extent& from = extents[begin - segment.begin];
  const Extent& to = extents[end - segment.begin];
  const LetterGap gap = letter_gap(segment, style);
  LineItem box = LineItem::box(to.width - from.width);
  box.letter_stretch = gap.stretch * (to.gaps - from.gaps);
  box.letter_shrink = gap.shrink * (to.gaps - from.gaps) + (to.blank - from.blank);
  const EdgeCharacter first = edge_at_start(making.text, segment, begin, style), last = edge_at_end(making.text, segment, end, style);
  box.start_hang = hang_of(first, segment, extents);
  box.end_hang = hang_of(last, segment, extents);
  box.start_keeps = blank_at_edge(first, segment, style);
  box.end_keeps = blank_at_edge(last, segment, style);
  return box;
}

bool space_follows(const ShapedText& text, std::size_t index) {
  return index + 1 == text.segments.size() || text.segments[index + 1].is_space || text.segments[index + 1].set_off;
}

void add_word(Making& making, std::size_t index) {
  const Segment& segment = making.text.segments[index];
  before_word(making, segment);
  making.line_has_words = true;
  const Style& style = making.styles[segment.style];
  const bool ends_with_gap = !space_follows(making.text, index);
  const std::vector<WordCut> cuts = cuts_of(making, segment);
  if (cuts.empty() && style.protrusion.start.empty() && style.protrusion.end.empty())
    return push(making, whole_box(segment, style, ends_with_gap), segment.begin, segment.end);
  measure(segment, style, making.extents);
  if (!ends_with_gap && making.extents.back().gaps > 0) --making.extents.back().gaps;
  std::uint32_t begin = segment.begin;
  for (const WordCut& cut : cuts) {
    const std::uint32_t end = segment.begin + cut.at;
    push(making, box_of(making, segment, begin, end), begin, end);
    push(making, penalty_of(making, segment, cut.kind), end, end);
    begin = end;
  }
  push(making, box_of(making, segment, begin, segment.end), begin, segment.end);
}

}  // namespace

SpaceWidth space_width(const ShapedText& text, const Segment& space, const Style& style) {
  // Extractors such as poppler take less than 0.15 em for no space at all, and so would hurried eyes.
  constexpr Em kNarrowest = Em::from_double(0.16);
  const Spacing& law = style.spacing;
  SpaceWidth width;
  const Advances advances(space, style);
  for (const ShapedGlyph& glyph : space.glyphs) width.natural += advances.of(glyph);
  const std::string_view character = std::string_view(text.text).substr(space.begin, space.end - space.begin);
  if (character != " " && character != "\xC2\xA0") return width;  // spaces of a fixed width
  if (law.space != Em{}) width.natural = law.space.at(style.size);
  width.stretch = law.stretch.at(style.size);
  width.shrink = law.shrink.at(style.size);
  const double factor = text.sentence_spacing && character == " " ? space_factor(text.text, space.begin, law) : 1;
  if (factor >= 2) width.natural += law.extra.at(style.size);
  if (factor > 0 && factor != 1) {
    constexpr std::int64_t kThousand = 1000;
    const auto thousandths = static_cast<std::int64_t>(factor * kThousand + 0.5);
    width.stretch = width.stretch.times(thousandths, kThousand);
    width.shrink = width.shrink.times(kThousand, thousandths);
  }
  width.shrink = std::max(Length(), std::min(width.shrink, width.natural - kNarrowest.at(style.size)));
  return width;
}

LineItems make_line_items(const ShapedText& text, const std::vector<Style>& styles, const Style& paragraph,
                          const std::string& language, PreferredBreaks preferred, const LastResort& last) {
  Making making{.text = text, .styles = styles, .paragraph = paragraph, .language = language, .last = last, .use_preferred = preferred == PreferredBreaks::taken};
  const std::size_t likely = text.segments.size() + text.chances.size() + 3;  // and what finish() adds
  making.result.items.reserve(likely);
  making.result.places.reserve(likely);
  for (std::size_t i = 0; i < text.segments.size(); ++i) {
    const Segment& segment = text.segments[i];
    const char32_t first = utf8::decode(text.text, segment.begin).code_point;
    if (segment.is_space) {
      add_space(making, i);
    } else if (is_line_break(first)) {
      add_line_break(making, segment, first);
    } else {
      add_word(making, i);
    }
  }
  drop_trailing_spaces(making.result);
  finish(making, static_cast<std::uint32_t>(text.text.size()));
  return std::move(making.result);
}

}  // namespace galley
