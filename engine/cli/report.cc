#include <algorithm>
#include <cstdio>

#include "cli/commands.h"

namespace galley::cli {
namespace {

/// Printed at most; beyond that the first ones have to be mended anyway.
constexpr std::size_t kMostMessages = 100;

}  // namespace

int report(const Outcome& outcome, bool print_bytes) {
  for (std::size_t i = 0; i < std::min(outcome.messages.size(), kMostMessages); ++i)
    std::fputs(printed(outcome.messages[i]).c_str(), stderr);
  if (outcome.messages.size() > kMostMessages)
    std::fprintf(stderr, "galley: and %zu more\n", outcome.messages.size() - kMostMessages);
  if (!outcome.fitted.empty() && outcome.status == Status::good)
    std::fprintf(stderr, "galley: fitted to %zu page%s: %s\n", outcome.pages, outcome.pages == 1 ? "" : "s", outcome.fitted.c_str());
  if (print_bytes && std::fwrite(outcome.bytes.data(), 1, outcome.bytes.size(), stdout) != outcome.bytes.size())
    return static_cast<int>(Status::machine);
  if (print_bytes && std::fflush(stdout) != 0) {
    std::fputs("galley: error: cannot write to standard output\n", stderr);
    return static_cast<int>(Status::machine);
  }
  return static_cast<int>(outcome.status);
}

}  // namespace galley::cli
