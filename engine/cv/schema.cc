// The JSON Schema of a CV file, for editors: JSON Schema draft 2020-12 (json-schema.org), written from the table of
// kinds. It says no less than the reader, but leaves to the reader what a schema says badly: that a day exists, that a
// range does not end before it starts, which kind of several that fit is meant.
#include <array>
#include <string>
#include <vector>

#include "cv/kinds.h"

namespace galley {
namespace {

/// A string in JSON's quotes.
std::string text(std::string_view words) {
  std::string out = "\"";
  for (const char each : words) {
    if (each == '"' || each == '\\') out += '\\';
    out += each;
  }
  return out + '"';
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ") {
  std::string out;
  for (const std::string& each : parts) {
    if (!out.empty()) out += separator;
    out += each;
  }
  return out;
}

std::string texts(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  quoted.reserve(words.size());
  for (const std::string& each : words) quoted.push_back(text(each));
  return "[" + joined(quoted) + "]";
}

std::string reference(std::string_view name) { return "{\"$ref\": \"#/$defs/" + std::string(name) + "\"}"; }
std::string any_of(const std::vector<std::string>& schemas) { return "{\"anyOf\": [" + joined(schemas) + "]}"; }
std::string list_of(const std::string& schema) { return "{\"type\": \"array\", \"items\": " + schema + "}"; }
std::string required(const std::vector<std::string>& names) { return "{\"required\": " + texts(names) + "}"; }

/// The schema, or a map of languages, or the value with tags of its own: versions/versions.h makes one of these the value itself.
std::string in_versions(const std::string& schema) {
  return any_of({schema, reference("translated"), reference("tagged")});
}

/// A map with nothing but these properties; `rest` are further keywords.
std::string map_of(const std::vector<std::string>& properties, const std::string& rest, std::string_view indent) {
  const std::string line = ",\n" + std::string(indent) + "  ";
  return "{\"type\": \"object\", \"additionalProperties\": false" + rest + ", \"properties\": {\n" +
         std::string(indent) + "  " + joined(properties, line) + "}}";
}

std::string property(std::string_view name, const std::string& schema) { return text(name) + ": " + schema; }

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

std::string dates_text(const std::string& pattern) {
  return any_of({R"({"type": "integer", "minimum": 1000, "maximum": 9999})",
                 "{\"type\": \"string\", \"pattern\": " + text("^ *" + pattern + " *$") + "}"});
}

std::string url_pattern() {
  return "^ *(" + any_case("http") + "[sS]?://[^/]|" + any_case("mailto") + ":[^ ]|" + any_case("tel") + ":[^ ])";
}

/// Definitions that do not hang on the table.
std::vector<std::string> common_definitions() {
  const std::string until = "(" + date_pattern() + "|" + any_case("present") + ")";
  const std::string date_or_list = any_of({reference("range"), list_of(reference("range"))});
  return {
      property("word", R"({"type": ["string", "number", "boolean"]})"),
      property("words", any_of({reference("word"), list_of(reference("word"))})),
      property("translated", "{\"type\": \"object\", \"minProperties\": 1, \"propertyNames\": {\"pattern\": \"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$\"}}"),
      property("tagged", map_of({property("text", "true"), property("tags", reference("words"))}, ", \"required\": [\"text\", \"tags\"]", "    ")),
      property("including", R"({"type": "object", "required": ["include"], "properties": {"include": {"$ref": "#/$defs/words"}}})"),
      property("text", in_versions(R"({"type": ["string", "number", "boolean"]})")),
      property("texts", any_of({reference("text"), list_of(reference("text"))})),
      property("date", dates_text(date_pattern())),
      property("date-or-present", dates_text(until)),
      property("range", dates_text(date_pattern() + "( */ *" + until + ")?")),
      property("dates", in_versions(any_of({date_or_list, map_of({property("date", date_or_list), property("shown", reference("text"))},
                                                                 ", \"required\": [\"shown\"]", "    ")}))),
      property("person", map_of({property("name", reference("text")), property("marks", reference("text"))},
                                ", \"required\": [\"name\"]", "    ")),
      property("people", any_of({reference("text"), list_of(any_of({reference("text"), reference("person")}))})),
      property("url", in_versions("{\"type\": \"string\", \"pattern\": " + text(url_pattern()) + "}")),
      property("picture", in_versions(map_of({property("file", reference("text")), property("alt", reference("text"))},
                                             ", \"required\": [\"file\", \"alt\"]", "    "))),
      property("variant", map_of({property("extends", reference("words")), property("only", reference("words")),
                                  property("without", reference("words")), property("sections", reference("words")),
                                  property("set", R"({"type": "object"})"), property("layout", reference("word")),
                                  property("pages", R"({"type": "integer", "minimum": 1, "maximum": 1000})")},
                                 "", "    ")),
      property("heading", map_of({property("heading", reference("text")), property("tags", reference("words"))}, ", \"required\": [\"heading\"]", "    ")),
  };
}

std::string described(const std::string& schema, std::string_view description) {
  if (description.empty()) return schema;
  return schema.substr(0, schema.size() - 1) + ", \"description\": " + text(description) + "}";
}

std::string field_schema(const FieldRule& rule) {
  constexpr std::array<std::string_view, 5> kNames = {"text", "texts", "dates", "people", "url"};
  if (rule.type == FieldType::entries) {
    const std::string entry = reference("entry-" + rule.of);
    return described(any_of({entry, list_of(entry)}), rule.describe);
  }
  if (rule.type == FieldType::picture) return described(reference("picture"), rule.describe);
  return described(reference(kNames[static_cast<std::size_t>(rule.type)]), rule.describe);
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
std::string presence(const FieldRule& rule) {
  std::vector<std::string> choices;
  for (const std::string& key : keys_of(rule)) choices.push_back(required({key}));
  return choices.size() == 1 ? choices[0] : any_of(choices);
}

/// ", "allOf": […]" for what must be there, and for what must not be there twice.
std::string conditions(const Kind& kind) {
  std::vector<std::string> all;
  for (const FieldRule& rule : kind.fields) {
    if (rule.required) all.push_back(presence(rule));
    const std::vector<std::string> keys = keys_of(rule);
    std::vector<std::string> twice;
    for (std::size_t i = 0; i < keys.size(); ++i)
      for (std::size_t j = i + 1; j < keys.size(); ++j) twice.push_back(required({keys[i], keys[j]}));
    if (!twice.empty()) all.push_back("{\"not\": " + any_of(twice) + "}");
  }
  std::string out = all.empty() ? "" : ", \"allOf\": [" + joined(all) + "]";
  if (is_dated(kind)) out += R"(, "dependentRequired": {"end_date": ["start_date"]})";
  return out;
}

std::vector<std::string> field_properties(const Kind& kind) {
  std::vector<std::string> properties;
  for (const FieldRule& rule : kind.fields) {
    properties.push_back(property(rule.name, field_schema(rule)));
    for (const std::string& alias : rule.aliases) properties.push_back(property(alias, field_schema(rule)));
  }
  if (is_dated(kind)) {
    for (const std::string_view name : {"date", "year"}) properties.push_back(property(name, reference("dates")));
    properties.push_back(property("start_date", reference("date")));
    properties.push_back(property("end_date", any_of({reference("date-or-present"), R"({"type": "null"})"})));
  }
  return properties;
}

std::string entry_definition(const Kind& kind) {
  std::vector<std::string> properties = field_properties(kind);
  properties.insert(properties.begin(), property("kind", "{\"const\": " + text(kind.name) + "}"));
  properties.insert(properties.end(), {property("tags", reference("words")), property("id", reference("word"))});
  std::string description = kind.describe.empty() ? "" : ", \"description\": " + text(kind.describe);
  return property("entry-" + kind.name, map_of(properties, description + conditions(kind), "    "));
}

/// An entry that says itself what it is: by `kind`, or by the fields that give its kind away.
std::string entry_by_itself(const Kind& kind) {
  std::vector<std::string> fields;
  for (const std::string& name : kind.known_by) fields.push_back(presence(*kind.find(name)));
  std::vector<std::string> ways = {required({"kind"})};
  if (!fields.empty()) ways.push_back("{\"allOf\": [" + joined(fields) + "]}");
  return "{\"allOf\": [" + reference("entry-" + kind.name) + ", " + any_of(ways) + "]}";
}

/// The kinds that an entry of a section may have.
std::vector<const Kind*> entry_kinds(const Kinds& kinds) {
  std::vector<const Kind*> entries;
  for (const Kind& kind : kinds.kinds)
    if (kind.name != kinds.roles.person) entries.push_back(&kind);
  return entries;
}

std::string kind_names(const Kinds& kinds) {
  std::vector<std::string> names;
  for (const Kind* kind : entry_kinds(kinds)) names.push_back(kind->name);
  return texts(names);
}

std::string any_entry(const Kinds& kinds) {
  std::vector<std::string> choices = {reference("text"), R"({"type": "null"})", reference("heading"), reference("including"), required({"key"})};
  for (const Kind* kind : entry_kinds(kinds)) choices.push_back(entry_by_itself(*kind));
  return property("entry", "{\"anyOf\": [\n      " + joined(choices, ",\n      ") + "]}");
}

/// In a section of a kind, every entry without a `kind` of its own is of that one.
std::string section_of(const Kind& kind) {
  const std::string other = "{\"allOf\": [" + required({"kind"}) + ", " + reference("entry") + "]}";
  const std::string entry =
      any_of({reference("text"), R"({"type": "null"})", reference("heading"), reference("entry-" + kind.name), other});
  return R"({"if": {"required": ["kind"], "properties": {"kind": {"const": )" + text(kind.name) +
         "}}}, \"then\": {\"properties\": {\"entries\": {\"items\": " + entry + "}}}}";
}

std::vector<std::string> section_definitions(const Kinds& kinds) {
  std::vector<std::string> by_kind = {"{\"if\": {\"not\": " + required({"kind"}) +
                                      "}, \"then\": {\"properties\": {\"entries\": {\"items\": " + reference("entry") +
                                      "}}}}"};
  for (const Kind* kind : entry_kinds(kinds)) by_kind.push_back(section_of(*kind));
  const std::string rest = ", \"anyOf\": [" + required({"entries"}) + ", " + required({"from"}) + "], \"allOf\": [\n      " + joined(by_kind, ",\n      ") + "]";
  const std::vector<std::string> properties = {
      property("kind", "{\"enum\": " + kind_names(kinds) + "}"), property("note", reference("text")),
      property("title", reference("text")), property("tags", reference("words")), property("from", reference("words")),
      property("entries", R"({"type": ["array", "string", "number", "boolean", "null"]})")};
  return {property("section-map", map_of(properties, rest, "    ")),
          property("section", any_of({reference("text"), R"({"type": "null"})", list_of(reference("entry")),
                                      reference("section-map"), reference("including")})),
          property("sections", R"({"type": "object", "additionalProperties": )" + reference("section") + "}")};
}

std::string cv_definition(const Kind& person) {
  std::vector<std::string> properties = field_properties(person);
  std::vector<std::string> hidden = properties;
  std::erase_if(hidden, [](const std::string& each) { return each.starts_with("\"name\""); });
  properties.push_back(property("private", any_of({map_of(hidden, "", "    "), R"({"type": "null"})"})));
  properties.push_back(property("abbreviations", R"({"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/text"}})"));
  properties.push_back(property("language", R"({"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"})"));
  properties.push_back(property("sections", any_of({reference("sections"), R"({"type": "null"})"})));
  return property("cv", map_of(properties, conditions(person), "    "));
}

}  // namespace

std::string json_schema(const Kinds& kinds) {
  std::vector<std::string> definitions = common_definitions();
  definitions.push_back(cv_definition(kinds.person()));
  for (const std::string& each : section_definitions(kinds)) definitions.push_back(each);
  definitions.push_back(any_entry(kinds));
  for (const Kind* kind : entry_kinds(kinds)) definitions.push_back(entry_definition(*kind));
  return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
         "  \"title\": \"A CV for Galley\",\n"
         "  \"description\": \"Made from data/kinds.yaml; change that file instead\",\n"
         "  \"type\": \"object\",\n  \"additionalProperties\": false,\n"
         "  \"anyOf\": [{\"required\": [\"include\"]}, {\"required\": [\"cv\"], \"properties\": {\"cv\": {\"$ref\": \"#/$defs/cv\"}}}],\n"
         "  \"properties\": {\"cv\": true, \"variants\": {\"type\": [\"object\", \"null\"], \"additionalProperties\": {\"$ref\": \"#/$defs/variant\"}}, "
         "\"include\": {\"$ref\": \"#/$defs/words\"}, \"design\": true, \"locale\": true, \"settings\": "
         "true},\n  \"$defs\": {\n    " +
         joined(definitions, ",\n    ") + "\n  }\n}\n";
}

}  // namespace galley
