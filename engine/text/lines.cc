#include "text/lines.h"

#include <algorithm>

#include "text/line_items.h"
#include "text/unicode.h"

namespace galley {
namespace {

/// U+00AD: what a hyphen at a line's end stands for. Sinks make the word whole again.
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

/// A stretch of one segment on one line.
struct Part {
  const Segment* segment = nullptr;
  std::uint32_t begin = 0, end = 0;
  const std::vector<ShapedGlyph>* glyphs = nullptr;
  SpaceWidth space;          ///< segments that are spaces
  bool is_trailing = false;  ///< the space that ends the line
  bool hyphen_follows = false;
};

class LineSetter {
 public:
  LineSetter(const Paragraph& paragraph, const ShapedText& shaped, Shaper& shaper, Diagnostics& diagnostics)
      : paragraph_(paragraph), shaped_(shaped), shaper_(shaper), diagnostics_(diagnostics) {}

  /// The line of text[begin, end); `fills` says that it is justified rather than left as it falls.
  SetLine set(std::uint32_t begin, std::uint32_t end, Length measure, bool fills, bool hyphenated) {
    std::vector<Part> parts = parts_of(begin, end);
    if (hyphenated && !parts.empty()) parts.back().hyphen_follows = true;
    const double ratio = adjust(parts, measure, fills);
    SetLine line;
    line.hyphenated = hyphenated;
    place(parts, ratio, line);
    line.excess = std::max(Length{}, line.width - measure);
    const Length room = std::max(Length{}, measure - line.width);
    const Align align = paragraph_.style.align;
    line.x = align == Align::right ? room : align == Align::centre ? room / 2 : Length{};
    for (SetRun& run : line.runs) run.x += line.x;
    return line;
  }

 private:
  std::vector<Part> parts_of(std::uint32_t begin, std::uint32_t end) {
    std::vector<Part> parts;
    for (const Segment& segment : shaped_.segments) {
      if (segment.end <= begin || segment.glyphs.empty()) continue;
      if (segment.begin >= end) {
        if (segment.is_space && end < shaped_.text.size() && segment.begin == end) parts.push_back(whole(segment, true));
        break;
      }
      if (segment.begin >= begin && segment.end <= end) {
        parts.push_back(whole(segment, false));
      } else {
        parts.push_back(cut(segment, std::max(begin, segment.begin), std::min(end, segment.end)));
      }
    }
    for (std::size_t i = parts.size(); i-- > 0 && parts[i].segment->is_space;) parts[i].is_trailing = true;
    return parts;
  }

  Part whole(const Segment& segment, bool trailing) {
    Part part{&segment, segment.begin, segment.end, &segment.glyphs, {}, trailing, false};
    if (segment.is_space) part.space = space_width(shaped_, segment, style_of(segment));
    return part;
  }

  Part cut(const Segment& segment, std::uint32_t begin, std::uint32_t end) {
    const auto& glyphs = shaper_.glyphs(shaped_.text, begin, end, segment, style_of(segment), paragraph_.language, diagnostics_);
    return {&segment, begin, end, &glyphs, {}, false, false};
  }

  [[nodiscard]] const Style& style_of(const Segment& segment) const { return paragraph_.styles[segment.style]; }

  [[nodiscard]] Length hyphen_width(const Part& part) const {
    const Face& face = *part.segment->face;
    return style_of(*part.segment).size.times(face.advance(face.glyph_of('-')), face.metrics().units_per_em);
  }

  [[nodiscard]] Length natural_width(const Part& part) const {
    if (part.segment->is_space) return part.space.natural;
    Length width;
    for (const ShapedGlyph& glyph : *part.glyphs) width += advance_of(glyph, *part.segment, style_of(*part.segment));
    return part.hyphen_follows ? width + hyphen_width(part) : width;
  }

  /// Share of stretch (> 0) or shrink (< 0) that makes the line meet its measure.
  [[nodiscard]] double adjust(const std::vector<Part>& parts, Length measure, bool fills) const {
    if (paragraph_.style.align != Align::justify) return 0;
    Length natural, stretch, shrink;
    for (const Part& part : parts) {
      if (part.is_trailing) continue;
      natural += natural_width(part);
      stretch += part.space.stretch;
      shrink += part.space.shrink;
    }
    const double lacking = (measure - natural).points();
    if (lacking < 0) return shrink > Length{} ? std::max(-1.0, lacking / shrink.points()) : 0;
    return fills && stretch > Length{} ? lacking / stretch.points() : 0;
  }

  void place(const std::vector<Part>& parts, double ratio, SetLine& line) {
    std::vector<std::uint8_t> levels;
    const std::uint8_t of_paragraph = paragraph_.right_to_left ? 1 : 0;
    for (const Part& part : parts) levels.push_back(part.is_trailing ? of_paragraph : part.segment->level);  // UAX 9, L1
    std::vector<Length> x(parts.size()), widths(parts.size());
    Length at;
    for (const std::size_t i : visual_order(levels)) {
      x[i] = at;
      widths[i] = parts[i].segment->is_space ? space_at(parts[i], ratio) : natural_width(parts[i]);
      at += widths[i];
      if (!parts[i].is_trailing) line.width += widths[i];
    }
    for (std::size_t i = 0; i < parts.size(); ++i) append(parts[i], x[i], widths[i], line);
    if (!paragraph_.right_to_left) return;
    for (SetRun& run : line.runs) run.x = at - run.x - run.run.width();
  }

