#include "compose/own_kinds.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace galley {
namespace {

// Names that layouts/base.yaml has; where a layout has no such style the text is in that of the body.
constexpr const char* kRow = "row";
constexpr const char* kTitle = "title";
constexpr const char* kBullet = "bullet";

using Names = std::set<std::string, std::less<>>;

void gather(const Template& parts, Names& names) {
  for (const TemplatePart& part : parts) {
    if (part.kind == TemplatePart::Kind::field) names.insert(part.text);
    if (!part.link_field.empty()) names.insert(part.link_field);
    gather(part.parts, names);
  }
}

/// The fields that the lines name.
Names names_in(const std::vector<LineRule>& lines) {
  Names names;
  for (const LineRule& line : lines) {
    names.insert(line.each);
    names.insert(line.entries);
    for (const Template& text : line.texts) gather(text, names);
    for (const Template* parts : {&line.end, &line.right, &line.left}) gather(*parts, names);
    if (line.figure) names.insert(line.figure->picture), names.insert(line.figure->code);
  }
  return names;
}

Template template_of(const std::string& field, const std::string& label) {
  Template parts;
  const auto add = [&](TemplatePart::Kind kind, std::string text) {
    parts.emplace_back().kind = kind;
    parts.back().text = std::move(text);
  };
  if (!label.empty()) add(TemplatePart::Kind::literal, label + ": ");
  add(TemplatePart::Kind::field, field);
  return parts;
}

bool is_one_text(const FieldRule& rule) { return rule.type == FieldType::text || rule.type == FieldType::people || rule.type == FieldType::dates; }

LineRule line_for(const FieldRule& rule) {
  LineRule line;
  line.style = kRow;
  if (rule.type == FieldType::entries) {
    line.entries = rule.name;
  } else if (rule.type == FieldType::texts && rule.label.empty()) {
    line.each = rule.name;
    line.texts = {template_of("item", {})};
    line.style = kBullet;
    line.bullet.mark = "•";
    line.bullet.indent = 6.855_pt;
    line.bullet.gap = 0.4_em;
  } else {
    line.texts = {template_of(rule.name, rule.label)};
  }
  return line;
}

/// Fields without a label share a line with such fields before them.
void add_line(const FieldRule& rule, bool joins, std::vector<LineRule>& lines) {
  if (!joins) return lines.push_back(line_for(rule));
  lines.back().texts.push_back(template_of(rule.name, {}));
  lines.back().with = ", ";
}

void add_missing(const Kind& kind, std::vector<LineRule>& lines) {
  const Names named = names_in(lines);
  bool joins = false;
  for (const FieldRule& rule : kind.fields) {
    const bool is_set = rule.added && rule.type != FieldType::url && rule.type != FieldType::picture;
    if (!is_set || named.contains(rule.name)) continue;
    const bool can_join = is_one_text(rule) && rule.label.empty();
    add_line(rule, joins && can_join, lines);
    joins = can_join;
  }
}

/// The first text as title, with the dates beside it.
LineRule title_line(const Kind& kind) {
  const auto is_title = [](const FieldRule& rule) { return rule.type == FieldType::text; };
  const auto required = std::find_if(kind.fields.begin(), kind.fields.end(), [&](const FieldRule& rule) { return rule.required && is_title(rule); });
  const auto title = required != kind.fields.end() ? required : std::find_if(kind.fields.begin(), kind.fields.end(), is_title);
  LineRule line;
  line.style = kRow;
  if (title == kind.fields.end()) return line;
  Template parts = template_of(title->name, {});
  parts.back().modifiers = {kTitle};
  for (const FieldRule& rule : kind.fields) {
    if (rule.type == FieldType::url && parts.back().link_field.empty()) parts.back().link_field = rule.name;
    if (rule.type == FieldType::dates && line.right.empty()) line.right = template_of(rule.name, {});
  }
  line.texts = {std::move(parts)};
  return line;
}

/// The most that the layout gives any of its kinds.
SpaceRule largest_space(const Layout& layout) {
  SpaceRule most;
  for (const auto& [name, rule] : layout.entries) most.before = std::max(most.before, rule.space.before), most.after = std::max(most.after, rule.space.after);
  return most;
}

EntryRule plain_rule(const Kind& kind, const Layout& layout) {
  EntryRule rule;
  rule.space = largest_space(layout);
  if (LineRule title = title_line(kind); !title.texts.empty()) rule.lines.push_back(std::move(title));
  return rule;
}

}  // namespace

void add_own_kinds(const std::vector<Kind>& own, Layout& layout) {
  for (const Kind& kind : own) {
    const auto known = layout.entries.find(kind.name);
    const auto like = layout.entries.find(kind.like);
    EntryRule rule = known != layout.entries.end() ? known->second : like != layout.entries.end() ? like->second : plain_rule(kind, layout);
    add_missing(kind, rule.lines);
    layout.entries.insert_or_assign(kind.name, std::move(rule));
    if (!layout.sidebar) continue;
    auto& beside = layout.sidebar->entries;
    if (const auto there = beside.find(kind.like); there != beside.end() && !beside.contains(kind.name)) beside.emplace(kind.name, there->second);
    if (const auto there = beside.find(kind.name); there != beside.end()) add_missing(kind, there->second.lines);
  }
}

}  // namespace galley
