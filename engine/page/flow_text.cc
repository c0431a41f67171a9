#include "page/flow_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "page/flow_bullet.h"

namespace galley {
namespace {

/// Least white between a row's text and the date on its right, in em of the row's style.
constexpr Em kAsideGap = 1_em;
/// What is left at least between a bullet and a bracket that stands out of the margin: readers glue what is nearer.
constexpr Em kBulletGap = 0.2_em;
/// Of the column, text beside a row takes no more: what is left could not be set. Wider text stands below the row.
constexpr int kWidestAsidePercent = 67;
/// Rows of at most this many lines stay together, so that a date can follow the whole row in reading order.
constexpr std::size_t kShortRow = 4;

/// What the first or the last line of a paragraph leaves free on the right.
struct Reserve {
  Length first, last;
};

/// The lines of a paragraph, and where they begin.
struct SetParagraph {
  SetBullet bullet;
  Length further_left;  ///< of all lines but the first
  std::vector<SetLine> lines;
};

SetParagraph set_paragraph(const TextBlock& block, const Slot& slot, Reserve reserve, const Setter& setter) {
  SetParagraph set{set_bullet(block, slot, setter), {}, {}};
  set.further_left = (block.bullet && !block.bullet->hang ? slot.left : set.bullet.text_left) + block.hang;
  Measure measure{slot.right - set.bullet.text_left - reserve.first, slot.right - set.further_left, reserve.last};
  if (set.bullet.gap > Length{}) measure.most_hang = std::max(Length{}, set.bullet.gap - kBulletGap.at(setter.style(block.style).size));
  set.lines = set_text(block.text, block.style, measure, setter);
  if (set.lines.empty()) set.lines.emplace_back();
  return set;
}

std::vector<FlowLine> flow_lines(SetParagraph set, const TextBlock& block, Span source, const Setter& setter) {
  warn_overfull(set.lines, block.text, source, setter.diagnostics);
  const LinkTexts link_texts = texts_of_links(block.text);
  std::vector<FlowLine> flowed(set.lines.size());
  flowed.front().items = std::move(set.bullet.items);
  for (std::size_t i = 0; i < flowed.size(); ++i) {
    flowed[i].step = setter.style(block.style).leading;
    append_line(std::move(set.lines[i]), {i == 0 ? set.bullet.text_left : set.further_left, {}}, link_texts, setter, flowed[i].items);
    if (i == 1) flowed[i].break_cost += setter.breaks.orphan;
    if (i > 0 && i + 1 == flowed.size()) flowed[i].break_cost += setter.breaks.widow;
  }
  return flowed;
}

std::vector<FlowLine> flow_paragraph(const TextBlock& block, const Slot& slot, Span source, const Setter& setter) {
  return flow_lines(set_paragraph(block, slot, {}, setter), block, source, setter);
}

/// The index of the line with which the text beside a row is drawn, and so read: the last one of a short row, which is not
/// broken then; of a long one that beside which it stands.
std::size_t keep_together(std::vector<FlowLine>& lines, std::size_t beside) {
  if (lines.size() > kShortRow) return beside;
  for (std::size_t i = 1; i < lines.size(); ++i) lines[i].break_cost = kNeverBreak;
  return lines.size() - 1;
}

/// How far line `from` stands above line `to`, as y.
Length upwards(const std::vector<FlowLine>& lines, std::size_t from, std::size_t to) {
  Length y;
  for (std::size_t i = from + 1; i <= to; ++i) y -= lines[i].step;
  return y;
}

/// Text that is too wide to stand beside a row, or beside which the row has no room, flush right in lines of its own below it.
std::vector<FlowLine> flow_row_above(const Row& row, const Slot& slot, Span source, const Setter& setter) {
  std::vector<FlowLine> lines = flow_paragraph(row.main, slot, source, setter);
  const StyleId style = row.beside.front().style;
  const Length column = slot.right - slot.left;
  const std::vector<SetLine> set = set_text(row.beside, style, {column, column}, setter);
  warn_overfull(set, row.beside, source, setter.diagnostics);
  for (const SetLine& each : set) {
    FlowLine& line = lines.emplace_back();
    line.step = setter.style(style).leading;
    append_line(each, {slot.right - each.width - each.x, {}}, texts_of_links(row.beside), setter, line.items);
  }
  keep_together(lines, 0);
  return lines;
}

std::vector<FlowLine> flow_row_on_right(const Row& row, const Slot& slot, Span source, const Setter& setter) {
  std::vector<SetLine> set = set_unbroken(row.beside, row.beside.front().style, setter);
  const bool on_last = row.side == RowSide::right_of_last;
  if (!set.empty() && set.front().width > (slot.right - slot.left).times(kWidestAsidePercent, 100)) return flow_row_above(row, slot, source, setter);
  if (set.empty()) return flow_paragraph(row.main, slot, source, setter);
  const Length taken = set.front().width + kAsideGap.at(setter.style(row.main.style).size);
  SetParagraph main = set_paragraph(row.main, slot, on_last ? Reserve{{}, taken} : Reserve{taken, {}}, setter);
  if (are_cramped(main.lines)) return flow_row_above(row, slot, source, setter);
  std::vector<FlowLine> lines = flow_lines(std::move(main), row.main, source, setter);
  for (SetRun& run : set.front().runs) run.x -= set.front().x;
  const std::size_t beside = on_last ? lines.size() - 1 : 0;
  const std::size_t with = keep_together(lines, beside);
  append_line(set.front(), {slot.right - set.front().width, upwards(lines, beside, with)}, texts_of_links(row.beside), setter, lines[with].items);
  return lines;
}

/// From the first line's baseline down; drawn, and so read, before the row.
std::vector<FlowLine> flow_row_with_label(const Row& row, const Slot& slot, Span source, const Setter& setter) {
  std::vector<FlowLine> lines = flow_paragraph(row.main, slot, source, setter);
  const StyleId style = row.beside.front().style;
  const std::vector<SetLine> set = set_text(row.beside, style, {slot.label_width, slot.label_width}, setter);
  warn_overfull(set, row.beside, source, setter.diagnostics);
  FlowLine& first = lines.front();
  std::vector<Item> items;
  Length y;
  for (const SetLine& each : set) {
    append_line(each, {slot.label_left, y}, texts_of_links(row.beside), setter, items);
    first.hang = std::max(first.hang, y);
    y += setter.style(style).leading;
  }
  first.items.insert(first.items.begin(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
  return lines;
}

}  // namespace

std::vector<FlowLine> flow_text(const TextBlock& block, const Slot& slot, Span source, const Setter& setter) {
  return flow_paragraph(block, slot, source, setter);
}

std::vector<FlowLine> flow_row(const Row& row, const Slot& slot, Span source, const Setter& setter) {
  const bool has_label_column = slot.label_width > Length{};
  return row.side == RowSide::label_column && has_label_column ? flow_row_with_label(row, slot, source, setter)
                                                               : flow_row_on_right(row, slot, source, setter);
}

}  // namespace galley
