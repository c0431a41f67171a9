#include <set>
#include <string_view>

#include "base/suggest.h"
#include "compose/compose.h"

namespace galley {
namespace {

std::vector<std::string> field_names(const Kind& kind) {
  std::vector<std::string> names;
  for (const FieldRule& field : kind.fields) names.push_back(field.name);
  return names;
}

void check_field(std::string_view name, const Kind& kind, Span at, Diagnostics& diagnostics) {
  if (kind.find(name)) return;
  diagnostics.error(at, "the kind '" + kind.name + "' has no field '" + std::string(name) + "'",
                    did_you_mean(name, field_names(kind))).code = Code::unknown_name;
}

void check_template(const Template& parts, const Kind& kind, Diagnostics& diagnostics) {
  for (const TemplatePart& part : parts) {
    const bool names_field = part.kind == TemplatePart::Kind::field || part.kind == TemplatePart::Kind::test ||
                             part.kind == TemplatePart::Kind::absent;
    if (names_field) check_field(part.text, kind, part.source, diagnostics);
    if (!part.link_field.empty()) check_field(part.link_field, kind, part.source, diagnostics);
    check_template(part.parts, kind, diagnostics);
  }
}

/// The kind whose fields a line's template sees: the entry's own, that of a field of entries, or "item" alone.
Kind scope_of(const LineRule& line, const Kind& kind, const Kinds& kinds, Diagnostics& diagnostics) {
  if (line.each.empty()) return kind;
  check_field(line.each, kind, line.source, diagnostics);
  const FieldRule* field = kind.find(line.each);
  if (const Kind* of = field ? kinds.find(field->of) : nullptr) return *of;
  Kind item;
  item.name = kind.name + "." + line.each;
  item.fields.emplace_back().name = "item";
  return item;
}

/// Only fields of entries hold any.
void check_entries_of(const LineRule& line, const Kind& kind, Diagnostics& diagnostics) {
  check_field(line.entries, kind, line.source, diagnostics);
  const FieldRule* field = kind.find(line.entries);
  if (field && field->type != FieldType::entries)
    diagnostics.error(line.source, "the field '" + line.entries + "' holds no entries", "for its texts write {each: " + line.entries + ", line: \"{item}\"}").code = Code::wrong_type;
}

/// Pictures come from fields that hold one, codes from fields of one text.
void check_figure(const LineRule& line, const Kind& kind, Diagnostics& diagnostics) {
  const FigureRule& figure = *line.figure;
  const std::string& name = figure.picture.empty() ? figure.code : figure.picture;
  check_field(name, kind, line.source, diagnostics);
  const FieldRule* field = kind.find(name);
  if (!field) return;
  const bool good = figure.picture.empty() ? field->type == FieldType::url || field->type == FieldType::text
                                           : field->type == FieldType::picture;
  if (!good)
    diagnostics.error(line.source, "the field '" + name + "' holds no " + (figure.picture.empty() ? "url or text" : "picture")).code = Code::wrong_type;
}

void check_lines(const std::vector<LineRule>& lines, const Kind& kind, const Kinds& kinds, Diagnostics& diagnostics) {
  for (const LineRule& line : lines) {
    if (!line.entries.empty()) {
      check_entries_of(line, kind, diagnostics);
      continue;
    }
    const Kind scope = scope_of(line, kind, kinds, diagnostics);
    if (line.figure) check_figure(line, scope, diagnostics);
    for (const Template& text : line.texts) check_template(text, scope, diagnostics);
    check_template(line.end, scope, diagnostics);
    check_template(line.right, scope, diagnostics);
    check_template(line.left, scope, diagnostics);
  }
}

void check_phrases(const Template& parts, const Language& language, Diagnostics& diagnostics) {
  for (const TemplatePart& part : parts) {
    check_phrases(part.parts, language, diagnostics);
    if (part.kind != TemplatePart::Kind::phrase || language.phrase(part.text)) continue;
    std::vector<std::string> names;
    for (const auto& [name, unused] : language.phrases) names.push_back(name);
    diagnostics.error(part.source, "the language '" + language.tag + "' has no phrase '" + part.text + "'", did_you_mean(part.text, names)).code = Code::unknown_name;
  }
}

void check_phrases(const std::vector<LineRule>& lines, const Language& language, Diagnostics& diagnostics) {
  for (const LineRule& line : lines) {
    for (const Template& text : line.texts) check_phrases(text, language, diagnostics);
    check_phrases(line.end, language, diagnostics);
    check_phrases(line.right, language, diagnostics);
    check_phrases(line.left, language, diagnostics);
  }
}

}  // namespace

namespace {

void check_entries(const std::map<std::string, EntryRule, std::less<>>& entries, const Kinds& kinds, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds.kinds) names.push_back(kind.name);
  for (const auto& [name, rule] : entries) {
    if (const Kind* kind = kinds.find(name)) {
      check_lines(rule.lines, *kind, kinds, diagnostics);
    } else {
      diagnostics.error(rule.source, "there is no kind of entry '" + name + "'", did_you_mean(name, names)).code = Code::unknown_name;
    }
  }
}

/// The person as running lines see them.
Kind with_page_numbers(Kind person) {
  for (const char* name : {"page", "pages"}) person.fields.emplace_back().name = name;
  return person;
}

bool shows_picture(const std::vector<LineRule>& lines, const std::string& field) {
  for (const LineRule& line : lines)
    if (line.figure && line.figure->picture == field) return true;
  return false;
}

/// Says of each picture of the person that the layout has no place for.
void check_pictures(const Layout& layout, const Entry& person, Diagnostics& diagnostics) {
  for (const Field& field : person.fields) {
    if (!std::holds_alternative<PictureFile>(field.value)) continue;
    const bool shown = shows_picture(layout.head.lines, field.name) || shows_picture(layout.closing.lines, field.name) ||
                       (layout.sidebar && shows_picture(layout.sidebar->lines, field.name));
    if (!shown)
      diagnostics.warn(field.source, "the layout '" + layout.name + "' has no place for a " + field.name,
                       "give it one: {picture: " + field.name + ", width: 30mm, beside: right, top: 18mm} among its head's lines").code = Code::not_shown;
  }
}

/// Whether the layout says how to set the kinds that a CV has; each that it does not know is reported once.
struct KindCheck {
  const Layout& layout;
  Diagnostics& diagnostics;
  std::set<std::string_view> missing;

