#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

#include "base/language_tag.h"
#include "base/suggest.h"
#include "cv/arrange.h"
#include "cv/cv.h"
#include "cv/read_entry.h"
#include "cv/reading.h"
#include "cv/rich_text.h"
#include "source/read_placing.h"

namespace galley {
namespace {

/// Of a section, a heading or an entry; keys of others are not looked at.
Placing placing_of(const Node& map, Diagnostics& diagnostics) {
  MapReader reader(&map, {}, diagnostics);
  return read_placing(reader);
}

RichText read_title(const Node::Key& key, Diagnostics& diagnostics) {
  Node title;
  title.kind = Node::Kind::scalar;
  title.text = key.text;
  title.span = key.span;
  title.plain = key.span.end - key.span.begin == key.text.size();
  return read_rich_text(title, diagnostics);
}

/// A bare text: the short form of the section's kind, or else of the kind for bare texts.
std::optional<Entry> read_short_form(const Node& node, const Kind* of_section, const EntryReader& reader) {
  const Kind* kind = of_section && !of_section->short_form.empty() ? of_section : reader.kinds.find(reader.kinds.roles.bare_text);
  if (!kind || kind->short_form.empty()) {
    reader.diagnostics.error(node.span, "an entry must be a map here, not a text").code = Code::wrong_type;
    return std::nullopt;
  }
  Node map;
  map.kind = Node::Kind::map;
  map.span = node.span;
  map.keys = {{kind->short_form, node.span}};
  map.items = {node};
  return reader.read(map, *kind);
}

SubHeading read_heading(const Node& map, Diagnostics& diagnostics) {
  reject_other_keys(map, {"heading", "keep", "begins"}, "a heading", diagnostics);
  SubHeading heading;
  heading.source = map.span;
  heading.placing = placing_of(map, diagnostics);
  const Node& title = *map.find("heading");
  if (expect_value(title, Node::Kind::scalar, "heading", diagnostics))
    heading.title = read_rich_text(title, diagnostics);
  return heading;
}

/// What versions/tags.h has left to group by.
std::vector<std::string> read_tags(const Node* node) {
  std::vector<std::string> tags;
  if (node && node->is_scalar()) tags.push_back(node->text);
  if (node && node->is_list())
    for (const Node& each : node->items) tags.push_back(each.text);
  return tags;
}

void read_item(const Node& node, const Kind* of_section, const EntryReader& reader, Section& section) {
  if (node.is_null()) {
    reader.diagnostics.warn(node.span, "an empty entry is left out").code = Code::empty_value;
  } else if (node.is_scalar()) {
    if (std::optional<Entry> entry = read_short_form(node, of_section, reader))
      section.items.emplace_back(std::move(*entry));
  } else if (node.is_list()) {
    reader.diagnostics.error(node.span, "an entry must be a map or a text, not a list").code = Code::wrong_type;
  } else if (node.find("heading")) {
    section.items.emplace_back(read_heading(node, reader.diagnostics));
  } else if (const Kind* kind = reader.kind_of(node, of_section)) {
    Entry entry = reader.read(node, *kind, {"kind", "keep", "begins", "tags"});
    entry.placing = placing_of(node, reader.diagnostics);
    entry.tags = read_tags(node.find("tags"));
    section.items.emplace_back(std::move(entry));
  }
}

void read_items(const Node& node, const Kind* of_section, const EntryReader& reader, Section& section) {
  if (node.is_list()) {
    for (const Node& each : node.items) read_item(each, of_section, reader, section);
  } else if (node.is_scalar()) {
    read_item(node, of_section, reader, section);
  } else if (!node.is_null()) {
    reader.diagnostics.error(node.span, "entries must be a list, not " + std::string(describe(node.kind)),
                             "begin each entry with '- '").code = Code::wrong_type;
  }
}

/// {kind, note, entries}, and what cv/arrange.h reads.
void read_section_map(const Node& map, const EntryReader& reader, const Legend& legend, Section& section) {
  if (!map.find("entries") && !map.find("kind") && !map.find("note")) {
    reader.diagnostics.error(beginning(map), "a section must be a list of entries", "begin each entry with '- '").code = Code::wrong_type;
    return;
  }
  reject_other_keys(map, {"kind", "note", "keep", "begins", "entries", "group", "groups", "sort", "numbers", "legend"}, "a section", reader.diagnostics);
  section.placing = placing_of(map, reader.diagnostics);
  const Node* kind = map.find("kind");
  const Kind* of_section = kind ? reader.named_kind(*kind) : nullptr;
  const Node* note = map.find("note");
  if (note && expect_value(*note, Node::Kind::scalar, "note", reader.diagnostics))
    section.note = read_rich_text(*note, reader.diagnostics);
  const Node* entries = map.find("entries");
  if (!entries) {
    reader.diagnostics.error(beginning(map), "this section has no 'entries'",
                             "write the section as a list of entries, or put the list under 'entries:'").code = Code::missing_key;
  } else if (!kind || of_section) {  // an unknown kind has been reported: its entries would only repeat that
    read_items(*entries, of_section, reader, section);
    Arrangement arrangement = read_arrangement(map, reader.diagnostics);
    if (!map.find("legend")) arrangement.marks = legend;
    arrange(section, arrangement, reader.diagnostics);
  }
}

/// `legend`: of marks, for sections that have none of their own.
void read_sections(const Node& map, const EntryReader& reader, const Legend& legend, std::vector<Section>& sections) {
  if (!expect_value(map, Node::Kind::map, "sections", reader.diagnostics)) return;
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    const Node& node = map.items[i];
    Section section;
    section.title = read_title(map.keys[i], reader.diagnostics);
    section.source = map.keys[i].span;
    const std::size_t before = reader.diagnostics.all().size();
    if (node.is_map()) {
      read_section_map(node, reader, legend, section);
    } else {
      read_items(node, nullptr, reader, section);
      Arrangement as_written;
      as_written.marks = legend;
      arrange(section, as_written, reader.diagnostics);
    }
    if (section.items.empty() && !has_errors_since(reader.diagnostics, before))
      reader.diagnostics.warn(map.keys[i].span, "the section " + in_quotes(map.keys[i].text) + " is empty and left out").code = Code::empty_value;
    if (!section.items.empty()) sections.push_back(std::move(section));
  }
}

void read_language_tag(const Node* node, std::string& language, Diagnostics& diagnostics) {
  if (!node) return;
  const std::optional<std::string> tag = read_text(*node, "language", diagnostics);
  if (!tag) return;
  if (is_language_tag(*tag))
    language = *tag;
  else
    diagnostics.error(node->span, in_quotes(*tag) + " is not a language", "write its code, e.g. en, de or pt-BR").code = Code::unknown_name;
}

constexpr std::array<std::string_view, 6> kBesideThePerson = {"language", "marks", "legend", "sections", "abbreviations", "private"};

bool is_beside_the_person(const std::string& key) {
  return std::find(kBesideThePerson.begin(), kBesideThePerson.end(), key) != kBesideThePerson.end();
}

/// The CV with the fields under `private` among the person's others, so that both are read alike.
Node with_private_fields(const Node& cv, const Roles& roles, Diagnostics& diagnostics) {
  Node all = cv;
  const Node* hidden = cv.find("private");
  if (!hidden || hidden->is_null() || !expect_value(*hidden, Node::Kind::map, "private", diagnostics)) return all;
  for (std::size_t i = 0; i < hidden->keys.size(); ++i) {
    const Node::Key& key = hidden->keys[i];
    if (key.text == roles.name || is_beside_the_person(key.text)) {
      diagnostics.error(key.span, in_quotes(key.text) + " cannot be private", "fields such as 'phone' and 'address' can").code = Code::unknown_key;
    } else if (cv.find(key.text)) {
      diagnostics.error(key.span, in_quotes(key.text) + " stands both in 'cv' and in 'private'", "keep one of the two").code = Code::wrong_value;
    } else {
      all.keys.push_back(key);
      all.items.push_back(hidden->items[i]);
    }
  }
  return all;
}

void mark_private(const Node& cv, const Kind& person, Entry& entry) {
  const Node* hidden = cv.find("private");
  if (!hidden || !hidden->is_map()) return;
  for (const Node::Key& key : hidden->keys)
    if (const FieldRule* rule = person.find(key.text))
      for (Field& field : entry.fields)
        if (field.name == rule->name) field.is_private = true;
}

/// {UCLA: "University of California, Los Angeles"}
void read_abbreviations(const Node* node, std::map<std::string, std::string>& abbreviations, Diagnostics& diagnostics) {
  if (!node || node->is_null() || !expect_value(*node, Node::Kind::map, "abbreviations", diagnostics)) return;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const auto meaning = read_text(node->items[i], node->keys[i].text, diagnostics);
    if (meaning && !trim(*meaning).empty() && !node->keys[i].text.empty())
      abbreviations[node->keys[i].text] = std::string(trim(*meaning));
    else if (meaning)
      diagnostics.warn(node->keys[i].span, in_quotes(node->keys[i].text) + " stands for nothing and is left out").code = Code::unknown_name;
  }
}

