#include "text/lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/justify.h"
#include "text/last_resort.h"
#include "text/letters.h"
#include "text/line_items.h"
#include "text/ties.h"
#include "text/unicode.h"

namespace galley {
namespace {

/// U+00AD: what a hyphen at a line's end stands for. Sinks make the word whole again.
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

/// Letter space above this is seen beside letters that a ligature holds together: such lines are set without ligatures.
constexpr Em kVisibleLetterSpace = 0.01_em;

/// What lines are set from.
struct Setting {
  const Paragraph& paragraph;
  const ShapedText& shaped;
  Shaper& shaper;
  Diagnostics& diagnostics;
  std::size_t next_segment = 0;  ///< the first one that further lines may hold a part of
  std::vector<LinePart> parts{};     ///< of the line that is set; here so that its memory serves all lines

  [[nodiscard]] const Style& style_of(const Segment& segment) const { return paragraph.styles[segment.style]; }
};

/// The line that the breaker chose: text[begin, end), and what is known of its end.
struct LineText {
  std::uint32_t begin = 0, end = 0;
  Length measure;
  Length most_hang;    ///< at its start
  bool fills = false;  ///< it is justified rather than left as it falls
  bool hyphenated = false;
};

void set_glyphs(std::span<const ShapedGlyph> glyphs, LinePart& part) {
  const Advances advances(*part.segment, *part.style);
  part.glyphs = glyphs;
  part.advance = {};
  for (const ShapedGlyph& glyph : glyphs) part.advance += advances.of(glyph);
}

LinePart whole_part(const Setting& setting, const Segment& segment) {
  LinePart part{&segment, &setting.style_of(segment), segment.begin, segment.end, {}, {}, {}, {}};
  if (segment.is_space) {
    part.glyphs = segment.glyphs;
    part.space = space_width(setting.shaped, segment, *part.style);
  } else {
    set_glyphs(segment.glyphs, part);
  }
  return part;
}

std::span<const ShapedGlyph> shaped_again(Setting& setting, const LinePart& part, const Style& style) {
  return setting.shaper.glyphs({setting.shaped.text, part.begin, part.end}, *part.segment, style, setting.paragraph.language, setting.diagnostics);
}

LinePart cut_part(Setting& setting, const Segment& segment, std::uint32_t begin, std::uint32_t end) {
  LinePart part{&segment, &setting.style_of(segment), std::max(begin, segment.begin), std::min(end, segment.end), {}, {}, {}, {}};
  set_glyphs(shaped_again(setting, part, *part.style), part);
  return part;
}

/// What a part can give, and what stands between it and the next one; nullptr: nothing.
void measure_gaps(LinePart& part, const LinePart* next) {
  const Segment& segment = *part.segment;
  const Style& style = *part.style;
  part.gap = letter_gap(segment, style);
  if (next && next->segment->set_off && !segment.is_space) part.set_off = space_beside_squares(*next->style);
  part.gap_at_end = next && !next->segment->is_space && part.set_off == Length{};
  part.gives_from = part.begin;
  part.gives_to = part.end;
}

/// Finds the parts of a line. Lines come in order, so the segments before each have been passed: a text takes as long as it is.
void take_parts(Setting& setting, std::uint32_t begin, std::uint32_t end) {
  const std::vector<Segment>& segments = setting.shaped.segments;
  while (setting.next_segment < segments.size() && segments[setting.next_segment].end <= begin) ++setting.next_segment;
  std::vector<LinePart>& parts = setting.parts;
  parts.clear();
  for (std::size_t i = setting.next_segment; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    if (segment.glyphs.empty() && segment.begin < end) continue;
    if (segment.begin >= end) {
      if (segment.is_space && end < setting.shaped.text.size() && segment.begin == end) parts.push_back(whole_part(setting, segment));
      break;
    }
    const bool is_whole = segment.begin >= begin && segment.end <= end;
    parts.push_back(is_whole ? whole_part(setting, segment) : cut_part(setting, segment, begin, end));
  }
  for (std::size_t i = parts.size(); i-- > 0 && parts[i].segment->is_space;) parts[i].is_trailing = true;
  for (std::size_t i = 0; i < parts.size(); ++i) measure_gaps(parts[i], i + 1 < parts.size() ? &parts[i + 1] : nullptr);
}

/// How far the line's first and last character stand out of the measure.
struct Hang {
  Length start, end;
};

Length advance_of_edge(const EdgeCharacter& edge, const LinePart& part, const Style& style) {
  for (const ShapedGlyph& glyph : part.glyphs)
    if (edge.share != 0 && glyph.end > glyph.begin && part.begin + glyph.begin == edge.begin && part.begin + glyph.end == edge.end)
      return Length::from_points(Advances(*part.segment, style).of(glyph).points() * edge.share);
  return {};
}

Hang hang_of(const Setting& setting, std::vector<LinePart>& parts, Length most_at_start, bool ends_at_edge) {
  const Align align = setting.paragraph.style.align;
  Hang hang;
  if (parts.empty() || align == Align::centre) return hang;
  if (LinePart& first = parts.front(); !first.segment->is_space && align != Align::right) {
    const Style& style = *first.style;
    const EdgeCharacter edge = edge_at_start(setting.shaped, *first.segment, first.begin, style);
    hang.start = std::min(most_at_start, advance_of_edge(edge, first, style));
    if (hang.start != Length{}) first.gives_from = edge.end;
  }
  if (!ends_at_edge) return hang;
  const auto last = std::find_if(parts.rbegin(), parts.rend(), [](const LinePart& part) { return !part.is_trailing; });
  if (last == parts.rend() || last->segment->is_space) return hang;
  const Style& style = *last->style;
  const EdgeCharacter edge = edge_at_end(setting.shaped, *last->segment, last->end, style);
  hang.end = last->hyphen_follows ? line_hyphen(*last->segment, style).hang : advance_of_edge(edge, *last, style);
  if (hang.end != Length{}) last->gives_to = edge.begin;
  return hang;
}

/// Shapes words that hold ligatures again without them. False if there are none.
bool give_up_ligatures(Setting& setting, std::vector<LinePart>& parts) {
  bool any = false;
  for (LinePart& part : parts) {
    const auto is_ligature = [&](const ShapedGlyph& glyph) {
      const std::string_view text = std::string_view(setting.shaped.text).substr(part.begin + glyph.begin, glyph.end - glyph.begin);
      return !text.empty() && utf8::decode(text, 0).length < text.size();
    };
    if (part.gap.stretch == Length{} || std::none_of(part.glyphs.begin(), part.glyphs.end(), is_ligature)) continue;
    Style style = *part.style;
    style.features.push_back({"liga", 0});
    style.features.push_back({"clig", 0});
    set_glyphs(shaped_again(setting, part, style), part);
    any = true;
  }
  return any;
}

/// Whether a character has done its work once lines are broken and ordered: it is neither drawn nor read.
bool only_steers(std::string_view text) {
  if (text.size() != 2 && text.size() != 3) return false;
  const char32_t c = utf8::decode(text, 0).code_point;
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069);
}

/// Takes a share of a mark's blank off its glyph.
void take_blank(const ShapedGlyph& mark, Length blank, double share, Glyph& glyph) {
  if (blank == Length{}) return;
  const Length taken = Length::from_points(blank.points() * share);
  glyph.advance -= taken;
  glyph.x -= taken.times(mark.blank_before, mark.blank_before + mark.blank_after);
}

/// Adds a part's glyphs in visual order; their text begins at `text_start` of the run's.
void add_glyphs(const Setting& setting, const LinePart& part, const Adjustment& adjustment, Length width, std::uint32_t text_start, std::vector<Glyph>& glyphs) {
  const Face& face = *part.segment->face;
  const Style& style = *part.style;
  const int upem = face.metrics().units_per_em;
  const Advances advances(*part.segment, style);
  const Length space = letter_space(part, adjustment);
  const std::size_t first = glyphs.size();
  for (std::size_t i = 0; i < part.glyphs.size(); ++i) {
    const ShapedGlyph& shaped = part.glyphs[i];
    // Poppler parts words at glyphs without advance.
    if (shaped.end - shaped.begin > 1 && only_steers(std::string_view(setting.shaped.text).substr(part.begin + shaped.begin, shaped.end - shaped.begin))) continue;
    const Length advance = advances.of(shaped) + (space != Length{} && has_gap_after(part, i) ? space : Length{});
    glyphs.push_back({shaped.id, advance, shaped.x == 0 ? Length{} : style.size.times(shaped.x, upem),
                      shaped.y == 0 ? Length{} : style.size.times(shaped.y, upem), {text_start + shaped.begin, text_start + shaped.end}});
    if (adjustment.letters < 0 && gives(part, shaped)) take_blank(shaped, blank_of(shaped, *part.segment, style), -adjustment.letters, glyphs.back());
  }
  if (glyphs.size() > first) glyphs.back().advance += set_off_by(part, adjustment);
  if (part.segment->is_space && glyphs.size() > first) {
    Length others;
    for (std::size_t i = first; i + 1 < glyphs.size(); ++i) others += glyphs[i].advance;
    glyphs.back().advance = width - others;
  }
  if (part.hyphen_follows) {
    const std::uint32_t at = text_start + (part.end - part.begin);
    glyphs.push_back({face.glyph_of('-'), line_hyphen(*part.segment, style).width, {}, {}, {at, at + static_cast<std::uint32_t>(kSoftHyphen.size())}});
  }
}

/// Glyphs of the parts from the first on that look like it: one run, mostly.
std::size_t glyphs_alike(std::span<const LinePart> parts) {
  std::size_t count = 0;
  for (const LinePart& part : parts) {
    if (part.segment->style != parts.front().segment->style || part.segment->piece != parts.front().segment->piece) break;
    count += part.glyphs.size() + (part.hyphen_follows ? 1 : 0);
  }
  return count;
}

/// Adds the first of `parts` to the run that it continues, or begins a new run. `end` is the right edge of the run that was last added to.
void append(const Setting& setting, std::span<const LinePart> parts, const Adjustment& adjustment, Length x, Length width, Length& end, SetLine& line) {
  const LinePart& part = parts.front();
  const Piece& piece = setting.paragraph.text[part.segment->piece];
  const Style& style = *part.style;
  const Length size = part.segment->scaled_caps ? style.scaled_caps.at(style.size) : style.size;
  const bool backwards = ((part.is_trailing && setting.paragraph.right_to_left ? 1U : part.segment->level) & 1U) != 0;
  SetRun* last = line.runs.empty() ? nullptr : &line.runs.back();
  const bool goes_on = last && last->run.face.get() == part.segment->face && last->style == part.segment->style && last->run.size == size && last->link == piece.link &&
                       last->element == piece.element && last->run.right_to_left == backwards &&
                       (backwards ? x + width == last->x : x == end);
  end = x + width;
  if (!goes_on) {
    line.runs.push_back({{part.segment->face->shared_from_this(), size, style.colour, {}, {}, backwards, piece.source}, x, part.segment->piece, part.segment->style, piece.link, piece.element});
    last = &line.runs.back();
    last->run.letter_space = letter_space(part, adjustment);
    last->run.glyphs.reserve(glyphs_alike(parts));
    last->run.text.reserve(last->run.glyphs.capacity());
  }
  if (backwards && goes_on) last->x = x;
  std::vector<Glyph>& glyphs = last->run.glyphs;
  const auto before = static_cast<std::ptrdiff_t>(glyphs.size());
  add_glyphs(setting, part, adjustment, width, static_cast<std::uint32_t>(last->run.text.size()), glyphs);
  if (backwards) std::rotate(glyphs.begin(), glyphs.begin() + before, glyphs.end());
  last->run.text.append(setting.shaped.text, part.begin, part.end - part.begin);
  if (part.hyphen_follows) last->run.text += kSoftHyphen;
}

void place(const Setting& setting, const std::vector<LinePart>& parts, const Adjustment& adjustment, SetLine& line) {
  const bool right_to_left = setting.paragraph.right_to_left;
  std::vector<std::uint8_t> levels;
  levels.reserve(parts.size());
  for (const LinePart& part : parts)
    levels.push_back(part.is_trailing ? static_cast<std::uint8_t>(right_to_left ? 1 : 0) : part.segment->level);  // UAX 9, L1
  std::vector<Length> x(parts.size()), widths(parts.size());
  Length at;
  for (const std::size_t i : visual_order(levels)) {
    x[i] = at;
    widths[i] = width_of(parts[i], adjustment);
    at += widths[i];
    if (!parts[i].is_trailing) line.width += widths[i];
  }
  Length end;
  for (std::size_t i = 0; i < parts.size(); ++i) append(setting, std::span(parts).subspan(i), adjustment, x[i], widths[i], end, line);
  if (!right_to_left) return;
  for (SetRun& run : line.runs) run.x = at - run.x - run.run.width();
}

SetLine set_line(Setting& setting, const LineText& text) {
  take_parts(setting, text.begin, text.end);
  std::vector<LinePart>& parts = setting.parts;
  if (text.hyphenated && !parts.empty()) parts.back().hyphen_follows = true;
  const Align align = setting.paragraph.style.align;
  const Hang hang = hang_of(setting, parts, text.most_hang, align == Align::right || (align == Align::justify && text.fills));
  const Length room = text.measure + hang.start + hang.end;
  Adjustment adjustment = align == Align::justify ? adjust(parts, room, text.fills) : Adjustment{};
  const Length letters = Length::from_points(setting.paragraph.style.letter_flex.stretch.at(setting.paragraph.style.size).points() * adjustment.letters);
  if (letters > kVisibleLetterSpace.at(setting.paragraph.style.size) && give_up_ligatures(setting, parts))
    adjustment = adjust(parts, room, text.fills);
  SetLine line;
  line.hyphenated = text.hyphenated;
  place(setting, parts, adjustment, line);
  line.excess = std::max(Length{}, line.width - room);
  const Length left_over = std::max(Length{}, room - line.width);
  line.x = (align == Align::right ? left_over : align == Align::centre ? left_over / 2 : Length{}) - hang.start;
  for (SetRun& run : line.runs) run.x += line.x;
  return line;
}

/// No more of the measure than one in so many parts is asked of a last line: narrow columns could not pay for it.
constexpr int kShareOfLast = 4;

LineGoal goal_of(const Paragraph& paragraph) {
  LineGoal goal;
  goal.measure = paragraph.measure;
  goal.justify = paragraph.style.align == Align::justify;
  goal.ragged = paragraph.style.ragged.at(paragraph.style.size);
  goal.shortest_last = std::min(paragraph.style.last_line.at(paragraph.style.size), paragraph.measure.rest / kShareOfLast);
  goal.costs = paragraph.style.costs;
  return goal;
}

bool has_preferred(const ShapedText& shaped) {
  return std::any_of(shaped.chances.begin(), shaped.chances.end(),
                     [](const BreakChance& chance) { return chance.kind == BreakKind::preferred; });
}

/// A break that the author asked for parts words as a space does: it gets one that hangs out, as other line ends have.
void end_with_space(SetLine& line, bool right_to_left) {
  if (line.runs.empty() || line.runs.back().run.text.ends_with(' ')) return;
  SetRun& last = line.runs.back();
  const Face& face = *last.run.face;
  const Length width = last.run.size.times(face.advance(face.glyph_of(' ')), face.metrics().units_per_em);
  if (last.run.right_to_left != right_to_left) {  // the space follows the line's direction, not the word's
    const SetRun space{{last.run.face, last.run.size, last.run.colour, {}, {}, right_to_left, last.run.source}, line.x + line.width, last.piece, last.style, last.link, last.element};
    line.runs.push_back(space);
  }
  GlyphRun& run = line.runs.back().run;
  const auto at = static_cast<std::uint32_t>(run.text.size());
  run.text += ' ';
  run.glyphs.insert(right_to_left ? run.glyphs.begin() : run.glyphs.end(), {face.glyph_of(' '), width, {}, {}, {at, at + 1}});
}

/// The byte where the line after a break begins: spaces at a break vanish.
std::uint32_t next_start(const LineItems& items, std::size_t item) {
  for (++item; item < items.items.size(); ++item)
    if (items.items[item].kind == LineItem::Kind::box || items.items[item].penalty <= kForcedBreak) break;
  return item < items.places.size() ? items.places[item].begin : items.places.back().end;
}

struct Broken {
  LineItems items;
  std::vector<LineBreak> breaks;
};

Broken broken(const ShapedText& shaped, const Paragraph& paragraph, PreferredBreaks preferred, const LastResort& last) {
  LineItems items = make_line_items(shaped, paragraph.styles, paragraph.style, paragraph.language, preferred, last);
  if (preferred == PreferredBreaks::passed_over && items.natural_width > paragraph.measure.first - paragraph.measure.kept && has_preferred(shaped))
    return broken(shaped, paragraph, PreferredBreaks::taken, last);
  std::vector<LineBreak> breaks = break_lines(items.items, goal_of(paragraph));
  return {std::move(items), std::move(breaks)};
}

bool any_overfull(const std::vector<LineBreak>& breaks) {
  return std::any_of(breaks.begin(), breaks.end(), [](const LineBreak& each) { return each.overfull; });
}

/// Words that are wider than their column are divided where they must be, with one resort after the other.
Broken broken(const ShapedText& shaped, const Paragraph& paragraph) {
  LastResort last;
  Broken result = broken(shaped, paragraph, PreferredBreaks::passed_over, last);
  for (std::vector<ByteRange>* stretches : {&last.words, &last.letters}) {
    if (any_overfull(result.breaks)) *stretches = too_wide(result.items, paragraph.measure, paragraph.style.size);
    if (stretches->empty()) break;
    result = broken(shaped, paragraph, PreferredBreaks::passed_over, last);
  }
  return result;
}

}  // namespace

