#include "requests/schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley {
namespace {

using Json = nlohmann::ordered_json;

Json reference(std::string_view name) { return {{"$ref", "#/$defs/" + std::string(name)}}; }
Json any_of(Json::array_t schemas) { return {{"anyOf", std::move(schemas)}}; }
Json list_of(Json schema) { return {{"type", "array"}, {"items", std::move(schema)}}; }
Json required(std::vector<std::string> names) { return {{"required", std::move(names)}}; }
Json null() { return {{"type", "null"}}; }

/// The schema, or a map of languages, or the value with tags of its own: versions/versions.h makes one of these the value itself.
Json in_versions(Json schema) { return any_of({std::move(schema), reference("translated"), reference("tagged")}); }

/// The one with the other's keywords added.
Json with(Json schema, const Json& more) {
  schema.update(more);
  return schema;
}

/// A map with nothing but these properties.
Json map_of(Json properties) { return {{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}}; }

/// A regular expression for a word in any letter case.
std::string any_case(std::string_view word) {
  std::string out;
  for (const char each : word) out += std::string("[") + each + static_cast<char>(each - 'a' + 'A') + "]";
  return out;
}

std::string date_pattern() {
  std::string seasons = "2[1-4]";
  for (const std::string_view each : {"spring", "summer", "autumn", "fall", "winter"}) seasons += "|" + any_case(each);
  return "~?[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-(" + seasons + "))?";
}

Json dates_text(const std::string& pattern) {
  return any_of({{{"type", "integer"}, {"minimum", 1000}, {"maximum", 9999}}, {{"type", "string"}, {"pattern", "^ *" + pattern + " *$"}}});
}

Json url() {
  return {{"type", "string"},
          {"pattern", "^ *(" + any_case("http") + "[sS]?://[^/]|" + any_case("mailto") + ":[^ ]|" + any_case("tel") + ":[^ ])"}};
}

Json scalar() { return {{"type", {"string", "number", "boolean"}}}; }

/// Definitions that do not hang on the table.
Json common_definitions() {
  const std::string until = "(" + date_pattern() + "|" + any_case("present") + ")";
  const Json date_or_list = any_of({reference("range"), list_of(reference("range"))});
  Json all;
  all["word"] = scalar();
  all["words"] = any_of({reference("word"), list_of(reference("word"))});
  all["translated"] = {{"type", "object"}, {"minProperties", 1}, {"propertyNames", {{"pattern", "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"}}}};
  all["tagged"] = with(map_of({{"text", true}, {"tags", reference("words")}}), required({"text", "tags"}));
  all["including"] = {{"type", "object"}, {"required", {"include"}}, {"properties", {{"include", reference("words")}}}};
  all["text"] = in_versions(scalar());
  all["texts"] = any_of({reference("text"), list_of(reference("text"))});
  all["date"] = dates_text(date_pattern());
  all["date-or-present"] = dates_text(until);
  all["range"] = dates_text(date_pattern() + "( */ *" + until + ")?");
  all["dates"] = in_versions(any_of({date_or_list, with(map_of({{"date", date_or_list}, {"shown", reference("text")}}), required({"shown"}))}));
  all["person"] = with(map_of({{"name", reference("text")}, {"marks", reference("text")}}), required({"name"}));
  all["people"] = any_of({reference("text"), list_of(any_of({reference("text"), reference("person")}))});
  all["url"] = in_versions(url());
  all["picture"] = in_versions(with(map_of({{"file", reference("text")}, {"alt", reference("text")}}), required({"file", "alt"})));
  all["variant"] = map_of({{"extends", reference("words")},
                           {"only", reference("words")},
                           {"without", reference("words")},
                           {"sections", reference("words")},
                           {"set", {{"type", "object"}}},
                           {"layout", reference("word")},
                           {"pages", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1000}}}});
  all["keep"] = {{"enum", {"together", "anyhow"}}};
  all["begins"] = {{"enum", {"anywhere", "column", "page"}}};
  all["heading"] = with(map_of({{"heading", reference("text")}, {"tags", reference("words")}, {"keep", reference("keep")}, {"begins", reference("begins")}}), required({"heading"}));
  return all;
}

Json field_schema(const FieldRule& rule) {
  constexpr std::array<std::string_view, 5> kNames = {"text", "texts", "dates", "people", "url"};
  Json schema;
  const std::string of = rule.of.empty() ? "entry-map" : "entry-" + rule.of;
  if (rule.type == FieldType::entries)
    schema = any_of({reference(of), list_of(reference(of))});
  else
    schema = reference(rule.type == FieldType::picture ? "picture" : kNames[static_cast<std::size_t>(rule.type)]);
  if (!rule.describe.empty()) schema["description"] = rule.describe;
  return schema;
}

