#include "cv/kinds.h"

#include <algorithm>
#include <map>

#include "base/language_tag.h"
#include "base/suggest.h"
#include "cv/reading.h"

namespace galley {
namespace {

using Notes = std::map<std::string, std::string, std::less<>>;

const std::vector<std::string> kTypes = {"text", "texts", "dates", "people", "url", "entries", "picture"};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(' ', end);
  }
  return words;
}

/// "people!", "text = journal", "entries", "entries of appearance"
std::optional<FieldRule> read_rule(const Node::Key& key, const Node& node, Diagnostics& diagnostics) {
  if (!expect_value(node, Node::Kind::scalar, key.text, diagnostics)) return std::nullopt;
  std::vector<std::string_view> words = words_of(node.text);
  FieldRule rule;
  rule.name = key.text;
  if (!words.empty() && words[0].ends_with('!')) {
    rule.required = true;
    words[0].remove_suffix(1);
  }
  const auto type = words.empty() ? kTypes.end() : std::find(kTypes.begin(), kTypes.end(), words[0]);
  std::size_t read = 1;
  bool good = type != kTypes.end();
  if (good) rule.type = static_cast<FieldType>(type - kTypes.begin());
  if (good && rule.type == FieldType::entries && words.size() > 1 && words[1] == "of") {
    good = words.size() > 2;
    if (good) rule.of = words[2];
    read = 3;
  }
  if (good && words.size() > read) {
    good = words[read] == "=" && words.size() > read + 1;
    rule.aliases.assign(words.begin() + static_cast<std::ptrdiff_t>(std::min(read + 1, words.size())), words.end());
  }
  if (good) return rule;
  diagnostics.error(node.span, in_quotes(node.text) + " is not the type of a field",
                    "write text, texts, dates, people, url, picture, entries or 'entries of KIND', each with '!' if it must be there").code = Code::wrong_value;
  return std::nullopt;
}

void read_fields(const Node& node, Kind& kind, const Notes& notes, Diagnostics& diagnostics) {
  if (!expect_value(node, Node::Kind::map, "fields", diagnostics)) return;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    std::optional<FieldRule> rule = read_rule(node.keys[i], node.items[i], diagnostics);
    if (!rule) continue;
    if (const auto note = notes.find(rule->name); note != notes.end()) rule->describe = note->second;
    kind.fields.push_back(std::move(*rule));
  }
}

/// A name in the table that has to be the name of one of the kind's fields.
void read_field_name(const Node& node, const Kind& kind, std::string& name, Diagnostics& diagnostics) {
  if (!expect(node, Node::Kind::scalar, "a field's name", diagnostics)) return;
  if (!kind.find(node.text))
    diagnostics.error(node.span, in_quotes(node.text) + " is not a field of kind " + in_quotes(kind.name)).code = Code::unknown_name;
  name = node.text;
}

/// What stands in the map of a kind, put over what is known of it.
void read_kind(const Node& node, Kind& kind, const Notes& notes, Diagnostics& diagnostics) {
  if (const Node* is = node.find("is")) kind.describe = read_text(*is, "is", diagnostics).value_or("");
  if (const Node* fields = node.find("fields")) read_fields(*fields, kind, notes, diagnostics);
  if (const Node* brief = node.find("short")) read_field_name(*brief, kind, kind.short_form, diagnostics);
  const Node* known = node.find("known-by");
  if (!known || !expect_value(*known, Node::Kind::list, "known-by", diagnostics)) return;
  kind.known_by.clear();
  for (const Node& each : known->items) read_field_name(each, kind, kind.known_by.emplace_back(), diagnostics);
}

void add_kind(const Node::Key& key, const Node& node, const Notes& notes, Kinds& kinds, Diagnostics& diagnostics) {
  if (!expect_value(node, Node::Kind::map, key.text, diagnostics)) return;
  reject_other_keys(node, {"is", "known-by", "short", "fields"}, "kind " + in_quotes(key.text), diagnostics);
  if (!node.find("fields")) diagnostics.error(key.span, "kind " + in_quotes(key.text) + " has no 'fields'").code = Code::missing_key;
  Kind& kind = kinds.kinds.emplace_back();
  kind.name = key.text;
  read_kind(node, kind, notes, diagnostics);
}

std::vector<std::string> names_of(const Kinds& kinds) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds.kinds) names.push_back(kind.name);
  return names;
}

