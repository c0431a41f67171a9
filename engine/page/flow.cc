#include "page/flow.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "page/flow_block.h"
#include "page/flow_label.h"

namespace galley {
namespace {

/// Least white between a section's label and a line drawn beside it, in em of the line's style.
constexpr Em kBesideGap = 0.5_em;

void append(std::vector<FlowLine>& lines, std::vector<FlowLine> more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What a section has to know of the one before.
struct Above {
  bool heading = false;             ///< it ended with one
  std::optional<Length> clearance;  ///< the next baseline stands at least so far below the last one: its label hangs there
};

/// The columns that a frame offers to sections.
struct Slots {
  Slot frame;  ///< all of its width
  Slot whole;  ///< what figures beside leave of it: label column and text
  Slot text;
};

/// The widest label or date that stands in the label column, but no more than the frame allows.
Length measured_label(const Stream& stream, const Setter& setter) {
  Length widest;
  const auto measure = [&](const StyledText& text, StyleId style) {
    for (const SetLine& line : set_text(text, style, {kUnbroken, kUnbroken}, setter)) widest = std::max(widest, line.width);
  };
  for (const ComposedSection& section : stream.sections) {
    if (section.label && section.label->placement == LabelPlacement::rotated) widest = std::max(widest, rotated_width(*section.label, room_for_rotated(stream.frame, setter), setter));
    if (section.label && section.label->placement == LabelPlacement::beside) measure(section.label->text, section.label->style);
    for_each_part(section, [&](const Part& part) {
      for_each_leaf(part.blocks, [&](const Block& block) {
        const auto* row = std::get_if<Row>(&block.kind);
        if (row && row->side == RowSide::label_column) measure(row->beside, row->beside.front().style);
      });
    });
  }
  return std::min(widest, stream.frame.label);
}

Slots slots_of(const Stream& stream, const Setter& setter) {
  const Frame& frame = stream.frame;
  const Length label = frame.label_measured ? measured_label(stream, setter) : frame.label;
  const Length left = frame.left + frame.inset_left, right = frame.right - frame.inset_right;
  Slots slots{{frame.left, frame.right, left, label}, {left, right, left, label}, {left, right, left, label}};
  if (label > Length{}) slots.text.left += label + frame.gutter;
  return slots;
}

/// A label above its section: a heading on lines of its own. No blocks of other labels.
Part label_above(const ComposedSection& section) {
  Part part;
  if (!section.label || section.label->placement != LabelPlacement::above) return part;
  TextBlock paragraph;
  paragraph.style = section.label->style;
  paragraph.text = section.label->text;
  Block& block = part.blocks.emplace_back();
  block.kind = std::move(paragraph);
  block.is_heading = true;
  part.space.after = section.label->space_below;
  return part;
}

/// Dearer than all other costs of a page together, but not forbidden: what is longer than a page is parted somewhere.
constexpr double kKeptTogether = 1000;

/// Where lines that belong together begin, and whether they are to stay so.
struct Group {
  std::size_t begin = 0;
  bool together = false;
};

/// What page breaks within a group of lines cost, by how many lines would be parted: before each line but the first.
void add_costs(std::vector<FlowLine>& lines, Group group, double cost) {
  for (std::size_t i = group.begin + 1; i < lines.size(); ++i) lines[i].break_cost += cost + (group.together ? kKeptTogether : 0);
}

void add_entry_costs(std::vector<FlowLine>& lines, Group entry, const BreakRules& rules) {
  add_costs(lines, entry, static_cast<int>(lines.size() - entry.begin) <= rules.whole_entry ? rules.inside_whole_entry : rules.inside_entry);
}

void add_section_costs(std::vector<FlowLine>& lines, bool together, const BreakRules& rules) {
  add_costs(lines, {0, together}, static_cast<int>(lines.size()) <= rules.whole_section ? rules.inside_whole_section : rules.inside_section);
}

/// How far below the last line something beside the lines reaches: a date of several lines beside one line of text.
/// `above`: how far below the baseline before the first line.
Length reach_below(const std::vector<FlowLine>& lines, Length above) {
  Length reach = above;
  for (const FlowLine& line : lines) reach = std::max({reach - line.step, line.hang, Length{}});
  return reach;
}

/// A part of a section in its column. Label and note open the section together; every item is a group of its own.
struct PlacedPart {
  const Part* part = nullptr;
  const Slot* slot = nullptr;
  bool is_item = false;
};

/// The parts below one another, each pair the space apart that the two ask for, with the costs of breaking sections and entries.
std::vector<FlowLine> flow_parts(const ComposedSection& section, const Slots& slots, Above& above, const Setter& setter) {
  const Part label = label_above(section);
  std::vector<PlacedPart> parts;
  if (!label.blocks.empty()) parts.push_back({&label, &slots.whole});
  if (section.note) parts.push_back({&*section.note, &slots.text});
  for (const Part& item : section.items) parts.push_back({&item, &slots.text, true});
  const std::shared_ptr<const UprightRule> along = upright_rule(section.decorations, slots.frame);
  std::vector<FlowLine> lines;
  Group entry, below_heading;
  Length reach;
  SpaceRule before;
  std::size_t entries = 0;  // below the last heading
  for (const PlacedPart& each : parts) {
    const std::vector<Block>& blocks = each.part->blocks;
    const Length space = lines.empty() ? space_between({}, {section.space, {}}, leading_of(blocks.front(), setter))
                                       : space_between(before, each.part->space, own_space(blocks.front(), setter));
    std::vector<FlowLine> more = flow_blocks(blocks, *each.slot, space, setter);
    if (more.empty()) continue;
    if (reach > Length{}) more.front().step = std::max(more.front().step, reach + leading_of(blocks.front(), setter));
    reach = reach_below(more, reach);
    if (each.slot == &slots.text)
      for (FlowLine& line : more) line.along = along;
    if (above.heading) more.front().break_cost += setter.breaks.after_heading;
    const Placing& placing = each.part->placing;
    more.front().begins = placing.begins;
    const bool is_heading = stays_with_next(blocks);
    if (is_heading) entries = 0;
    else if (each.is_item && ++entries == 2) more.front().break_cost += setter.breaks.after_first_entry;
    if (each.is_item && !lines.empty()) {
      add_entry_costs(lines, entry, setter.breaks);
      entry.begin = lines.size();
    }
    if (each.is_item) entry.together = placing.together;
    if (each.is_item && is_heading) {
      add_costs(lines, below_heading, 0);
      below_heading = {lines.size(), placing.together};
    }
    append(lines, std::move(more));
    above.heading = is_heading;
    before = each.part->space;
  }
  add_entry_costs(lines, entry, setter.breaks);
  add_costs(lines, below_heading, 0);
  add_section_costs(lines, section.placing.together, setter.breaks);
  if (!lines.empty()) lines.front().begins = std::max(lines.front().begins, section.placing.begins);
  if (section.holds_together)
    for (FlowLine& line : lines) line.break_cost += setter.breaks.after_heading;
  return lines;
}

/// Puts a label into the label column.
void add_label(const ComposedSection& section, const LabelRoom& room, const Setter& setter, std::vector<FlowLine>& lines) {
  SetLabel label = set_label(*section.label, room, setter);
  FlowLine& first = lines.front();
  first.items.insert(first.items.begin(), std::make_move_iterator(label.items.begin()), std::make_move_iterator(label.items.end()));
  first.hang = std::max(first.hang, label.hang);
  // Not beside so few lines that it would stand on the next section's label.
  Length below = setter.style(section.label->style).leading;
  for (std::size_t i = lines.size(); i-- > 1; below += lines[i].step)
    if (below >= label.again_hang) lines[i].label_again = label.again;
}

/// From the first baseline of a heading to its last: what is drawn below it keeps clear of all its lines.
Length further_heading(const ComposedSection& section, const Slots& slots, const Setter& setter) {
  if (section.decorations.empty() || !section.label || section.label->placement != LabelPlacement::above) return {};
  const Length width = slots.whole.right - slots.whole.left;
  const std::size_t lines = set_text(section.label->text, section.label->style, {width, width}, setter).size();
  return setter.style(section.label->style).leading * (static_cast<std::int64_t>(std::max<std::size_t>(lines, 1)) - 1);
}

/// The size of the type that a section opens with.
Length opening_size(const ComposedSection& section, const Setter& setter) {
  StyleId style = 0;
  if (section.label && section.label->placement == LabelPlacement::above) return setter.style(section.label->style).size;
  const Part* first = section.note ? &*section.note : section.items.empty() ? nullptr : &section.items.front();
  if (const TextBlock* paragraph = first ? paragraph_of(first->blocks.front()) : nullptr) style = paragraph->style;
  return setter.style(style).size;
}

std::vector<FlowLine> flow_section(const ComposedSection& section, const Frame& frame, const Slots& slots, Above& above, const Setter& setter) {
  const std::optional<Length> clearance = std::exchange(above.clearance, std::nullopt);
  std::vector<FlowLine> lines = flow_parts(section, slots, above, setter);
  if (lines.empty()) return lines;
  FlowLine& first = lines.front();
  // Until the text above has come further down than what hangs beside it, the section keeps its distance.
  if (clearance) first.step = std::max(first.step, *clearance);
  first.bookmarks.insert(first.bookmarks.begin(), section.bookmarks.begin(), section.bookmarks.end());
  const Length text_right = right_end(first) + kBesideGap.at(opening_size(section, setter));
  if (section.label && section.label->placement != LabelPlacement::above) add_label(section, {slots.whole, room_for_rotated(frame, setter)}, setter, lines);
  if (const Length reach = reach_below(lines, {}); reach > Length{}) above.clearance = reach + section.label_clearance;
  std::vector<Item> decorations = set_decorations(section.decorations, slots.frame, text_right, further_heading(section, slots, setter));
  first.items.insert(first.items.begin(), decorations.begin(), decorations.end());
  return lines;
}

/// The block that a stream opens with, figures beside it left out.
const Block* opening_block(const Stream& stream) {
  const Block* opening = nullptr;
  for_each_part(stream.sections.front(), [&](const Part& part) {
    for_each_leaf(part.blocks, [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block.kind);
      if (!opening && !(figure && figure->rule.beside != FigureSide::none)) opening = &block;
    });
  });
  return opening;
}

/// From the page's top edge to the first baseline: a figure has its top edge where its space says, else at the margin.
Length opening_step(const Stream& stream, const FlowLine& first) {
  if (first.rise == Length{}) return stream.frame.first_baseline;
  const Block* opening = opening_block(stream);
  return (opening && opening->space ? *opening->space : stream.frame.top) + first.rise;
}

}  // namespace

Flowed flow(const Stream& stream, const Setter& setter) {
  Flowed flowed{stream.frame, {}, 0};
  const Slots slots = slots_of(stream, setter);
  Above above;
  for (const ComposedSection& section : stream.sections) append(flowed.lines, flow_section(section, stream.frame, slots, above, setter));
  if (!flowed.lines.empty() && stream.frame.opening == Opening::baseline) flowed.lines.front().step = opening_step(stream, flowed.lines.front());
  if (above.heading) flowed.end_cost = setter.breaks.after_heading;
  return flowed;
}

}  // namespace galley
