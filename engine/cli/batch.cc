#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/option_table.h"

namespace galley::cli {
namespace {

/// Set by SIGINT and SIGTERM: the jobs under way end with whole files, none is begun.
std::atomic<bool> stop_asked = false;
std::atomic<int> stop_signal = SIGINT;
void ask_to_stop(int signal) {
  stop_signal = signal;
  stop_asked = true;
}

/// One line that is written over on a terminal; else a line every tenth of the way.
class ProgressLine {
 public:
  void show(const BatchProgress& progress) {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    const double rate = static_cast<double>(progress.done) / std::max(seconds, 1e-3);
    const double left = static_cast<double>(progress.of - progress.done) / rate;
    if (is_terminal_) {
      if (seconds - shown_at_ < kRefresh && progress.done < progress.of) return;
      shown_at_ = seconds;
      const auto filled = static_cast<int>(kWidth * progress.done / progress.of);
      std::fprintf(stderr, "\r[%.*s%.*s] %zu/%zu, %.0f/s, %.0f s left \033[K", filled, kFull, static_cast<int>(kWidth) - filled, kEmpty, progress.done, progress.of, rate, left);
      if (progress.done == progress.of) std::fputc('\n', stderr);
    } else if (progress.done * kSteps / progress.of != (progress.done - 1) * kSteps / progress.of) {
      std::fprintf(stderr, "galley: %zu of %zu, %.0f/s\n", progress.done, progress.of, rate);
    }
  }