  void entry(const Entry& entry) {
    const auto rule = layout.entries.find(entry.kind);
    if (rule == layout.entries.end()) return report(entry);
    for (const LineRule& line : rule->second.lines) {
      const Field* field = line.entries.empty() ? nullptr : entry.find(line.entries);
      const auto* entries = field ? std::get_if<std::vector<Entry>>(&field->value) : nullptr;
      if (!entries) continue;
      for (const Entry& each : *entries) this->entry(each);
    }
  }

  void report(const Entry& entry) {
    if (!missing.insert(entry.kind).second) return;
    diagnostics.error(entry.source, "the layout '" + layout.name + "' does not say how to set an entry of the kind '" + entry.kind + "'",
                      "add '" + entry.kind + "' to the layout's 'entries', or begin the layout with 'extends: base'").code = Code::unknown_name;
  }
};

}  // namespace

void check_layout(const Layout& layout, const Kinds& kinds, Diagnostics& diagnostics) {
  check_entries(layout.entries, kinds, diagnostics);
  if (layout.sidebar) check_entries(layout.sidebar->entries, kinds, diagnostics);
  const Kind& person = kinds.person();
  check_lines(layout.head.lines, person, kinds, diagnostics);
  check_lines(layout.closing.lines, person, kinds, diagnostics);
  if (layout.sidebar) check_lines(layout.sidebar->lines, person, kinds, diagnostics);
  const Kind running = with_page_numbers(person);
  for (const RunningRule& rule : layout.page.running)
    for (const Template* parts : {&rule.left, &rule.centre, &rule.right}) check_template(*parts, running, diagnostics);
}

void check_use(const Layout& layout, const Cv& cv, const Language& language, Diagnostics& diagnostics) {
  for (const auto& [name, rule] : layout.entries) check_phrases(rule.lines, language, diagnostics);
  check_phrases(layout.head.lines, language, diagnostics);
  check_phrases(layout.closing.lines, language, diagnostics);
  for (const RunningRule& rule : layout.page.running)
    for (const Template* parts : {&rule.left, &rule.centre, &rule.right}) check_phrases(*parts, language, diagnostics);
  if (layout.sidebar) {
    check_phrases(layout.sidebar->lines, language, diagnostics);
    for (const auto& [name, rule] : layout.sidebar->entries) check_phrases(rule.lines, language, diagnostics);
  }
  check_pictures(layout, cv.person, diagnostics);
  KindCheck check{layout, diagnostics, {}};
  for (const Section& section : cv.sections)
    for (const auto& item : section.items)
      if (const auto* entry = std::get_if<Entry>(&item)) check.entry(*entry);
}

}  // namespace galley
