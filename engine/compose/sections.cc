#include "compose/sections.h"

#include <utility>

#include "compose/entries.h"

namespace galley {
namespace {

/// "PUBLICATIONS (continued)", an artifact.
StyledText label_again(const Section& section, StyleId style, Context& context) {
  RichText title = section.title;
  if (const Language::Phrase* phrase = context.language.phrase("continued"); phrase && !title.empty()) {
    RichSpan& more = title.emplace_back();
    more.text = " (" + phrase->one + ")";
  }
  return expand(title, {style, kArtifact}, context);
}

Label label(const Section& section, const StreamRules& rules, ElementId heading, Context& context) {
  Label label;
  label.style = context.palette.style(rules.sections.label_style, rules.base);
  label.text = expand(section.title, {label.style, heading}, context);
  label.placement = rules.sections.placement;
  label.space_below = rules.sections.space_below_label;
  if (label.placement == LabelPlacement::rotated)
    for (Piece& piece : label.text) piece.link = kNoLink, piece.element = heading;  // rotated labels carry no links
  // Where lines begin on the right the text is left of the label: only a real space tells readers that two words meet.
  if (label.placement == LabelPlacement::beside && context.language.right_to_left && !label.text.empty())
    append_text(label.text, {Piece{" ", label.text.back().style, kNoLink, heading, section.source}});
  if (label.placement != LabelPlacement::above && rules.sections.continued) label.again = label_again(section, label.style, context);
  return label;
}

/// A note or a sub-heading: a heading of its own style.
Part heading(const RichText& text, TextLook look, SpaceRule space, Context& context) {
  TextBlock paragraph;
  paragraph.style = look.style;
  paragraph.text = expand(text, look, context);
  Block block;
  block.kind = std::move(paragraph);
  block.is_heading = true;
  Part part;
  part.space = space;
  part.blocks.push_back(std::move(block));
  return part;
}

/// A line without words, for a section that has none but shows its label.
Part empty_line(const Section& section, StyleId style) {
  TextBlock paragraph;
  paragraph.style = style;
  Block block;
  block.kind = std::move(paragraph);
  block.source = section.source;
  Part part;
  part.blocks.push_back(std::move(block));
  return part;
}

/// By the first text that the author gave the entry: a title, a position, a name.
void add_bookmark(const Entry& entry, Block& opening) {
  const TextBlock* paragraph = paragraph_of(opening);
  if (!paragraph || paragraph->text.empty()) return;
  for (const Field& field : entry.fields) {
    const auto* text = std::get_if<RichText>(&field.value);
    if (!text) continue;
    opening.bookmarks.push_back({plain_text(*text), 2, paragraph->text.front().element});
    return;
  }
}

}  // namespace

ComposedSection compose_section(const Section& section, const StreamRules& rules, ElementId document, Context& context) {
  Palette& palette = context.palette;
  const ElementId element = palette.structure.add(Role::section, document);
  const ElementId title = palette.structure.add(Role::heading2, element);
  ComposedSection composed;
  composed.label = label(section, rules, title, context);
  composed.label_clearance = context.layout.sections.space_after_label;
  composed.decorations = rules.sections.rules;
  composed.placing = both(section.placing, rules.sections.placing);
  composed.bookmarks.push_back({plain_text(section.title), 1, title});
  if (!section.note.empty()) {
    const TextLook look{palette.style(rules.sections.note_style, rules.base), palette.structure.add(Role::paragraph, element)};
    composed.note = heading(section.note, look, rules.sections.note_space, context);
  }
  ListState state;
  state.numbers = &rules.sections.number;
  for (const auto& item : section.items) {
    if (const auto* sub_heading = std::get_if<SubHeading>(&item)) {
      const TextLook look{palette.style(rules.sections.heading_style, rules.base), palette.structure.add(Role::heading3, element)};
      state.list = kArtifact;
      composed.items.push_back(heading(sub_heading->title, look, rules.sections.heading_space, context));
      composed.items.back().placing = both(sub_heading->placing, rules.sections.heading_placing);
      continue;
    }
    const Entry& entry = std::get<Entry>(item);
    const EntryRule* rule = rule_of(entry.kind, rules.own_entries, context.layout);
    if (!rule) continue;  // reported by check_use
    const EntryPlace place{.parent = element, .label = kArtifact, .number = {}, .base = rules.base, .own_entries = rules.own_entries};
    Part part{compose_entry(*rule, entry, place, state, context), {}, both(entry.placing, rule->placing)};
    if (part.blocks.empty()) continue;
    part.space = rules.sections.entry_space.value_or(space_around(*rule, part.blocks));
    if (rules.sections.outline_entries) add_bookmark(entry, part.blocks.front());
    composed.items.push_back(std::move(part));
  }
  const bool is_above = composed.label->placement == LabelPlacement::above;
  if (!is_above && !composed.note && composed.items.empty()) composed.items.push_back(empty_line(section, rules.base));
  const bool opens_with_heading = !composed.note && !section.items.empty() && std::holds_alternative<SubHeading>(section.items.front());
  composed.space = opens_with_heading && !is_above ? rules.sections.space_before_heading : rules.sections.space;
  return composed;
}

ComposedSection compose_person(const std::vector<LineRule>& lines, const Entry& person, const EntryPlace& place, Context& context) {
  ComposedSection composed;
  Part part{compose_lines(lines, person, place, context), {}};
  if (!part.blocks.empty()) composed.items.push_back(std::move(part));
  return composed;
}

}  // namespace galley