/// The beginning of the day of the last change, if the CV names one.
std::optional<std::int64_t> day_of_update(const Cv& cv) {
  const Field* field = cv.person.find(cv.roles.modified);
  const auto* dates = field ? std::get_if<Dates>(&field->value) : nullptr;
  if (!dates || dates->ranges.empty()) return std::nullopt;
  const Date& day = dates->ranges.front().start;
  if (!day.month || !day.day) return std::nullopt;
  const std::chrono::sys_days days = std::chrono::year(day.year) / *day.month / *day.day;
  return std::chrono::sys_seconds(days).time_since_epoch().count();
}

/// The owner's name and its other spellings.
OwnerNames owner_names(const Entry& person, const Roles& roles) {
  std::vector<std::string> names;
  for (const Field& field : person.fields) {
    if (const auto* name = std::get_if<RichText>(&field.value); name && field.name == roles.name)
      names.push_back(plain_text(*name));
    if (const auto* aliases = std::get_if<std::vector<RichText>>(&field.value); aliases && field.name == roles.other_names)
      for (const RichText& each : *aliases) names.push_back(plain_text(each));
  }
  return OwnerNames(names);
}

/// RenderCV's files have looks and wording beside the data.
void reject_neighbours_of_cv(const Node& root, Diagnostics& diagnostics) {
  for (const Node::Key& key : root.keys) {
    if (key.text == "cv" || key.text == "kinds") continue;
    if (key.text == "design" || key.text == "locale" || key.text == "settings")
      diagnostics.warn(key.span, in_quotes(key.text) + " is not read", "looks are the layout's, see layouts/").code = Code::unknown_key;
    else
      diagnostics.error(key.span, "unknown key " + in_quotes(key.text) + " beside 'cv'",
                        "if it belongs to the CV, indent it below 'cv:'").code = Code::unknown_key;
  }
}

