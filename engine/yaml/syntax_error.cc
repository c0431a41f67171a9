#include "yaml/syntax_error.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <string>
#include <vector>

#include "yaml/extent.h"
#include "yaml/rough_scan.h"

namespace galley {
namespace {

using extent::skip;
using extent::skip_back;

constexpr std::string_view kQuoteIt = "put the whole text in quotes: \"…\"";

/// The failure with what every rule wants to know.
struct Scene {
  const SyntaxFailure& failure;
  std::string_view text;
  std::size_t at, line_start, line_end, first;  ///< `first`: the line's first byte that is neither space nor tab
  RoughScan scan;

  [[nodiscard]] char character() const { return at < text.size() ? text[at] : '\0'; }
  [[nodiscard]] bool says(std::string_view message) const { return failure.library_message.starts_with(message); }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {failure.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  /// The character that yaml-cpp complains about.
  [[nodiscard]] Span here() const { return span(at, extent::character_end(text, at)); }
  [[nodiscard]] std::string piece(std::size_t begin, std::size_t end) const {
    return std::string(text.substr(begin, end - begin));
  }
};

Scene look_at(const SyntaxFailure& failure) {
  const std::string_view text = failure.text;
  const std::size_t at = std::min(failure.at, text.size());
  std::vector<std::size_t> brackets;
  for (const OpenCollection& each : failure.builder.open())
    if (each.in_brackets && each.begin < text.size() && (text[each.begin] == '[' || text[each.begin] == '{'))
      brackets.push_back(each.begin);
  const std::size_t start = extent::line_start(text, at);
  return {failure,
          text,
          at,
          start,
          extent::line_end(text, at),
          skip(text, start, " \t"),
          scan_roughly(text, failure.builder.read_up_to(), at, brackets)};
}

/// Where a key with its colon starts on the line of `at`, before `at`: after the item signs "- ".
std::size_t key_start(const Scene& scene, std::size_t line) {
  std::size_t at = skip(scene.text, line, " \t");
  while (at + 1 < scene.text.size() && scene.text[at] == '-' && scene.text[at + 1] == ' ')
    at = skip(scene.text, at + 1, " ");
  return at;
}

/// The next colon in [from, to) that ends a key: before white space.
std::size_t find_colon(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at)
    if (text[at] == ':' &&
        (at + 1 >= text.size() || std::string_view(" \t\n").find(text[at + 1]) != std::string_view::npos))
      return at;
  return std::string_view::npos;
}

/// The start of the last line above that is neither empty nor a comment, or npos.
std::size_t line_above(const Scene& scene) {
  for (std::size_t start = scene.line_start; start > 0;) {
    start = extent::line_start(scene.text, start - 1);
    const std::size_t first = skip(scene.text, start, " \t");
    if (scene.text[first] != '\n' && scene.text[first] != '#') return start;
  }
  return std::string_view::npos;
}

// Each rule looks for one slip; it reports and returns true, or leaves the scene to the next rule.

bool explain_tab(const Scene& scene, Diagnostics& diagnostics) {
  const bool after_items = scene.says(YAML::ErrorMsg::MAP_VALUE) || scene.says(YAML::ErrorMsg::BLOCK_ENTRY);
  const std::size_t indent_end = after_items ? skip(scene.text, scene.line_start, " \t-") : scene.first;
  const std::size_t tab = scene.text.substr(0, indent_end).find('\t', scene.line_start);
  if (tab == std::string_view::npos) return false;
  diagnostics.error(scene.span(tab, skip(scene.text, tab, "\t")), "a tab in the indentation",
                    "indent with spaces: YAML does not allow tabs here");
  return true;
}

bool explain_unclosed_quote(const Scene& scene, Diagnostics& diagnostics) {
  if (!scene.scan.last_quoted) return false;
  const auto [begin, end] = *scene.scan.last_quoted;
  if (end != std::string_view::npos && end <= scene.at) return false;
  const std::string quote(1, scene.text[begin]);
  diagnostics.error(scene.span(begin, begin + 1), "this quote is never closed",
                    "write " + quote + " at the end of the text");
  return true;
}

bool explain_text_after_quote(const Scene& scene, Diagnostics& diagnostics) {
  const Span last = scene.failure.builder.last_scalar();
  QuotedText quoted{last.begin, last.is_nowhere() ? 0 : last.end};
  if (scene.scan.last_quoted) quoted = *scene.scan.last_quoted;
  if (quoted.end == 0 || quoted.end > scene.at || skip(scene.text, quoted.end, " \t") != scene.at) return false;
  const char quote = scene.text[quoted.begin];
  if ((quote != '"' && quote != '\'') || scene.character() == '\n' || scene.at == scene.text.size()) return false;
  if (scene.text.substr(quoted.begin, quoted.end - quoted.begin).find('\n') != std::string_view::npos) {
    diagnostics
        .error(scene.span(quoted.begin, quoted.begin + 1), "this quote is not closed where its text ends",
               std::string("write ") + quote + " at the end of the text")
        .notes.push_back({scene.span(quoted.end - 1, quoted.end), "it is closed here, and more text follows"});
    return true;
  }
  if (!scene.scan.open_brackets.empty()) return false;
  diagnostics.error(scene.span(scene.at, skip_back(scene.text, scene.line_end, " ")), "text after the closing quote",
                    quote == '\'' ? "an apostrophe between '…' is written twice: ''; or use \"…\""
                                  : "a quote between \"…\" is written \\\"; or quote the whole text with '…'");
  return true;
}

bool explain_escape(const Scene& scene, Diagnostics& diagnostics) {
  const bool unicode = scene.says(YAML::ErrorMsg::INVALID_UNICODE);
  if (!unicode && !scene.says(YAML::ErrorMsg::INVALID_HEX) && !scene.says(YAML::ErrorMsg::INVALID_ESCAPE)) return false;
  const std::size_t slash = scene.text.substr(0, scene.at).rfind('\\');
  if (slash == std::string_view::npos) return false;
  const std::size_t stop = std::min(scene.at, scene.text.find_first_of("\" \n", slash + 2));
  std::size_t end = extent::character_end(scene.text, slash + 1);
  while (end < stop) end = extent::character_end(scene.text, end);  // never half a character
  const std::string escape = scene.piece(slash, end);
  if (unicode) {
    diagnostics.error(
        scene.span(slash, end), "'" + escape + "' is not a character",
        "characters beyond \\uffff take two escapes, such as \\ud83d\\ude00; or write the character itself");
  } else {
    diagnostics.error(scene.span(slash, end), "unknown escape '" + escape + "'",
                      "write \\\\ for a backslash, or quote the text with '…', where it means nothing special");
  }
  return true;
}

bool explain_reserved_sign(const Scene& scene, Diagnostics& diagnostics) {
  const bool comma = scene.character() == ',' && scene.scan.open_brackets.empty();
  if (!comma && !scene.says(YAML::ErrorMsg::UNKNOWN_TOKEN) && !scene.says(YAML::ErrorMsg::MAP_KEY)) return false;
  const std::string sign = scene.piece(scene.at, extent::character_end(scene.text, scene.at));
  const bool opens_text = scene.at == 0 || std::string_view(" \n\t[{,").find(scene.text[scene.at - 1]) != std::string_view::npos;
  if (sign == "?" && !opens_text) {
    diagnostics.error(scene.here(), "a '?' between brackets ends a text that is not in quotes", std::string(kQuoteIt));
    return true;
  }
  diagnostics.error(scene.here(), "a text cannot begin with '" + sign + "'", std::string(kQuoteIt));
  return true;
}

bool explain_star_or_ampersand(const Scene& scene, Diagnostics& diagnostics) {
  const bool alias = scene.says(YAML::ErrorMsg::UNKNOWN_ANCHOR) || scene.says(YAML::ErrorMsg::ALIAS_NOT_FOUND) ||
                     scene.says(YAML::ErrorMsg::CHAR_IN_ALIAS);
  const bool anchor = scene.says(YAML::ErrorMsg::ANCHOR_NOT_FOUND) || scene.says(YAML::ErrorMsg::CHAR_IN_ANCHOR);
  if (!alias && !anchor) return false;
  const char sign = alias ? '*' : '&';
  const std::size_t begin = scene.text.substr(0, scene.at + 1).rfind(sign);
  if (begin == std::string_view::npos) return false;
  const std::size_t end = std::min(scene.text.find_first_of(" \n,]}", begin), scene.text.size());
  const std::string word = scene.piece(begin, end);
  const bool plausible_name = scene.says(YAML::ErrorMsg::UNKNOWN_ANCHOR) && word.find('*', 1) == std::string::npos;
  if (plausible_name) {
    diagnostics.error(
        scene.span(begin, end),
        "'" + word + "' repeats a value named '&" + word.substr(1) + "', but no value above has that name",
        "put the whole text in quotes if '*' is part of it");
  } else {
    diagnostics.error(scene.span(begin, begin + 1), std::string("a text cannot begin with '") + sign + "'",
                      std::string(kQuoteIt));
  }
  return true;
}

bool explain_tag_or_block(const Scene& scene, Diagnostics& diagnostics) {
  const bool tag = scene.says(YAML::ErrorMsg::TAG_WITH_NO_SUFFIX) || scene.says(YAML::ErrorMsg::CHAR_IN_TAG_HANDLE) ||
                   scene.says(YAML::ErrorMsg::END_OF_VERBATIM_TAG);
  const bool block = scene.says(YAML::ErrorMsg::CHAR_IN_BLOCK) || scene.says(YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK);
  if (!tag && !block) return false;
  const std::size_t begin = scene.text.substr(0, scene.at).find_last_of(tag ? "!" : "|>");
  if (begin == std::string_view::npos) return false;
  const std::string sign(1, scene.text[begin]);
  diagnostics.error(scene.span(begin, begin + 1), "a text cannot begin with '" + sign + "'", std::string(kQuoteIt));
  return true;
}

bool explain_item_on_key_line(const Scene& scene, Diagnostics& diagnostics) {
  if (!scene.says(YAML::ErrorMsg::BLOCK_ENTRY)) return false;
  if (scene.scan.open_brackets.empty()) {
    diagnostics.error(scene.here(), "a list cannot begin in the line of its key",
                      "put '- …' on the next line, or the whole text in quotes");
  } else {
    diagnostics.error(scene.here(), "'- ' inside brackets",
                      "separate the values by ',' there, or put the text in quotes");
  }
  return true;
}

bool explain_text_after_bracket(const Scene& scene, Diagnostics& diagnostics) {
  const std::size_t before = skip_back(scene.text, scene.at, " ");
  const char bracket = before > scene.line_start ? scene.text[before - 1] : ' ';
  if (!scene.scan.open_brackets.empty() || (bracket != ']' && bracket != '}') || scene.at >= scene.line_end)
    return false;
  diagnostics.error(scene.span(scene.at, scene.line_end), std::string("text after the closing '") + bracket + "'",
                    std::string(kQuoteIt));
  return true;
}

/// JSON allows the colon on the line below its key, YAML does not.
bool explain_colon_below(const Scene& scene, Diagnostics& diagnostics) {
  if (scene.scan.open_brackets.empty() || scene.character() != '"') return false;
  const std::size_t end = extent::quoted_end(scene.text, scene.at);
  if (end == std::string_view::npos) return false;
  const std::size_t next = skip(scene.text, end, " \t\n");
  if (next == scene.text.size() || scene.text[next] != ':' || next < extent::line_end(scene.text, end)) return false;
  diagnostics.error(scene.span(next, next + 1), "expected ':' on the line of its key",
                    "move it up, behind " + scene.piece(scene.at, end));
  return true;
}

bool explain_brackets(const Scene& scene, Diagnostics& diagnostics) {
  const bool closes = scene.says(YAML::ErrorMsg::FLOW_END);
  const std::string found = scene.at < scene.text.size()
                                ? scene.piece(scene.at, extent::character_end(scene.text, scene.at))
                                : "the end of the file";
  if (scene.scan.open_brackets.empty()) {
    if (!closes) return false;
    diagnostics.error(scene.here(), "'" + found + "' closes nothing", std::string(kQuoteIt));
    return true;
  }
  const std::size_t opening = scene.scan.open_brackets.back();
  const std::string bracket = scene.piece(opening, opening + 1);
  const std::string partner = bracket == "[" ? "]" : "}";
  if (skip(scene.text, scene.at, " \t\n") >= scene.text.size()) {
    diagnostics.error(scene.span(opening, opening + 1), "this '" + bracket + "' is never closed",
                      "write '" + partner + "' at its end, or put the text in quotes if the bracket is part of it");
    return true;
  }
  constexpr std::string_view kHelp = "write ',' between values; a text with , : [ ] { } in it needs quotes";
  const Note opens{scene.span(opening, opening + 1), "'" + bracket + "' opens here"};
  const std::size_t before = skip_back(scene.text, scene.line_start, " \t\n");
  if (scene.character() == ':' && before > opening + 1 && scene.text[before - 1] != ',') {
    std::size_t last = before - 1;
    while ((static_cast<unsigned char>(scene.text[last]) & 0xC0U) == 0x80U) --last;  // to the start of a character
    // The value above and the key of this line were read as one text of two lines.
    diagnostics
        .error(scene.span(last, extent::character_end(scene.text, last)),
               "expected ',' or '" + partner + "' after this", std::string(kHelp))
        .notes.push_back(opens);
    return true;
  }
  const std::string expected = "expected '" + partner + "' and found '" + found + "'";
  diagnostics
      .error(scene.here(), closes ? expected : "expected ',' or '" + partner + "' before this", std::string(kHelp))
      .notes.push_back(opens);
  return true;
}

bool explain_colon_in_text(const Scene& scene, Diagnostics& diagnostics) {
  if (!scene.says(YAML::ErrorMsg::MAP_VALUE)) return false;
  const std::size_t key = key_start(scene, scene.line_start);
  const std::size_t colon = find_colon(scene.text, key, scene.at);
  if (colon == std::string_view::npos) return false;
  const std::size_t value = skip(scene.text, colon + 1, " \t");
  const bool is_typographic = scene.text.substr(value).starts_with("“") || scene.text.substr(value).starts_with("„");
  diagnostics.error(
      scene.here(), "a second ': ' in the value of '" + scene.piece(key, skip_back(scene.text, colon, " ")) + "'",
      is_typographic ? "“ and ” belong to the text; YAML's quotes are straight: \"…\""
                     : "put the value in quotes: \"" + scene.piece(value, scene.at) + ": …\"");
  return true;
}

bool explain_deeper_line(const Scene& scene, Diagnostics& diagnostics) {
  const std::size_t above = line_above(scene);
  if (above == std::string_view::npos) return false;
  const std::size_t end = skip_back(scene.text, extent::line_end(scene.text, above), " \t");
  const std::size_t key = key_start(scene, above);
  const bool deeper = scene.first - scene.line_start > key - above;
  if (!deeper || find_colon(scene.text, key, end) == std::string_view::npos) return false;
  diagnostics
      .error(scene.span(scene.line_start, scene.first),
             "this line is indented more than the one above, which has a value already", "indent both lines alike")
      .notes.push_back({scene.span(key, end), "the line above"});
  return true;
}

bool explain_line_above(const Scene& scene, Diagnostics& diagnostics) {
  const std::size_t above = line_above(scene);
  if (!scene.says(YAML::ErrorMsg::MAP_VALUE) || above == std::string_view::npos) return false;
  const std::size_t end = skip_back(scene.text, extent::line_end(scene.text, above), " \t");
  const std::size_t key = key_start(scene, above);
  if (scene.text[key] == '*' || scene.text[key] == '&') {
    diagnostics.error(scene.span(key, key + 1), std::string("a key cannot begin with '") + scene.text[key] + "'",
                      "put the key in quotes");
    return true;
  }
  if (find_colon(scene.text, key, end) != std::string_view::npos) return false;
  const std::size_t colon = scene.text.substr(0, end).find(':', key);
  if (colon != std::string_view::npos) {
    diagnostics.error(scene.span(colon, colon + 1), "expected a space after ':'",
                      "write '" + scene.piece(key, colon) + ": " + scene.piece(colon + 1, end) + "'");
    return true;
  }
  const bool item = key + 1 < end && scene.text[key] == '-';
  const std::size_t space = scene.text.substr(0, end).find(' ', key);
  const std::string word = scene.piece(key, std::min(space, end));
  const bool may_be_key = !word.empty() && std::all_of(word.begin(), word.end(), [](char each) { return (each >= 'a' && each <= 'z') || each == '_'; });
  diagnostics.error(scene.span(key, end), "this line is neither 'key: value' nor a list item",
                    item         ? "write a space after '-'"
                    : may_be_key ? "is a ':' missing after '" + word + "'? Or indent the line if it continues the text above"
                                 : "add the key, or indent the line if it continues the text above");
  return true;
}

bool explain_comment_in_text(const Scene& scene, Diagnostics& diagnostics) {
  const std::size_t above = line_above(scene);
  if (scene.says(YAML::ErrorMsg::MAP_VALUE) || above == std::string_view::npos || scene.at != scene.first) return false;
  const std::size_t end = extent::line_end(scene.text, above);
  for (std::size_t at = above; at < end; ++at) {
    if (!extent::is_comment_start(scene.text, at) || skip(scene.text, above, " ") == at) continue;
    diagnostics
        .error(scene.span(scene.at, scene.line_end), "this line belongs to nothing: the text above ended at '#'",
               "put the text in quotes if '#' belongs to it")
        .notes.push_back({scene.span(at, end), "a comment begins here"});
    return true;
  }
  return false;
}

bool explain_indentation(const Scene& scene, Diagnostics& diagnostics) {
  const bool block_ended = scene.says(YAML::ErrorMsg::END_OF_MAP) || scene.says(YAML::ErrorMsg::END_OF_SEQ);
  const std::size_t above = line_above(scene);
  if (!block_ended || above == std::string_view::npos || scene.at != scene.first) return false;
  const std::string indent = std::to_string(scene.first - scene.line_start);
  diagnostics
      .error(scene.span(scene.line_start, scene.first), "an indentation of " + indent + " that fits no line above",
             "begin the line in the same column as the lines it belongs to")
      .notes.push_back({scene.span(key_start(scene, above), extent::line_end(scene.text, above)), "the line above"});
  return true;
}

bool explain_directive(const Scene& scene, Diagnostics& diagnostics) {
  if (scene.text.substr(scene.line_start, 1) != "%") return false;
  if (scene.text.substr(scene.line_start).starts_with("%YAML")) {
    diagnostics.error(scene.span(scene.line_start, scene.line_end), "not a version of YAML", "remove this line");
    return true;
  }
  diagnostics.error(scene.span(scene.line_start, scene.line_start + 1), "a line cannot begin with '%'",
                    "put a text that begins with '%' in quotes");
  return true;
}

constexpr bool (*kRules[])(const Scene&, Diagnostics&) = {explain_escape,
                                                          explain_tab,
                                                          explain_unclosed_quote,
                                                          explain_text_after_quote,
                                                          explain_reserved_sign,
                                                          explain_tag_or_block,
                                                          explain_star_or_ampersand,
                                                          explain_item_on_key_line,
                                                          explain_text_after_bracket,
                                                          explain_colon_below,
                                                          explain_brackets,
                                                          explain_directive,
                                                          explain_colon_in_text,
                                                          explain_comment_in_text,
                                                          explain_deeper_line,
                                                          explain_line_above,
                                                          explain_indentation};

}  // namespace

void report_syntax_error(const SyntaxFailure& failure, Diagnostics& diagnostics) {
  const Scene scene = look_at(failure);
  for (const auto& rule : kRules)
    if (rule(scene, diagnostics)) return;
  diagnostics.error(scene.here(), "this is not valid YAML (" + std::string(failure.library_message) + ")",
                    "check quotes, colons and indentation on this line and the one above");
}

}  // namespace galley
