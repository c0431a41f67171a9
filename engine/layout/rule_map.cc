#include "layout/rule_map.h"

#include "base/dump_text.h"

namespace galley {

std::optional<Length> RuleMap::length(std::string_view key, const LengthRange& range) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  const auto length = parse_length(value->text);
  if (!length) {
    diagnostics().error(value->span, in_quotes(key) + " must be a length, not " + in_quotes(value->text),
                        "a number with a unit: 12pt, 4.2mm, 1cm, 0.5in, 1pc, 10texpt (TeX's point)").code = Code::wrong_value;
    return std::nullopt;
  }
  if (*length >= range.least && *length <= range.most) return length;
  diagnostics().error(value->span, in_quotes(key) + " cannot be " + in_quotes(value->text),
                      "from " + galley::number(range.least) + "pt to " + galley::number(range.most) + "pt").code = Code::wrong_value;
  return std::nullopt;
}

std::optional<Em> RuleMap::em(std::string_view key, const EmRange& range) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  const auto em = parse_em(value->text);
  if (!em) {
    diagnostics().error(value->span, in_quotes(key) + " must be in em, not " + in_quotes(value->text),
                        "1em is the size of the type: 0.25em").code = Code::wrong_value;
    return std::nullopt;
  }
  if (*em >= range.least && *em <= range.most) return em;
  diagnostics().error(value->span, in_quotes(key) + " cannot be " + in_quotes(value->text),
                      "from " + galley::number(range.least) + " to " + galley::number(range.most)).code = Code::wrong_value;
  return std::nullopt;
}

std::optional<std::pair<std::optional<Length>, std::optional<Em>>> RuleMap::length_or_em(std::string_view key) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  if (const auto em = parse_em(value->text)) return std::pair{std::optional<Length>{}, em};
  const auto length = this->length(key, kOffset);
  if (!length) return std::nullopt;
  return std::pair{length, std::optional<Em>{}};
}

std::optional<Colour> RuleMap::colour(std::string_view key) {
  const Node* value = scalar(key);
  if (!value) return std::nullopt;
  const auto colour = parse_colour(value->text);
  if (!colour)
    diagnostics().error(value->span, in_quotes(value->text) + " is not a colour",
                        "a name such as navy, or \"#1f3a5f\" in quotes").code = Code::wrong_value;
  return colour;
}

std::optional<Template> RuleMap::pattern(std::string_view key) {
  const Node* value = scalar(key);
  return value ? parse_template(value->text, value->span, diagnostics()) : std::nullopt;
}

}  // namespace galley