bool is_dated(const Kind& kind) {
  const FieldRule* rule = kind.find("dates");
  return rule && rule->type == FieldType::dates;
}

/// All keys that fill the field.
std::vector<std::string> keys_of(const FieldRule& rule) {
  std::vector<std::string> keys = {rule.name};
  keys.insert(keys.end(), rule.aliases.begin(), rule.aliases.end());
  if (rule.name == "dates" && rule.type == FieldType::dates) keys.insert(keys.end(), {"date", "year", "start_date"});
  return keys;
}

/// Demands that the field is there, under whichever key.
Json presence(const FieldRule& rule) {
  Json::array_t choices;
  for (const std::string& key : keys_of(rule)) choices.push_back(required({key}));
  return choices.size() == 1 ? choices[0] : any_of(std::move(choices));
}

/// What must be there, and what must not be there twice.
Json conditions(const Kind& kind) {
  Json::array_t all;
  for (const FieldRule& rule : kind.fields) {
    if (rule.required) all.push_back(presence(rule));
    const std::vector<std::string> keys = keys_of(rule);
    Json::array_t twice;
    for (std::size_t i = 0; i < keys.size(); ++i)
      for (std::size_t j = i + 1; j < keys.size(); ++j) twice.push_back(required({keys[i], keys[j]}));
    if (!twice.empty()) all.push_back({{"not", any_of(std::move(twice))}});
  }
  Json conditions = Json::object();
  if (!all.empty()) conditions["allOf"] = std::move(all);
  if (is_dated(kind)) conditions["dependentRequired"] = {{"end_date", {"start_date"}}};
  return conditions;
}

Json field_properties(const Kind& kind) {
  Json properties = Json::object();
  for (const FieldRule& rule : kind.fields) {
    properties[rule.name] = field_schema(rule);
    for (const std::string& alias : rule.aliases) properties[alias] = field_schema(rule);
  }
  if (!is_dated(kind)) return properties;
  for (const char* name : {"date", "year"}) properties[name] = reference("dates");
  properties["start_date"] = reference("date");
  properties["end_date"] = any_of({reference("date-or-present"), null()});
  return properties;
}

Json entry_definition(const Kind& kind) {
  Json properties = {{"kind", {{"const", kind.name}}}};
  properties.update(field_properties(kind));
  properties["tags"] = reference("words");
  for (const char* word : {"keep", "begins"}) properties[word] = reference(word);
  properties["id"] = reference("word");
  Json schema = map_of(std::move(properties));
  if (!kind.describe.empty()) schema["description"] = kind.describe;
  return with(std::move(schema), conditions(kind));
}

/// An entry that says itself what it is: by `kind`, or by the fields that give its kind away.
Json entry_by_itself(const Kind& kind) {
  Json::array_t ways = {required({"kind"})}, fields;
  for (const std::string& name : kind.known_by) fields.push_back(presence(*kind.find(name)));
  if (!fields.empty()) ways.push_back({{"allOf", std::move(fields)}});
  return {{"allOf", {reference("entry-" + kind.name), any_of(std::move(ways))}}};
}

/// The kinds that an entry of a section may have.
std::vector<const Kind*> entry_kinds(const Kinds& kinds) {
  std::vector<const Kind*> entries;
  for (const Kind& kind : kinds.kinds)
    if (kind.name != kinds.roles.person) entries.push_back(&kind);
  return entries;
}

Json any_map(const Kinds& kinds) {
  Json::array_t choices;
  for (const Kind* kind : entry_kinds(kinds)) choices.push_back(entry_by_itself(*kind));
  return any_of(std::move(choices));
}

Json any_entry() {
  return any_of({reference("text"), null(), reference("heading"), reference("including"), required({"key"}), reference("entry-map")});
}

Json with_items(Json schema) { return {{"properties", {{"entries", {{"items", std::move(schema)}}}}}}; }

/// In a section of a kind, every entry without a `kind` of its own is of that one.
Json section_of(const Kind& kind) {
  const Json other = {{"allOf", {required({"kind"}), reference("entry")}}};
  const Json is_this = with(required({"kind"}), {{"properties", {{"kind", {{"const", kind.name}}}}}});
  return {{"if", is_this},
          {"then", with_items(any_of({reference("text"), null(), reference("heading"), reference("entry-" + kind.name), other}))}};
}

