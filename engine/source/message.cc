// Messages as others see them: diagnostics with their places looked up, and the form in which they are printed.
#include "galley/message.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/characters.h"
#include "base/utf8.h"
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
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (text.size() <= longest && std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
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

/// The first line of the span with its number, and below it the caret: two lines, the second without its end.
std::string excerpt(const SourceMap& sources, Span span) {
  const std::string_view text = sources.get(span.file).text;
  const std::size_t at = std::min<std::size_t>(span.begin, text.size());
  const std::string_view line = sources.line_around(span.file, at);
  const auto start = static_cast<std::size_t>(line.data() - text.data());
  const std::size_t to = std::min<std::size_t>(span.end, start + line.size());
  const ShownLine shown = show_line(line, at - start, std::max(to, at) - start);
  std::string number = std::to_string(sources.place(span.file, at).line);
  if (number.size() < kGutter) number.insert(0, kGutter - number.size(), ' ');
  std::string out = number + " | " + shown.text + '\n';
  return out.append(number.size(), ' ').append(" | ").append(shown.begin, ' ').append(shown.end - shown.begin, '^');
}

Location location_of(const SourceMap& sources, Span span) {
  if (span.is_nowhere()) return {};
  const Place begin = sources.place(span.file, span.begin);
  const Place end = sources.place(span.file, std::max(span.begin, span.end));
  return {.file = sources.get(span.file).name, .line = begin.line, .column = begin.column, .end_line = end.line, .end_column = end.column};
}

struct CodeName {
  Code code;
  std::string_view name, about;
};

/// The public names: they never change; galley/MESSAGES.md lists them.
constexpr std::array kCodes = {
    CodeName{Code::syntax, "syntax", "the YAML or JSON of a file cannot be read"},
    CodeName{Code::encoding, "encoding", "a file is not UTF-8, or holds control characters"},
    CodeName{Code::unknown_key, "unknown-key", "a key that nothing reads"},
    CodeName{Code::missing_key, "missing-key", "something that has to be said is not"},
    CodeName{Code::wrong_type, "wrong-type", "a text, list or map where another of them is expected"},
    CodeName{Code::wrong_value, "wrong-value", "a value that is not one of those allowed"},
    CodeName{Code::unknown_name, "unknown-name", "a layout, kind, field, phrase, entry or stage that does not exist"},
    CodeName{Code::bad_date, "bad-date", "a date or range that cannot be"},
    CodeName{Code::bad_link, "bad-link", "an address that leads nowhere or is not allowed"},
    CodeName{Code::empty_value, "empty-value", "something empty, which is left out"},
    CodeName{Code::not_carried_over, "not-carried-over", "part of a file of another program that Galley has no place for"},
    CodeName{Code::cannot_read, "cannot-read", "a file cannot be read"},
    CodeName{Code::cannot_write, "cannot-write", "a file cannot be written"},
    CodeName{Code::missing_font, "missing-font", "a font family is not installed"},
    CodeName{Code::damaged_font, "damaged-font", "a font file cannot be used"},
    CodeName{Code::missing_character, "missing-character", "no font has a character"},
    CodeName{Code::overfull_line, "overfull-line", "a line is longer than its measure, or a word was divided for want of room"},
    CodeName{Code::low_contrast, "low-contrast", "text that is hard to read on its ground"},
    CodeName{Code::coarse_picture, "coarse-picture", "a picture with too few pixels for its size"},
    CodeName{Code::does_not_fit, "does-not-fit", "more than the page, the layout or the number of pages has room for"},
    CodeName{Code::not_shown, "not-shown", "something of the CV that the layout does not show"},
    CodeName{Code::breaks_standard, "breaks-standard", "the PDF would not keep the standard it claims"},
    CodeName{Code::faulty_pdf, "faulty-pdf", "a PDF that was looked at: words, tags, fonts or something else in it are wrong"},
    CodeName{Code::missing_component, "missing-component", "a part of Galley that the request takes is not installed"},
    CodeName{Code::by_blame, "data", "another fault in the user's files"},
};
// Of messages without a code of their own, by who has to act.
constexpr CodeName kRequest{Code::by_blame, "request", "another fault in the command line or the request"};
constexpr CodeName kMachine{Code::by_blame, "machine", "another failure of the machine"};
constexpr CodeName kLimit{Code::by_blame, "limit", "a documented limit, or a fault of Galley's own"};
// Said by the requests room.
constexpr CodeName kStopped{Code::by_blame, "stopped", "whoever asked did not want it any more"};

std::string_view name_of(const Diagnostic& diagnostic) {
  if (diagnostic.code == Code::by_blame && diagnostic.blame == Blame::usage) return kRequest.name;
  if (diagnostic.code == Code::by_blame && diagnostic.blame == Blame::machine) return kMachine.name;
  if (diagnostic.code == Code::by_blame && diagnostic.blame == Blame::limit) return kLimit.name;
  const auto named = std::find_if(kCodes.begin(), kCodes.end(), [&](const CodeName& each) { return each.code == diagnostic.code; });
  return named == kCodes.end() ? kLimit.name : named->name;
}

std::string heading(const Location& location, std::string_view severity, std::string_view text) {
  std::string out = "galley";
  if (!location.file.empty())
    out = safe(location.file, kLongestMessage) + ':' + std::to_string(location.line) + ':' + std::to_string(location.column);
  return out.append(": ").append(severity).append(": ").append(safe(text, kLongestMessage)).append("\n");
}

}  // namespace

Message message_of(const Diagnostic& diagnostic, const SourceMap& sources) {
  Message message;
  message.severity = diagnostic.severity;
  message.code = name_of(diagnostic);
  message.location = location_of(sources, diagnostic.span);
  message.text = diagnostic.message;
  message.help = diagnostic.help;
  for (const Note& note : diagnostic.notes) message.notes.push_back({location_of(sources, note.span), note.message});
  if (!diagnostic.span.is_nowhere()) message.excerpt = excerpt(sources, diagnostic.span);
  return message;
}

std::string printed(const Message& message) {
  std::string out = heading(message.location, message.severity == Severity::error ? "error" : "warning", message.text);
  out += message.excerpt;
  if (!message.help.empty()) out += (message.excerpt.empty() ? "  help: " : " help: ") + safe(message.help, kLongestHelp);
  if (!message.excerpt.empty() || !message.help.empty()) out += '\n';
  for (const MessageNote& note : message.notes) out += heading(note.location, "note", note.text);
  return out;
}

std::vector<MessageCode> message_codes() {
  std::vector<MessageCode> codes;
  for (const CodeName& each : kCodes) codes.push_back({std::string(each.name), std::string(each.about)});
  for (const CodeName& each : {kRequest, kMachine, kLimit, kStopped}) codes.push_back({std::string(each.name), std::string(each.about)});
  return codes;
}

std::string render(const Diagnostic& diagnostic, const SourceMap& sources) { return printed(message_of(diagnostic, sources)); }

}  // namespace galley
