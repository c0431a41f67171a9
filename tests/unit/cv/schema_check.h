// A small judge for JSON Schema (draft 2020-12): just the keywords that our own schema uses, any other fails the test.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>

#include "source/node.h"

namespace galley::test {

class SchemaCheck {
 public:
  explicit SchemaCheck(const Node& root) : root_(root) {}

  [[nodiscard]] bool fits(const Node& value) const { return fits(root_, value); }

 private:
  [[nodiscard]] bool fits(const Node& schema, const Node& value) const {
    if (schema.is_scalar()) return schema.text == "true";
    for (std::size_t i = 0; i < schema.keys.size(); ++i)
      if (!keyword(schema, schema.keys[i].text, schema.items[i], value)) return false;
    return true;
  }

  [[nodiscard]] bool keyword(const Node& schema, const std::string& name, const Node& rule, const Node& value) const {
    if (name == "$schema" || name == "$defs" || name == "title" || name == "description" || name == "then") return true;
    if (name == "$ref")
      return fits(*root_.find("$defs")->find(rule.text.substr(std::string("#/$defs/").size())), value);
    if (name == "type") return is_one_of(rule, [&](const Node& type) { return is_of_type(value, type.text); });
    if (name == "const") return value.is_scalar() && value.text == rule.text;
    if (name == "enum") return is_one_of(rule, [&](const Node& each) { return value.text == each.text; });
    if (name == "anyOf") return is_one_of(rule, [&](const Node& each) { return fits(each, value); });
    if (name == "allOf") return !is_one_of(rule, [&](const Node& each) { return !fits(each, value); });
    if (name == "not") return !fits(rule, value);
    if (name == "if") return !fits(rule, value) || fits(*schema.find("then"), value);
    if (name == "required")
      return !is_one_of(rule, [&](const Node& key) { return value.is_map() && !value.find(key.text); });
    if (name == "items") return !value.is_list() || all_of(value.items, rule);
    if (name == "properties" || name == "dependentRequired") return members(name, rule, value);
    if (name == "additionalProperties") return additional(schema, rule, value);
    if (name == "minimum" || name == "maximum") return is_of_type(value, "integer") ? within(name, rule, value) : true;
    if (name == "pattern")
      return !is_of_type(value, "string") ||
             std::regex_search(value.text, std::regex(rule.text, std::regex::ECMAScript));
    if (name == "minProperties") return value.keys.size() >= static_cast<std::size_t>(std::stoi(rule.text));
    if (name == "propertyNames")
      return std::all_of(value.keys.begin(), value.keys.end(), [&](const Node::Key& key) {
        return std::regex_search(key.text, std::regex(rule.find("pattern")->text, std::regex::ECMAScript));
      });
    ADD_FAILURE() << "the schema uses '" << name << "', which this judge does not know";
    return false;
  }

  template <typename Predicate>
  static bool is_one_of(const Node& rule, Predicate predicate) {
    return rule.is_list() ? std::any_of(rule.items.begin(), rule.items.end(), predicate) : predicate(rule);
  }

  [[nodiscard]] bool all_of(const std::vector<Node>& values, const Node& schema) const {
    return std::all_of(values.begin(), values.end(), [&](const Node& each) { return fits(schema, each); });
  }

  [[nodiscard]] bool members(const std::string& name, const Node& rules, const Node& value) const {
    for (std::size_t i = 0; i < rules.keys.size(); ++i) {
      const Node* member = value.find(rules.keys[i].text);
      if (!member) continue;
      if (name == "properties" && !fits(rules.items[i], *member)) return false;
      if (name == "dependentRequired")
        for (const Node& other : rules.items[i].items)
          if (!value.find(other.text)) return false;
    }
    return true;
  }

  [[nodiscard]] bool additional(const Node& schema, const Node& rule, const Node& value) const {
    const Node* known = schema.find("properties");
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
      if (known && known->find(value.keys[i].text)) continue;
      if (!fits(rule, value.items[i])) return false;
    }
    return true;
  }

  static bool within(const std::string& name, const Node& rule, const Node& value) {
    return name == "minimum" ? std::stoi(value.text) >= std::stoi(rule.text)
                             : std::stoi(value.text) <= std::stoi(rule.text);
  }

  /// As an editor sees it, by the core schema of YAML 1.2 (10.3.2).
  static bool is_of_type(const Node& value, const std::string& type) {
    if (value.is_map()) return type == "object";
    if (value.is_list()) return type == "array";
    if (value.is_null()) return type == "null";
    const bool integer = value.plain && std::regex_match(value.text, std::regex("[-+]?[0-9]+"));
    const bool number = integer || (value.plain && std::regex_match(value.text, std::regex("[-+]?[0-9]*\\.[0-9]+")));
    const bool boolean = value.plain && (value.text == "true" || value.text == "false");
    if (type == "integer") return integer;
    if (type == "number") return number;
    if (type == "boolean") return boolean;
    return type == "string" && !number && !boolean;
  }

  const Node& root_;
};

}  // namespace galley::test
