// --timings: what the stages of a render or a batch take. The program counts its allocations for it.
#include <ctime>
#include <cstdlib>
#include <new>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace {
thread_local std::uint64_t allocations = 0;
}

// The usual ones ([new.delete.single]), but for the counting; the sanitizers bring theirs.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
void* operator new(std::size_t size) {
  ++allocations;
  while (true) {
    if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (!handler) throw std::bad_alloc();
    handler();
  }
}
void* operator new[](std::size_t size) { return ::operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
#endif

namespace galley::cli {
namespace {

/// Of the process, in milliseconds.
double processor_time() {
  timespec taken{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &taken);
  constexpr double kNanoseconds = 1e6;
  return static_cast<double>(taken.tv_sec) * 1000 + static_cast<double>(taken.tv_nsec) / kNanoseconds;
}

}  // namespace

TimingOptions::TimingOptions() : times([] { return allocations; }) {}

void add_timings(CLI::App& command, TimingOptions& options, Request& request) {
  command
      .add_option_function<std::string>(
          "--timings",
          [&options, &request](const std::string& file) {
            options.file = file;
            options.times.add("start", processor_time(), allocations);  // until here: loading libraries, reading these options
            request.timings = &options.times;
          },
          "Write as JSON what each stage takes: milliseconds and allocations; - for standard output")
      ->type_name(kFileValue)
      ->check(kNotEmpty);
}

int write_timings(const TimingOptions& options, int code) {
  if (options.file.empty()) return code;
  const std::string why = DiskWorkspace().write(options.file, timings_as_json(options.times));
  if (why.empty()) return code;
  const int failed = complain(Status::machine, "cannot write the timings '" + options.file + "': " + why);
  return code == 0 ? failed : code;
}

}  // namespace galley::cli
