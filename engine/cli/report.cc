#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "cli/commands.h"

namespace galley::cli {
namespace {

/// Printed at most for people; beyond that the first ones have to be mended anyway. Programs get them all.
constexpr std::size_t kMostMessages = 100;

MessageForm message_form = MessageForm::human;
bool quiet = false;

/// Colours are for people who look at a terminal and have not said that they want none (no-color.org).
bool is_coloured() {
  const char* none = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return message_form == MessageForm::human && ::isatty(STDERR_FILENO) == 1 && !(none && *none) && terminal && std::string_view(terminal) != "dumb";
}

/// The line of what is wrong and the one with the caret, as terminals are told colours (ECMA-48, 8.3.117).
std::string painted(std::string text, Severity severity) {
  constexpr const char *kRed = "\033[1;31m", *kYellow = "\033[1;33m", *kGreen = "\033[32m", *kPlain = "\033[0m";
  const std::string word = severity == Severity::error ? "error:" : "warning:";
  const std::size_t caret = text.find("\n       | ");
  if (caret != std::string::npos) {
    text.insert(std::min(text.find('\n', caret + 1), text.size()), kPlain);
    text.insert(caret + std::string_view("\n       | ").size(), kGreen);
  }
  const std::size_t at = text.find(": " + word);
  if (at == std::string::npos) return text;
  text.insert(at + 2 + word.size(), kPlain);
  return text.insert(at + 2, severity == Severity::error ? kRed : kYellow);
}

std::string in_form(const Message& message) {
  if (message_form == MessageForm::json) return message_as_json(message) + '\n';
  std::string text = printed(message);
  if (message_form == MessageForm::brief) text.erase(text.find('\n') + 1);
  return is_coloured() ? painted(std::move(text), message.severity) : text;
}

}  // namespace

void set_message_form(MessageForm form) { message_form = form; }
void silence_warnings() { quiet = true; }
bool is_quiet() { return quiet; }

void print(const std::vector<Message>& all) {
  const auto is_error = [](const Message& each) { return each.severity == Severity::error; };
  std::size_t errors = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_error));
  std::size_t warnings = quiet ? 0 : all.size() - errors;
  const std::size_t count = errors + warnings;
  if (message_form == MessageForm::human) {  // no error goes unsaid for the sake of a warning
    errors = std::min(errors, kMostMessages);
    warnings = std::min(warnings, kMostMessages - errors);
  }
  const std::size_t unsaid = count - errors - warnings;
  for (const Message& each : all)
    if (std::size_t& left = is_error(each) ? errors : warnings; left > 0) --left, std::fputs(in_form(each).c_str(), stderr);
  if (unsaid > 0) std::fprintf(stderr, "galley: and %zu more\n", unsaid);
}

int complain(Status status, std::string text, std::string help) {
  Message message;
  message.code = status == Status::usage ? "usage" : "machine";
  message.text = std::move(text);
  message.help = std::move(help);
  print({message});
  return static_cast<int>(status);
}

int complain(Status status, Slip slip) { return complain(status, std::move(slip.text), std::move(slip.help)); }

int report(const Outcome& outcome, bool print_bytes) {
  print(outcome.messages);
  if (!outcome.fitted.empty() && outcome.status == Status::good && !quiet)
    std::fprintf(stderr, "galley: fitted to %zu page%s: %s\n", outcome.pages, outcome.pages == 1 ? "" : "s", outcome.fitted.c_str());
  if (const int failed = print_bytes ? print_text(outcome.bytes) : 0; failed != 0) return failed;
  return static_cast<int>(outcome.status);
}

}  // namespace galley::cli
