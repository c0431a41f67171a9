// The form of a message:
//
//   cv.yaml:12:5: error: unknown key 'titel' in an education entry
//      12 |     titel: Ph.D. in Statistics
//         |     ^^^^^ help: did you mean 'title'?
//   cv.yaml:3:1: note: …
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "base/characters.h"
#include "source/source.h"

namespace galley {
namespace {

constexpr std::size_t kLongestLine = 100;  ///< columns of the source line that are shown
constexpr std::size_t kContext = 40;       ///< columns before the caret when the line is cut
constexpr std::size_t kTabWidth = 4;
constexpr std::size_t kGutter = 5;
constexpr std::size_t kLongestMessage = 300;  ///< characters; what a message quotes may be as long as a file
constexpr std::size_t kMessageEnd = 100;      ///< of those, characters of the end: what was expected stands there
constexpr std::size_t kLongestHelp = 1000;
constexpr std::size_t kMostBytes = 1000;      ///< of a source line that is shown: marks take bytes but no columns

/// A character as it is shown, and how many columns that takes.
struct Shown {
  std::string text;
  std::size_t columns = 1;
};

Shown show(char32_t c) {
  if (c == '\t') return {std::string(kTabWidth, ' '), kTabWidth};
  if (is_invisible(c)) {
    std::string name = '<' + code_point_name(c) + '>';
    const std::size_t columns = name.size();
    return {std::move(name), columns};
  }
  Shown shown;
  utf8::append(shown.text, c);
  shown.columns = columns_of(c);
  return shown;
}

/// What is quoted in a message made safe to print: nothing that hides or turns the line around, and not without end.
std::string safe(std::string_view text, std::size_t longest) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    characters.push_back(show(c).text);
    at += length;
  }
  std::string out;
  const bool cut = characters.size() > longest;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (cut && i == longest - kMessageEnd) {
      out += "…";
      i = characters.size() - kMessageEnd;
    }
    out += characters[i];
  }
  return out;
}

/// A source line made safe to print, with the columns [begin, end) to underline.
struct ShownLine {
  std::string text;
  std::size_t begin = 0, end = 0;
};

/// [from, to): bytes of `line` to underline.
ShownLine show_line(std::string_view line, std::size_t from, std::size_t to) {
  std::size_t column = 0, caret = 0;
  for (std::size_t at = 0; at < line.size() && at < from;) {
    const auto [c, length] = utf8::decode(line, at);
    caret += show(c).columns;
    at += length;
  }
  const std::size_t cut = caret > kLongestLine - kContext ? caret - kContext : 0;  // columns dropped at the left
  ShownLine shown;
  if (cut > 0) shown.text = "…";
  std::size_t width = shown.text.empty() ? 0 : 1;
  std::optional<std::size_t> begin, end;
  for (std::size_t at = 0; at < line.size();) {
    const auto [c, length] = utf8::decode(line, at);
    const Shown piece = show(c);
    if (column >= cut) {
      if (width + piece.columns > kLongestLine || shown.text.size() > kMostBytes) {
        shown.text += "…";
        break;
      }
      if (at >= from && !begin) begin = width;
      if (at >= to && !end) end = width;
      shown.text += piece.text;
      width += piece.columns;
    }
    column += piece.columns;
    at += length;
  }
  shown.begin = begin.value_or(width);
  shown.end = std::max(end.value_or(width), shown.begin + 1);
  return shown;
}

std::string heading(const SourceMap& sources, Span span, std::string_view severity, std::string_view message) {
  std::string out = "galley";
  if (!span.is_nowhere()) {
    const Place place = sources.place(span.file, span.begin);
    out = safe(sources.get(span.file).name, kLongestMessage) + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
  }
  return out.append(": ").append(severity).append(": ").append(safe(message, kLongestMessage)).append("\n");
}

/// The line of the span with its number, and below it the caret with the help.
std::string excerpt(const SourceMap& sources, Span span, const std::string& help) {
  const std::string_view text = sources.get(span.file).text;
  const std::size_t at = std::min<std::size_t>(span.begin, text.size());
  const std::string_view line = sources.line_around(span.file, at);
  const auto start = static_cast<std::size_t>(line.data() - text.data());
  const std::size_t to = std::min<std::size_t>(span.end, start + line.size());
  const ShownLine shown = show_line(line, at - start, std::max(to, at) - start);
  std::string number = std::to_string(sources.place(span.file, at).line);
  if (number.size() < kGutter) number.insert(0, kGutter - number.size(), ' ');
  std::string out = number + " | " + shown.text + '\n';
  out.append(number.size(), ' ').append(" | ").append(shown.begin, ' ').append(shown.end - shown.begin, '^');
  if (!help.empty()) out += " help: " + safe(help, kLongestHelp);
  return out + '\n';
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const SourceMap& sources) {
  const std::string_view severity = diagnostic.severity == Severity::error ? "error" : "warning";
  std::string out = heading(sources, diagnostic.span, severity, diagnostic.message);
  if (!diagnostic.span.is_nowhere()) {
    out += excerpt(sources, diagnostic.span, diagnostic.help);
  } else if (!diagnostic.help.empty()) {
    out += "  help: " + safe(diagnostic.help, kLongestHelp) + '\n';
  }
  for (const Note& note : diagnostic.notes) out += heading(sources, note.span, "note", note.message);
  return out;
}

}  // namespace galley
