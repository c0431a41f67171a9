#include "page/flow_label.h"

#include <algorithm>

namespace galley {
namespace {

struct LabelLines {
  std::vector<Item> items;
  Length hang;
};

LabelLines set_beside(const StyledText& text, StyleId style, const Slot& slot, bool warn, const Setter& setter) {
  LabelLines label;
  const std::vector<SetLine> lines = set_text(text, style, {slot.label_width, slot.label_width}, setter);
  if (warn) warn_overfull(lines, text, {}, setter.diagnostics);
  Length y;
  for (const SetLine& each : lines) {
    append_line(each, {slot.label_left, y}, {}, setter, label.items);
    label.hang = y;
    y += setter.style(style).leading;
  }
  return label;
}

/// Above the baseline of a section's first line, where rotated labels end.
Length capitals_of(const Setter& setter) { return setter.style(0).size.times(7, 10); }

/// A word of a run with the space after it, and how far from the run's start it stands.
struct Word {
  GlyphRun run;
  Length x;
};

/// Glyphs [begin, end) of a run.
Word word_of(const GlyphRun& run, std::size_t begin, std::size_t end) {
  Word word{run, {}};
  for (std::size_t i = 0; i < begin; ++i) word.x += run.glyphs[i].advance;
  word.run.glyphs.assign(run.glyphs.begin() + static_cast<std::ptrdiff_t>(begin), run.glyphs.begin() + static_cast<std::ptrdiff_t>(end));
  std::uint32_t from = static_cast<std::uint32_t>(run.text.size()), to = 0;
  for (const Glyph& glyph : word.run.glyphs) {
    from = std::min(from, glyph.text.begin);
    to = std::max(to, glyph.text.end);
  }
  word.run.text = run.text.substr(from, to - from);
  for (Glyph& glyph : word.run.glyphs) glyph.text = {glyph.text.begin - from, glyph.text.end - from};
  return word;
}

/// Poppler reads turned text word by word as it is drawn. A line from right to left, drawn from left to right as a whole, would
/// come back with its last word first; so its words are drawn one by one as they are read.
std::vector<Word> words_as_read(GlyphRun run) {
  std::vector<Word> words;
  if (run.right_to_left) {
    std::size_t end = run.glyphs.size();
    for (std::size_t i = end; i-- > 0;) {
      const TextRange& text = run.glyphs[i].text;
      if (i > 0 && run.text.compare(text.begin, text.end - text.begin, " ") != 0) continue;
      words.push_back(word_of(run, i, end));
      end = i;
    }
  } else {
    words.push_back({std::move(run), {}});
  }
  return words;
}

/// Reads upwards, each line right of the one before; all end level with the capitals of the section's first line.
LabelLines set_rotated(const StyledText& text, StyleId style, const LabelRoom& room, const Setter& setter) {
  LabelLines label;
  Length baseline = room.slot.label_left + setter.style(style).size;
  for (SetLine& line : set_text(text, style, {room.height, room.height}, setter)) {
    const Length begin = line.width - capitals_of(setter);
    for (SetRun& each : line.runs) {
      each.run.upwards = true;
      for (Word& word : words_as_read(std::move(each.run)))
        label.items.push_back({{baseline, begin - (each.x - line.x) - word.x}, each.element, std::move(word.run)});
    }
    label.hang = std::max(label.hang, begin);
    baseline += setter.style(style).leading;
  }
  return label;
}

}  // namespace

Length room_for_rotated(const Frame& frame, const Setter& setter) {
  return std::max(setter.style(0).leading, frame.lowest - frame.top - frame.first_line + capitals_of(setter));
}

Length rotated_width(const Label& label, Length height, const Setter& setter) {
  const std::size_t lines = set_text(label.text, label.style, {height, height}, setter).size();
  return setter.style(label.style).leading * static_cast<std::int64_t>(lines);
}

SetLabel set_label(const Label& label, const LabelRoom& room, const Setter& setter) {
  const bool rotated = label.placement == LabelPlacement::rotated;
  LabelLines first = rotated ? set_rotated(label.text, label.style, room, setter) : set_beside(label.text, label.style, room.slot, true, setter);
  SetLabel set{std::move(first.items), first.hang, nullptr, {}};
  if (label.again.empty()) return set;
  // What further pages show may never be seen, so nobody is warned of it.
  LabelLines again = rotated ? set_rotated(label.again, label.style, room, setter) : set_beside(label.again, label.style, room.slot, false, setter);
  set.again_hang = again.hang;
  set.again = std::make_shared<const std::vector<Item>>(std::move(again.items));
  return set;
}

std::vector<Item> set_decorations(const std::vector<LineDecoration>& decorations, const Slot& slot, Length text_right, Length further) {
  using Where = LineDecoration::Where;
  std::vector<Item> items;
  for (const LineDecoration& each : decorations) {
    if (each.where == Where::along) continue;  // see upright_rule
    const Length left = each.where == Where::beside ? text_right : slot.left;
    if (left >= slot.right) continue;
    const Length top = each.where == Where::below ? further + each.offset : (each.where == Where::behind ? each.offset : -each.offset) - each.thickness;
    const Length height = each.where == Where::behind ? each.thickness + further : each.thickness;
    items.push_back({{left, top}, kArtifact, Rule{{slot.right - left, height}, each.colour}});
  }
  return items;
}

std::shared_ptr<const UprightRule> upright_rule(const std::vector<LineDecoration>& decorations, const Slot& slot) {
  for (const LineDecoration& each : decorations)
    if (each.where == LineDecoration::Where::along)
      return std::make_shared<const UprightRule>(UprightRule{slot.left + each.offset, each.thickness, each.colour});
  return nullptr;
}

Length right_end(const FlowLine& line) {
  Length right;
  for (const Item& item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item.what);
    if (!run || run->upwards || item.at.y != Length{}) continue;
    const bool hangs_out = run->text.ends_with(' ') && !run->glyphs.empty();
    const Length space = !hangs_out ? Length{} : (run->right_to_left ? run->glyphs.front() : run->glyphs.back()).advance;
    right = std::max(right, item.at.x + run->width() - space);
  }
  return right;
}

}  // namespace galley
