// The manual page, in the macros of man(7).
#include <string_view>

#include "base/utf8.h"
#include "cli/option_table.h"
#include "galley/engine.h"

namespace galley::cli {
namespace {

/// Text that roff takes for nothing else: no escapes, no requests at the beginnings of lines, dashes that can be copied.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    if (c == U'\\') out += "\\e";
    else if (c == U'-') out += "\\-";
    else if (c == U'\'') out += "\\(aq";
    else if (c == U'.' && (at == 0 || text[at - 1] == '\n')) out += "\\&.";
    else if (c < 0x80) out += static_cast<char>(c);
    else {
      constexpr const char* kDigits = "0123456789ABCDEF";
      std::string digits;
      for (char32_t rest = c; rest > 0 || digits.size() < 4; rest /= 16) digits.insert(digits.begin(), kDigits[rest % 16]);
      out += "\\[u" + digits + "]";
    }
    at += length;
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

/// "--format, -f pdf|text|png|svg"
std::string heading_of(const OptionEntry& option) {
  std::string text;
  for (const std::string& name : option.names) text += (text.empty() ? "" : ", ") + (option.is_argument ? italic(name) : bold(name));
  if (!option.is_argument && !option.value.empty()) text += " " + italic(option.value);
  return text + (option.repeats ? " ..." : "");
}

std::string entry(const OptionEntry& option) {
  std::string text = ".TP\n" + heading_of(option) + "\n" + plain(option.description);
  if (!option.default_value.empty()) text += "; default: " + plain(option.default_value);
  if (!option.environment.empty()) text += "; the environment variable " + bold(option.environment) + " says the same";
  return text + "\n";
}

std::string name_of(const CommandEntry& command) { return command.path.empty() ? "galley" : "galley " + command.path; }

std::string synopsis_of(const CommandEntry& command) {
  std::string text = bold(name_of(command)) + " [options]";
  for (const OptionEntry& option : command.options)
    if (option.is_argument) text += (option.is_required ? " " : " [") + italic(option.names.front()) + (option.repeats ? "..." : "") + (option.is_required ? "" : "]");
  if (!command.commands.empty()) text += " " + italic("command");
  return text;
}

std::string section_of(const CommandEntry& command) {
  std::string text = ".SS \"" + plain(name_of(command)) + "\"\n" + synopsis_of(command) + "\n.PP\n" + plain(command.description) + ".\n";
  for (const OptionEntry& option : command.options) text += entry(option);
  return text;
}

std::string examples() {
  std::string text = ".SH EXAMPLES\n";
  for (const Example& each : examples_of("")) {
    text += ".TP\n" + bold(each.line) + "\n";
    text += *each.does ? plain(each.does) + "\n" : "\\&\n";
  }
  return text;
}

constexpr const char* kEnvironment = R"(.SH ENVIRONMENT
.TP
\fBNO_COLOR\fR
When it is set and not empty, messages on a terminal are not coloured.
.TP
\fBSOURCE_DATE_EPOCH\fR
The date of documents in their metadata, in seconds since 1970.
)";

constexpr const char* kFiles = R"(.SH FILES
.TP
\fI/usr/share/doc/galley/examples\fR
The layouts and the sample CV, to look at.
.TP
\fI/usr/share/galley/schema\fR
JSON Schemas of CVs, and of the jobs and answers of \fBgalley worker\fR.
)";

}  // namespace

std::string manual_page(const CommandEntry& program) {
  std::string text = ".\\\" Made by `galley man` from the table of options.\n.TH GALLEY 1 \"\" \"galley " + plain(version()) +
                     "\" \"User Commands\"\n.SH NAME\ngalley \\- CV typesetting engine\n.SH SYNOPSIS\n" + synopsis_of(program) + "\n.SH DESCRIPTION\n" +
                     plain(program.description) + "\n.SH OPTIONS\n";
  for (const OptionEntry& option : program.options) text += entry(option);
  text += ".SH COMMANDS\n";
  for (const CommandEntry* command : all_commands(program))
    if (!command->path.empty()) text += section_of(*command);
  text += ".SH \"EXIT STATUS\"\n";
  for (const ExitCode& each : exit_codes()) text += ".TP\n" + bold(each.code) + "\n" + plain(each.means) + "\n";
  return text + kEnvironment + kFiles + examples();
}

}  // namespace galley::cli
