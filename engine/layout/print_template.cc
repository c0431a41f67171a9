#include "layout/print_template.h"

namespace galley {
namespace {

std::string print_literal(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '{' || c == '}' || c == '[' || c == ']') out += c;
    out += c;
  }
  return out;
}

std::string print_field(const TemplatePart& part, const char* prefix) {
  std::string out = prefix + part.text;
  for (const std::string& modifier : part.modifiers) out += ':' + modifier;
  if (!part.link_field.empty()) out += " -> " + part.link_field;
  return '{' + out + '}';
}

std::string print_part(const TemplatePart& part) {
  switch (part.kind) {
    case TemplatePart::Kind::literal: return print_literal(part.text);
    case TemplatePart::Kind::field: return print_field(part, "");
    case TemplatePart::Kind::phrase: return print_field(part, "phrase.");
    case TemplatePart::Kind::test: return print_field(part, "?");
    case TemplatePart::Kind::group: return '[' + print_template(part.parts) + ']';
    case TemplatePart::Kind::preferred_break: return "{/}";
  }
  return {};
}

}  // namespace

std::string print_template(const Template& parts) {
  std::string out;
  for (const TemplatePart& part : parts) out += print_part(part);
  return out;
}

}  // namespace galley
