// What a process owes to those that start it: signals, pipes and closed files.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/commands.h"

namespace galley::cli {
namespace {

/// Says that the end has come, without asking for memory.
[[noreturn]] void give_up() {
  static constexpr char kSaid[] = "galley: error: memory ran out, or this is a fault of Galley's own\n";
  static_cast<void>(!::write(STDERR_FILENO, kSaid, sizeof kSaid - 1));
  ::_exit(static_cast<int>(Status::limit));
}

/// Before other objects of the program are made: what they throw nobody could catch. Where there is no memory even for an
/// exception, the runtime aborts.
[[gnu::constructor(101)]] void prepare_to_give_up() {
  std::set_terminate(give_up);
  std::signal(SIGABRT, [](int) { give_up(); });
}

/// Says so and dies of the signal, which whoever waits can see. What is written becomes visible at once or not at all (and signals
/// are held meanwhile: see DiskWorkspace), so there is nothing to clear away.
void stop(int signal) {
  static constexpr char kSaid[] = "galley: error: stopped; what was not finished is not written\n";
  static_cast<void>(!::write(STDERR_FILENO, kSaid, sizeof kSaid - 1));
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

void prepare_process() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    const bool is_ignored = ::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN;
    if (!is_ignored) std::signal(signal, stop);  // of nohup and of jobs in the background
  }
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDONLY));
}

int print_text(std::string_view text) {
  const bool good = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (std::fflush(stdout) == 0 && good) return static_cast<int>(Status::good);
  return complain(Status::machine, "cannot write to standard output");
}

}  // namespace galley::cli
