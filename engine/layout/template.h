// The template notation: how fields become text.
//
//   "{authors}. “{title -> url}”.[ {venue:venue}[, {dates}].][ {award:badge}]"
//
// {field}            the field as its type says            {field:a:b}   set in the styles (or date format) a, then b
// {field -> url}     linked to the field `url`, if there   {phrase.x}    a phrase of the CV's language
// [ … ]              vanishes, punctuation and all, when a field in it is absent
// {?field}           sets nothing, but makes the group around it vanish when the field is absent
// {!field}           the other way round: the group vanishes when the field is there
// {/}                break the line here if the paragraph does not fit on one line
// [[ ]] {{ }}        the characters themselves
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"

namespace galley {

struct TemplatePart {
  enum class Kind : std::uint8_t { literal, field, phrase, test, absent, group, preferred_break };
  Kind kind = Kind::literal;
  std::string text;                    ///< literal: the characters; else the name of the field or phrase
  std::vector<std::string> modifiers;  ///< names of styles, of a date format or of a list format
  std::string link_field;              ///< field whose URL the text links to; empty: none
  std::vector<TemplatePart> parts;     ///< group
  Span source;
};

using Template = std::vector<TemplatePart>;

/// `span` is the scalar's place; nullopt after an error.
std::optional<Template> parse_template(std::string_view text, Span span, Diagnostics& diagnostics);

}  // namespace galley