const Node* find_cv(const Node& root, Diagnostics& diagnostics) {
  if (root.is_null()) {
    diagnostics.error(root.span, "this file is empty", "begin with 'cv:' and below it, indented, 'name: …'").code = Code::empty_value;
    return nullptr;
  }
  if (!root.is_map()) {
    diagnostics.error(root.span, "a CV file must be a map, not " + std::string(describe(root.kind)),
                      "begin with 'cv:' and below it, indented, 'name: …'").code = Code::wrong_type;
    return nullptr;
  }
  const Node* cv = root.find("cv");
  if (!cv) {
    const bool is_meant_as_ours = root.find("name") || root.find("sections");
    diagnostics.error(beginning(root), "there is no 'cv' in this file",
                      is_meant_as_ours ? "write 'cv:' in a line of its own and indent everything else below it"
                                       : "a CV begins with 'cv:'; of other programs' files, those of JSON Resume have 'basics', of YAMLResume 'content'").code = Code::missing_key;
    return nullptr;
  }
  reject_neighbours_of_cv(root, diagnostics);
  return expect_value(*cv, Node::Kind::map, "cv", diagnostics) ? cv : nullptr;
}

}  // namespace

std::optional<Cv> read_cv(const Node& root, const Kinds& shipped, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  const Node* node = find_cv(root, diagnostics);
  if (!node) return std::nullopt;
  const Node* own = root.find("kinds");
  const Kinds kinds = own ? with_own_kinds(shipped, *own, diagnostics) : shipped;
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  Cv cv;
  std::copy_if(kinds.kinds.begin(), kinds.kinds.end(), std::back_inserter(cv.own_kinds), [](const Kind& each) { return each.is_own; });
  EntryReader reader{kinds, diagnostics, {}};
  const Kind& person = kinds.person();
  cv.roles = kinds.roles;
  cv.person = reader.read(with_private_fields(*node, kinds.roles, diagnostics), person, {kBesideThePerson.begin(), kBesideThePerson.end()});
  mark_private(*node, person, cv.person);
  cv.modified = day_of_update(cv);
  read_abbreviations(node->find("abbreviations"), cv.abbreviations, diagnostics);
  reader.owner = owner_names(cv.person, cv.roles);
  read_language_tag(node->find("language"), cv.language, diagnostics);
  if (const Node* language = node->find("language")) cv.language_source = language->span;
  for (Kind& kind : cv.own_kinds) choose_labels(kind, cv.language);
  MapReader wording(node, {}, diagnostics);
  cv.language_marks = wording.choice<bool>("marks", {{"language", true}, {"typed", false}});
  const Node* sections = node->find("sections");
  if (sections && !sections->is_null())
    read_sections(*sections, reader, read_legend(node->find("legend"), diagnostics), cv.sections);
  else
    diagnostics.warn(beginning(*node), "this CV has no 'sections'").code = Code::missing_key;
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  return cv;
}

}  // namespace galley