/// A kind that begins as a copy of another, under its own name.
Kind copy_of(const Node& like, const std::string& name, const Kinds& kinds, Diagnostics& diagnostics) {
  Kind copy;
  if (const auto of = read_text(like, "like", diagnostics)) {
    if (const Kind* found = kinds.find(*of)) copy = *found;
    else diagnostics.error(like.span, "there is no kind of entry " + in_quotes(*of), did_you_mean(*of, names_of(kinds))).code = Code::unknown_name;
  }
  copy.like = copy.like.empty() ? copy.name : copy.like;
  copy.name = name;
  copy.known_by.clear();
  return copy;
}

/// "Patent no.", or {en: Patent no., de: Patent Nr.}
void read_label(const Node::Key& key, const Node& node, FieldRule& rule, Diagnostics& diagnostics) {
  rule.labels.clear();
  if (!node.is_map()) {
    rule.label = read_text(node, key.text, diagnostics).value_or("");
    return;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const Node::Key& language = node.keys[i];
    if (is_language_tag(language.text))
      rule.labels.emplace_back(language.text, read_text(node.items[i], language.text, diagnostics).value_or(""));
    else
      diagnostics.error(language.span, in_quotes(language.text) + " is not a language", "write its code, e.g. en, de or pt-BR").code = Code::unknown_name;
  }
}

/// {number: "Patent no."}
void read_labels(const Node& node, Kind& kind, Diagnostics& diagnostics) {
  if (!expect_value(node, Node::Kind::map, "labels", diagnostics)) return;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto rule = std::find_if(kind.fields.begin(), kind.fields.end(), [&](const FieldRule& each) { return each.name == node.keys[i].text; });
    if (rule == kind.fields.end())
      diagnostics.error(node.keys[i].span, in_quotes(node.keys[i].text) + " is not a field of kind " + in_quotes(kind.name)).code = Code::unknown_name;
    else
      read_label(node.keys[i], node.items[i], *rule, diagnostics);
  }
}

/// Where the fields of the kind differ from what they were, the user has added them.
void mark_added(Kind& kind, const Kind& before) {
  kind.is_own = true;
  for (FieldRule& rule : kind.fields) {
    const auto same = [&](const FieldRule& each) { return each.name == rule.name && !each.added; };
    rule.added = std::none_of(before.fields.begin(), before.fields.end(), same);
  }
}

/// Fields that are read into a kind that has them already replace them.
void drop_replaced(Kind& kind) {
  for (std::size_t i = kind.fields.size(); i-- > 0;)
    for (std::size_t j = 0; j < i; ++j)
      if (kind.fields[j].name == kind.fields[i].name) {
        kind.fields[j] = std::move(kind.fields[i]);
        kind.fields.erase(kind.fields.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      }
}

Notes read_notes(const Node* node, Diagnostics& diagnostics) {
  Notes notes;
  if (!node || !expect_value(*node, Node::Kind::map, "notes", diagnostics)) return notes;
  for (std::size_t i = 0; i < node->keys.size(); ++i)
    notes[node->keys[i].text] = read_text(node->items[i], node->keys[i].text, diagnostics).value_or("");
  return notes;
}

void check_references(const Kinds& kinds, Span where, Diagnostics& diagnostics) {
  for (const Kind& kind : kinds.kinds)
    for (const FieldRule& rule : kind.fields)
      if (!rule.of.empty() && !kinds.find(rule.of))
        diagnostics.error(where, "field " + in_quotes(rule.name) + " of kind " + in_quotes(kind.name) +
                                     " holds entries of an unknown kind " + in_quotes(rule.of)).code = Code::unknown_name;
}

void read_roles(const Node* node, Kinds& kinds, Diagnostics& diagnostics) {
  if (!node) return static_cast<void>(diagnostics.error({}, "there are no 'roles'").code = Code::missing_key);
  if (!expect_value(*node, Node::Kind::map, "roles", diagnostics)) return;
  Roles& roles = kinds.roles;
  const std::map<std::string_view, std::string*> kinds_by_role = {{"person", &roles.person}, {"bare-text", &roles.bare_text}};
  const std::map<std::string_view, std::string*> fields_by_role = {
      {"name", &roles.name}, {"other-names", &roles.other_names}, {"keywords", &roles.keywords}, {"modified", &roles.modified}};
  for (const auto& [role, name] : kinds_by_role) {
    const Node* given = node->find(role);
    if (given) *name = given->text;
    if (!kinds.find(*name)) diagnostics.error(given ? given->span : node->span, "no kind has the role " + in_quotes(role)).code = Code::unknown_name;
  }
  const Kind* person = kinds.find(roles.person);
  if (!person) return;
  for (const auto& [role, name] : fields_by_role)
    if (const Node* given = node->find(role)) read_field_name(*given, *person, *name, diagnostics);
  if (const Node* subject = node->find("subject"))
    for (const Node& each : subject->items) read_field_name(each, *person, roles.subject.emplace_back(), diagnostics);
}

}  // namespace

