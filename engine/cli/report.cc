#include <algorithm>
#include <cstdio>

#include "cli/commands.h"

namespace galley::cli {
namespace {

/// Printed at most; beyond that the first ones have to be mended anyway.
constexpr std::size_t kMostMessages = 100;

MessageForm message_form = MessageForm::human;

std::string in_form(const Message& message) {
  if (message_form == MessageForm::json) return message_as_json(message) + '\n';
  std::string text = printed(message);
  if (message_form == MessageForm::brief) text.erase(text.find('\n') + 1);
  return text;
}

}  // namespace

void set_message_form(MessageForm form) { message_form = form; }

void print(const std::vector<Message>& messages) {
  for (std::size_t i = 0; i < std::min(messages.size(), kMostMessages); ++i) std::fputs(in_form(messages[i]).c_str(), stderr);
  if (messages.size() > kMostMessages && message_form == MessageForm::human)
    std::fprintf(stderr, "galley: and %zu more\n", messages.size() - kMostMessages);
}

int complain(Status status, std::string text, std::string help) {
  Message message;
  message.code = status == Status::usage ? "usage" : "machine";
  message.text = std::move(text);
  message.help = std::move(help);
  print({message});
  return static_cast<int>(status);
}

int report(const Outcome& outcome, bool print_bytes) {
  print(outcome.messages);
  if (!outcome.fitted.empty() && outcome.status == Status::good)
    std::fprintf(stderr, "galley: fitted to %zu page%s: %s\n", outcome.pages, outcome.pages == 1 ? "" : "s", outcome.fitted.c_str());
  if (print_bytes && std::fwrite(outcome.bytes.data(), 1, outcome.bytes.size(), stdout) != outcome.bytes.size())
    return static_cast<int>(Status::machine);
  if (print_bytes && std::fflush(stdout) != 0) return complain(Status::machine, "cannot write to standard output");
  return static_cast<int>(outcome.status);
}

}  // namespace galley::cli
