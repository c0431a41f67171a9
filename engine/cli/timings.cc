// --timings: what the stages of a render or a batch take.
#include <ctime>

#include "cli/allocations.h"
#include "cli/commands.h"
#include "cli/option_table.h"

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

TimingOptions::TimingOptions() : times(&allocations_made) {}

void add_timings(CLI::App& command, TimingOptions& options, Request& request) {
  command
      .add_option_function<std::string>(
          "--timings",
          [&options, &request](const std::string& file) {
            options.file = file;
            options.times.add("start", processor_time(), allocations_made());  // until here: loading libraries, reading these options
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