const FieldRule* Kind::find(std::string_view field) const {
  const bool dates_by_another_name = field == "date" || field == "year";
  for (const FieldRule& rule : fields) {
    if (rule.name == field || std::find(rule.aliases.begin(), rule.aliases.end(), field) != rule.aliases.end())
      return &rule;
    if (dates_by_another_name && rule.name == "dates" && rule.type == FieldType::dates) return &rule;
  }
  return nullptr;
}

const Kind* Kinds::find(std::string_view name) const {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) { return each.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

void choose_labels(Kind& kind, std::string_view language) {
  constexpr std::string_view kUsual = "en";
  for (FieldRule& rule : kind.fields) {
    const auto place = [&](std::string_view wanted) { return find_language(rule.labels, wanted, [](const auto& each) { return std::string_view(each.first); }); };
    if (rule.labels.empty()) continue;
    const std::size_t own = place(language), usual = place(kUsual);
    rule.label = rule.labels[own < rule.labels.size() ? own : usual < rule.labels.size() ? usual : 0].second;
  }
}

std::optional<Kinds> read_kinds(const Node& root, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  if (!expect(root, Node::Kind::map, "a table of kinds", diagnostics)) return std::nullopt;
  reject_other_keys(root, {"roles", "notes", "kinds"}, "a table of kinds", diagnostics);
  const Notes notes = read_notes(root.find("notes"), diagnostics);
  Kinds kinds;
  const Node* table = root.find("kinds");
  if (!table) {
    diagnostics.error(root.span, "there is no 'kinds'").code = Code::missing_key;
  } else if (expect_value(*table, Node::Kind::map, "kinds", diagnostics)) {
    for (std::size_t i = 0; i < table->keys.size(); ++i)
      add_kind(table->keys[i], table->items[i], notes, kinds, diagnostics);
    check_references(kinds, table->span, diagnostics);
    read_roles(root.find("roles"), kinds, diagnostics);
  }
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  return kinds;
}

Kinds with_own_kinds(Kinds kinds, const Node& own, Diagnostics& diagnostics) {
  if (own.is_null() || !expect_value(own, Node::Kind::map, "kinds", diagnostics)) return kinds;
  std::size_t front = 0;  // the user's kinds are matched in their order, before all others
  for (std::size_t i = 0; i < own.keys.size(); ++i) {
    const std::string& name = own.keys[i].text;
    const Node& node = own.items[i];
    if (!expect_value(node, Node::Kind::map, name, diagnostics)) continue;
    reject_other_keys(node, {"is", "known-by", "short", "fields", "like", "labels"}, "kind " + in_quotes(name), diagnostics);
    const Node* like = node.find("like");
    const auto there = std::find_if(kinds.kinds.begin(), kinds.kinds.end(), [&](const Kind& each) { return each.name == name; });
    const bool is_new = there == kinds.kinds.end();
    Kind kind = !is_new ? *there : like ? copy_of(*like, name, kinds, diagnostics) : Kind{};
    const Kind before = kind;
    kind.name = name;
    if (is_new && !like && !node.find("fields"))
      diagnostics.error(own.keys[i].span, "kind " + in_quotes(name) + " has no 'fields'", "give it some, or say which kind it is 'like'").code = Code::missing_key;
    read_kind(node, kind, {}, diagnostics);
    drop_replaced(kind);
    mark_added(kind, before);
    if (const Node* labels = node.find("labels")) read_labels(*labels, kind, diagnostics);
    if (is_new) kinds.kinds.insert(kinds.kinds.begin() + static_cast<std::ptrdiff_t>(front++), std::move(kind));
    else *there = std::move(kind);
  }
  check_references(kinds, own.span, diagnostics);
  return kinds;
}

}  // namespace galley