  [[nodiscard]] static Length space_at(const Part& part, double ratio) {
    if (part.is_trailing) return part.space.natural;
    const Length change = Length::from_points((ratio < 0 ? part.space.shrink : part.space.stretch).points() * ratio);
    return part.space.natural + change;
  }

  /// Adds a part to the run that it continues, or begins a new run.
  void append(const Part& part, Length x, Length width, SetLine& line) {
    const Piece& piece = paragraph_.text[part.segment->piece];
    const Style& style = style_of(*part.segment);
    const bool backwards = ((part.is_trailing && paragraph_.right_to_left ? 1U : part.segment->level) & 1U) != 0;
    SetRun* last = line.runs.empty() ? nullptr : &line.runs.back();
    const bool goes_on = last && last->run.face.get() == part.segment->face && last->style == part.segment->style && last->link == piece.link &&
                         last->element == piece.element && last->run.right_to_left == backwards &&
                         (backwards ? x + width == last->x : x == last->x + last->run.width());
    if (!goes_on) {
      line.runs.push_back({{part.segment->face->shared_from_this(), style.size, style.colour, {}, {}, backwards, piece.source}, x, part.segment->style, piece.link, piece.element});
      last = &line.runs.back();
    }
    if (backwards && goes_on) last->x = x;
    std::vector<Glyph> glyphs = glyphs_of(part, width, static_cast<std::uint32_t>(last->run.text.size()));
    last->run.text += shaped_.text.substr(part.begin, part.end - part.begin);
    if (part.hyphen_follows) last->run.text += kSoftHyphen;
    last->run.glyphs.insert(backwards ? last->run.glyphs.begin() : last->run.glyphs.end(), glyphs.begin(), glyphs.end());
  }

  [[nodiscard]] std::vector<Glyph> glyphs_of(const Part& part, Length width, std::uint32_t text_start) const {
    const Face& face = *part.segment->face;
    const Style& style = style_of(*part.segment);
    const int upem = face.metrics().units_per_em;
    std::vector<Glyph> glyphs;
    for (const ShapedGlyph& shaped : *part.glyphs)
      glyphs.push_back({shaped.id, advance_of(shaped, *part.segment, style), style.size.times(shaped.x, upem), style.size.times(shaped.y, upem),
                        {text_start + shaped.begin, text_start + shaped.end}});
    if (part.segment->is_space && !glyphs.empty()) {
      Length others;
      for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) others += glyphs[i].advance;
      glyphs.back().advance = width - others;
    }
    if (part.hyphen_follows) {
      const std::uint32_t at = text_start + (part.end - part.begin);
      glyphs.push_back({face.glyph_of('-'), hyphen_width(part), {}, {}, {at, at + static_cast<std::uint32_t>(kSoftHyphen.size())}});
    }
    return glyphs;
  }

  const Paragraph& paragraph_;
  const ShapedText& shaped_;
  Shaper& shaper_;
  Diagnostics& diagnostics_;
};

LineGoal goal_of(const Paragraph& paragraph) {
  LineGoal goal;
  goal.measure = paragraph.measure;
  goal.justify = paragraph.style.align == Align::justify;
  goal.ragged = paragraph.style.ragged.at(paragraph.style.size);
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
    const SetRun space{{last.run.face, last.run.size, last.run.colour, {}, {}, right_to_left, last.run.source}, line.x + line.width, last.style, last.link, last.element};
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

}  // namespace

std::vector<SetLine> set_lines(const Paragraph& paragraph, Shaper& shaper, Diagnostics& diagnostics) {
  std::vector<SetLine> lines;
  if (paragraph.text.empty()) return lines;
  const ShapedText shaped = shaper.shape(paragraph.text, paragraph.styles, paragraph.language, diagnostics, paragraph.right_to_left);
  if (shaped.segments.empty()) return lines;
  LineItems items = make_line_items(shaped, paragraph.styles, paragraph.style, paragraph.language, false);
  if (items.natural_width > paragraph.measure.first && has_preferred(shaped))
    items = make_line_items(shaped, paragraph.styles, paragraph.style, paragraph.language, true);
  LineSetter setter(paragraph, shaped, shaper, diagnostics);
  std::uint32_t begin = items.places.front().begin;
  for (const LineBreak& each : break_lines(items.items, goal_of(paragraph))) {
    const LineItem& item = items.items[each.item];
    const bool forced = item.kind == LineItem::Kind::penalty && item.penalty <= kForcedBreak;
    const bool hyphenated = item.kind == LineItem::Kind::penalty && item.flagged;
    lines.push_back(setter.set(begin, items.places[each.item].begin, paragraph.measure.of(lines.size()), !forced, hyphenated));
    if (forced && each.item + 1 < items.items.size()) end_with_space(lines.back(), paragraph.right_to_left);
    begin = next_start(items, each.item);
  }
  return lines;
}

}  // namespace galley
