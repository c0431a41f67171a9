#include "yaml/scalar_checks.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/characters.h"
#include "yaml/extent.h"

namespace galley {
namespace {

Span part(Span whole, std::size_t begin, std::size_t end) {
  return {whole.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Calls `visit(first byte that is not a space, end of line)` for each line after the first, until it returns false.
template <typename Visit>
void for_each_further_line(const WrittenScalar& scalar, Visit visit) {
  std::size_t end = extent::line_end(scalar.text, scalar.span.begin);
  while (end < scalar.span.end) {
    const std::size_t start = end + 1;
    end = extent::line_end(scalar.text, start);
    const std::size_t first = std::min(scalar.text.find_first_not_of(' ', start), scalar.text.size());
    if (first < end && !visit(first, end)) return;
  }
}

void join_line_ends(std::string& value) {
  std::string joined;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool before_feed = value[i] == '\r' && i + 1 < value.size() && value[i + 1] == '\n';
    if (!before_feed) joined.push_back(value[i] == '\r' ? '\n' : value[i]);
  }
  value = std::move(joined);
}

}  // namespace

bool check_quoted(const WrittenScalar& scalar, Diagnostics& diagnostics) {
  const char quote = scalar.text[scalar.span.begin];
  const Span opening = part(scalar.span, scalar.span.begin, scalar.span.begin + 1);
  if (extent::quoted_end(scalar.text, scalar.span.begin) == std::string_view::npos) {
    diagnostics.error(opening, "this quote is never closed", std::string("write ") + quote + " at the end of the text");
    return false;
  }
  if (scalar.in_brackets) return true;
  bool fine = true;
  for_each_further_line(scalar, [&](std::size_t first, std::size_t end) {
    if (first - extent::line_start(scalar.text, first) >= scalar.indent) return true;
    diagnostics
        .error(opening, "this quote is not closed where its text ends",
               std::string("write ") + quote + " at the end of the text, or indent the lines that belong to it")
        .notes.push_back({part(scalar.span, first, end), "this line is not indented enough to belong to the text"});
    return fine = false;
  });
  return fine;
}

void check_escapes(const WrittenScalar& scalar, std::string& value, Diagnostics& diagnostics) {
  if (value.find('\r') != std::string::npos) join_line_ends(value);
  const std::optional<std::size_t> at = find_forbidden(value);
  if (!at) return;
  const std::string name = code_point_name(utf8::decode(value, *at).code_point);
  diagnostics.error(scalar.span, "an escape in this text makes the control character " + name, "remove the escape");
}

void warn_about_items(const WrittenScalar& scalar, Diagnostics& diagnostics) {
  const std::string_view text = scalar.text;
  for_each_further_line(scalar, [&](std::size_t first, std::size_t end) {
    const bool dash = text[first] == '-' && first + 1 < end;
    const bool item = dash && text[first + 1] == ' ';
    const bool item_without_space = dash && text[scalar.span.begin] == '-';
    if (item) {
      diagnostics.warn(part(scalar.span, first, first + 1),
                       "this is not a list item but the next line of the text above",
                       "indent '-' exactly like the items above, or put the text in quotes");
    } else if (item_without_space) {
      diagnostics.warn(part(scalar.span, first, first + 1), "'-' without a space after it does not begin a list item",
                       "write '- ' before each item");
    }
    return !(item || item_without_space);
  });
}

void warn_about_comment(std::string_view text, FileId file, std::size_t end, Diagnostics& diagnostics) {
  if (end + 1 >= text.size() || text[end] != ' ' || text[end + 1] != '#') return;
  const Span comment{file, static_cast<std::uint32_t>(end + 1),
                     static_cast<std::uint32_t>(extent::line_end(text, end + 1))};
  diagnostics.warn(comment, "everything from '#' on is a comment and not part of the value",
                   "put the value in quotes if '#' belongs to it, or two spaces before '#' if not");
}

}  // namespace galley