std::vector<SetLine> set_lines(const Paragraph& paragraph, Shaper& shaper, Diagnostics& diagnostics) {
  std::vector<SetLine> lines;
  if (paragraph.text.empty()) return lines;
  ShapedText shaped = shaper.shape(paragraph.text, paragraph.styles, {paragraph.language, paragraph.right_to_left}, diagnostics);
  if (shaped.segments.empty()) return lines;
  if (paragraph.usage) shaped.sentence_spacing = paragraph.usage->sentence_spacing;
  tie_words(shaped, paragraph.styles, paragraph.usage);
  const auto [items, breaks] = broken(shaped, paragraph);
  Setting setting{paragraph, shaped, shaper, diagnostics};
  std::uint32_t begin = items.places.front().begin;
  for (const LineBreak& each : breaks) {
    const LineItem& item = items.items[each.item];
    const bool is_penalty = item.kind == LineItem::Kind::penalty, last = each.item + 1 >= items.items.size();
    const bool forced = is_penalty && item.penalty <= kForcedBreak;
    const Length measure = paragraph.measure.of(lines.size()) - (last ? paragraph.measure.kept : Length{});
    const Length most_hang = lines.empty() ? paragraph.measure.most_hang : measure;
    lines.push_back(set_line(setting, {begin, items.places[each.item].begin, measure, most_hang, !forced, is_penalty && item.flagged}));
    lines.back().torn = is_penalty && !forced && item.penalty >= kTornPenalty && item.penalty < kForbiddenBreak;
    if (forced && !last) end_with_space(lines.back(), paragraph.right_to_left);
    begin = next_start(items, each.item);
  }
  return lines;
}

}  // namespace galley