 private:
  static constexpr double kRefresh = 0.1;  // seconds between two looks of a person
  static constexpr std::size_t kWidth = 20, kSteps = 10;
  static constexpr const char* kFull = "####################";
  static constexpr const char* kEmpty = "....................";
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  double shown_at_ = -1;
  bool is_terminal_ = ::isatty(STDERR_FILENO) == 1;
};

/// "cv.yaml (industry, de) in classic"
std::string name_of(const BatchJob& job) {
  std::string version = job.variant + (job.variant.empty() || job.language.empty() ? "" : ", ") + job.language;
  if (!version.empty()) version = " (" + version + ")";
  return job.cv + version + " in " + job.layout;
}

int summarise(const BatchOutcome& outcome) {
  print(outcome.messages);
  std::size_t good = 0, unchanged = 0, skipped = 0, failed = 0;
  for (const BatchJob& job : outcome.jobs) {
    print(job.messages);
    if (!job.done) continue;
    if (job.skipped) ++skipped;
    else if (job.status != Status::good) ++failed;
    else if (job.unchanged) ++unchanged;
    else ++good;
  }
  for (const BatchJob& job : outcome.jobs)
    if (job.done && job.status != Status::good) std::fprintf(stderr, "galley: failed: %s\n", name_of(job).c_str());
  if (outcome.jobs.empty()) return static_cast<int>(outcome.status);
  std::fprintf(stderr, "galley: %zu rendered, %zu unchanged, %zu skipped, %zu failed, of %zu\n", good, unchanged, skipped, failed, outcome.jobs.size());
  constexpr int kOfSignals = 128;  // as shells have it: 130 is SIGINT
  return outcome.stopped ? kOfSignals + stop_signal : static_cast<int>(outcome.status);
}

int list(const BatchOutcome& planned) {
  print(planned.messages);
  std::vector<std::string> paths;
  for (const BatchJob& job : planned.jobs) paths.insert(paths.end(), job.files.begin(), job.files.end());
  return planned.status == Status::good ? print_outputs(paths) : static_cast<int>(planned.status);
}

/// A rule for each job; what failed has the files that were planned. None where nobody asked for them: planning takes time and memory.
std::vector<DependencyRule> rules_of(const BatchOutcome& outcome, Engine& engine, const BatchRequest& request, const BuildOptions& asked) {
  std::vector<DependencyRule> rules;
  if (asked.depfile.empty()) return rules;
  const BatchOutcome planned = engine.plan(request);
  for (std::size_t i = 0; i < planned.jobs.size(); ++i) {
    const BatchJob& job = i < outcome.jobs.size() ? outcome.jobs[i] : planned.jobs[i];
    DependencyRule& rule = rules.emplace_back(DependencyRule{job.files.empty() ? planned.jobs[i].files : job.files, job.read});
    if (job.read.empty()) rule.inputs = {job.cv};
    rule.inputs.insert(rule.inputs.end(), outcome.read.begin(), outcome.read.end());
  }
  return rules;
}

int refuse_depfile() {
  return complain(Status::usage, "which files finished jobs were made of is not known", "leave out --resume, or --depfile");
}

}  // namespace

Command add_batch(CLI::App& program) {
  struct Options {
    BatchRequest request;
    BuildOptions build;
    TimingOptions timings;
  };
  auto options = std::make_shared<Options>();
  BatchRequest& request = options->request;
  CLI::App* batch = program.add_subcommand("batch", "Renders many CVs in many layouts and formats, on all cores");
  batch->add_option("cvs", request.cvs, "The CVs' data files")->type_name(kFileValue);
  batch->add_option("-m,--manifest", request.manifest, "A YAML file that says cvs, layouts, formats, output …; it counts before what is said here")->type_name(kFileValue);
  batch->add_option("-l,--layout", request.layouts, "Layouts, joined by commas or given again; all: each that ships; default: the variant's, else classic")->delimiter(',')->type_name(kLayoutValue);
  batch->add_option("--variant", request.variants, "Variants of the CVs, joined by commas or given again; '*': each that a CV has")->delimiter(',')->type_name("NAME");
  batch->add_option("--language", request.languages, "Languages, joined by commas or given again; '*': each that a CV is written in")->delimiter(',')->type_name("CODE");
  add_tags(*batch, request.each.version);
  add_formats(*batch, request.each.formats);
  batch->add_option("-o,--output", request.folder, "Folder for the outputs")->type_name(kFolderValue)->check(kNotEmpty)->capture_default_str();
  batch->add_option("--name", request.name, "Names of outputs in it; default: {stem}-{layout}.{ext}, with -{variant} and -{language} before -{layout} where they are asked for")->type_name("TEMPLATE")->check(kNotEmpty);
  add_value(*batch, "--standard", request.each.standards, standards_from, "What PDFs must keep, as for render")->type_name("ua1|a2a|a2b|a2u|a3a|a3b|a3u|none");
  batch->add_flag("--embed", request.each.embed, "Attach each CV's data to its PDF");
  batch->add_flag("--verify", request.each.verify, "Read each PDF back before it is written");
  add_disclosure(*batch, request.each);
  add_print(*batch, request.each.print);
  add_resolution(*batch, request.each);
  add_set(*batch, request.each);
  add_pages(*batch, request.each);
  add_font_path(*batch, request.each);
  constexpr std::int64_t kMostWorkers = 256;
  takes_number(batch->add_option("-j,--jobs", request.workers, "Threads; 0: one a core"), 0, kMostWorkers);
  batch->add_option("--report", request.report, "Write what was done as JSON")->type_name(kFileValue);
  batch->add_flag("--resume", request.resume, "Skip what an earlier run over the same inputs has finished");
  add_build_options(*batch, options->build, request.each);
  add_timings(*batch, options->timings, request.each);
  return {batch, [options] {
            std::signal(SIGINT, &ask_to_stop);
            std::signal(SIGTERM, &ask_to_stop);
            options->request.stop = &stop_asked;
            DiskWorkspace files;
            Engine engine(files);
            if (!options->build.depfile.empty() && options->request.resume) return refuse_depfile();
            if (options->build.list_outputs) return list(engine.plan(options->request));
            ProgressLine line;
            if (!is_quiet()) options->request.progress = [&](const BatchProgress& progress) { line.show(progress); };
            const BatchOutcome outcome = engine.batch(options->request);
            const int code = write_depfile(options->build, rules_of(outcome, engine, options->request, options->build), summarise(outcome));
            return write_timings(options->timings, code);
          }};
}

}  // namespace galley::cli
