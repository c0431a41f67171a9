// The form of a message:
//
//   cv.yaml:12:5: error: unknown key 'titel' in an education entry
//      12 |     titel: Ph.D. in Statistics
//         |     ^^^^^ help: did you mean 'title'?
//   cv.yaml:3:1: note: …
#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "source/characters.h"
#include "source/source.h"

namespace galley {
namespace {

constexpr std::size_t kLongestLine = 100;  ///< columns of the source line that are shown
constexpr std::size_t kContext = 40;       ///< columns before the caret when the line is cut
constexpr std::size_t kTabWidth = 4;
constexpr std::size_t kGutter = 5;

struct Range {
  char32_t first, last;
};

/// East Asian Wide and Fullwidth in rough blocks, and emoji (Unicode TR11); terminals give them two columns.
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
                           {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
                           {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                           {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

/// Combining marks of the common blocks: no column of their own.
constexpr Range kCombining[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},
                                {0x0E34, 0x0E3A}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
                                {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};

/// Characters that show nothing or turn the line around: shown by their number, so that they can be found.
constexpr Range kInvisible[] = {{0x00AD, 0x00AD}, {0x061C, 0x061C}, {0x200B, 0x200F}, {0x2028, 0x202E},
                                {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

template <std::size_t N>
bool is_in(char32_t c, const Range (&ranges)[N]) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](Range each) { return c >= each.first && c <= each.last; });
}

/// A character as it is shown, and how many columns that takes.
struct Shown {
  std::string text;
  std::size_t columns = 1;
};

Shown show(char32_t c) {
  if (c == '\t') return {std::string(kTabWidth, ' '), kTabWidth};
  if (is_forbidden(c) || is_in(c, kInvisible)) {
    std::string name = '<' + code_point_name(c) + '>';
    const std::size_t columns = name.size();
    return {std::move(name), columns};
  }
  Shown shown;
  utf8::append(shown.text, c);
  shown.columns = is_in(c, kCombining) ? 0 : is_in(c, kWide) ? 2 : 1;
  return shown;
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
      if (width + piece.columns > kLongestLine) {
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
    out = sources.get(span.file).name + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
  }
  return out.append(": ").append(severity).append(": ").append(message).append("\n");
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
  if (!help.empty()) out += " help: " + help;
  return out + '\n';
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const SourceMap& sources) {
  const std::string_view severity = diagnostic.severity == Severity::error ? "error" : "warning";
  std::string out = heading(sources, diagnostic.span, severity, diagnostic.message);
  if (!diagnostic.span.is_nowhere()) {
    out += excerpt(sources, diagnostic.span, diagnostic.help);
  } else if (!diagnostic.help.empty()) {
    out += "  help: " + diagnostic.help + '\n';
  }
  for (const Note& note : diagnostic.notes) out += heading(sources, note.span, "note", note.message);
  return out;
}

}  // namespace galley