/// The order of numbers, or a map.
Json numbers() {
  const Json order = {{"enum", {"forward", "backward"}}};
  const Json prefixes = {{"type", "object"}, {"additionalProperties", reference("word")}};
  return any_of({order, null(), map_of({{"order", order}, {"per", {{"enum", {"section", "group"}}}}, {"prefix", any_of({reference("word"), prefixes})}})});
}

Json section_map(const Kinds& kinds) {
  Json::array_t names, by_kind = {{{"if", {{"not", required({"kind"})}}}, {"then", with_items(reference("entry"))}}};
  for (const Kind* kind : entry_kinds(kinds)) {
    names.push_back(kind->name);
    by_kind.push_back(section_of(*kind));
  }
  Json schema = map_of({{"kind", {{"enum", names}}},
                        {"note", reference("text")},
                        {"title", reference("text")},
                        {"tags", reference("words")},
                        {"from", reference("words")},
                        {"except", reference("words")},
                        {"group", reference("word")},
                        {"groups", {{"type", {"object", "null"}}, {"additionalProperties", reference("text")}}},
                        {"sort", reference("word")},
                        {"numbers", numbers()},
                        {"legend", {{"type", {"object", "null"}}, {"additionalProperties", reference("text")}}},
                        {"keep", reference("keep")},
                        {"begins", reference("begins")},
                        {"entries", {{"type", {"array", "string", "number", "boolean", "null"}}}}});
  schema["anyOf"] = {required({"entries"}), required({"from"})};
  schema["allOf"] = std::move(by_kind);
  return schema;
}

Json cv_definition(const Kinds& kinds) {
  const Kind& person = kinds.person();
  Json properties = field_properties(person);
  Json hidden = properties;
  hidden.erase(kinds.roles.name);
  properties["private"] = any_of({map_of(std::move(hidden)), null()});
  properties["abbreviations"] = {{"type", {"object", "null"}}, {"additionalProperties", reference("text")}};
  properties["legend"] = properties["abbreviations"];
  properties["language"] = {{"type", "string"}, {"pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"}};
  properties["marks"] = {{"enum", {"language", "typed"}}};
  properties["sections"] = any_of({reference("sections"), null()});
  return with(map_of(std::move(properties)), conditions(person));
}

/// `kinds` beside `cv`, in the notation of data/kinds.yaml.
Json own_kinds() {
  const Json texts = {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
  return {{"type", {"object", "null"}},
          {"additionalProperties", map_of({{"is", reference("text")},
                                           {"known-by", list_of({{"type", "string"}})},
                                           {"short", {{"type", "string"}}},
                                           {"like", {{"type", "string"}}},
                                           {"fields", texts},
                                           {"labels", {{"type", "object"}, {"additionalProperties", any_of({{{"type", "string"}}, texts})}}}})}};
}

}  // namespace

std::string json_schema(const Kinds& kinds) {
  Json definitions = common_definitions();
  definitions["cv"] = cv_definition(kinds);
  definitions["section-map"] = section_map(kinds);
  definitions["section"] = any_of({reference("text"), null(), list_of(reference("entry")), reference("section-map"), reference("including")});
  definitions["sections"] = {{"type", "object"}, {"additionalProperties", reference("section")}};
  definitions["entry"] = any_entry();
  definitions["entry-map"] = any_map(kinds);
  for (const Kind* kind : entry_kinds(kinds)) definitions["entry-" + kind->name] = entry_definition(*kind);
  Json schema;
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "A CV for Galley";
  schema["description"] = "Made from data/kinds.yaml; change that file instead";
  schema["type"] = "object";
  schema["additionalProperties"] = false;
  schema["anyOf"] = {required({"include"}), with(required({"cv"}), {{"properties", {{"cv", reference("cv")}}}})};
  // Kinds of a user's own are in the schema that is made for their file.
  const bool knows_own = std::any_of(kinds.kinds.begin(), kinds.kinds.end(), [](const Kind& kind) { return kind.is_own; });
  if (!knows_own) schema["anyOf"].push_back(required({"cv", "kinds"}));
  schema["properties"] = {{"cv", true},
                          {"variants", {{"type", {"object", "null"}}, {"additionalProperties", reference("variant")}}},
                          {"include", reference("words")},
                          {"kinds", own_kinds()},
                          {"design", true},
                          {"locale", true},
                          {"settings", true}};
  schema["$defs"] = std::move(definitions);
  return schema.dump(1) + "\n";
}

}  // namespace galley
