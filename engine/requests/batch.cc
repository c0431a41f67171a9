#include "requests/batch.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <thread>

#include "requests/batch_report.h"
#include "requests/batch_worker.h"
#include "requests/embed.h"
#include "requests/manifest.h"
#include "requests/outputs.h"

namespace galley {
namespace {

using Opener = std::function<std::unique_ptr<Workspace>()>;

constexpr const char* kJournal = ".galley-batch";  // in the output folder: "fingerprint path" a line, of finished outputs
constexpr std::size_t kLargestJournal = 256U << 20U;

/// The file's name without folder and extension.
std::string stem_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

void replace(std::string& text, const std::string& field, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(field, at)) != std::string::npos; at += with.size()) text.replace(at, field.size(), with);
}

/// One run of a batch: what is to be done, who does it, what has come of it.
class Batch {
 public:
  Batch(BatchRequest request, const Opener& open) : request_(std::move(request)), open_(open), files_(open()), session_(*files_) {}

  BatchOutcome run() {
    if (auto request = with_manifest(session_, request_)) request_ = std::move(*request);
    if (!session_.diagnostics.has_errors()) standards_ = standards_of(request_.each, session_.diagnostics);
    if (!session_.diagnostics.has_errors()) plan();
    if (!session_.diagnostics.has_errors()) check_names();
    if (!session_.diagnostics.has_errors()) prepare_folder();
    if (!session_.diagnostics.has_errors()) work();
    if (!session_.diagnostics.has_errors()) finish();
    const Outcome own = outcome_of(session_);
    outcome_.messages.insert(outcome_.messages.begin(), own.messages.begin(), own.messages.end());
    if (own.status != Status::good) outcome_.status = own.status;
    return std::move(outcome_);
  }

 private:
  void usage(std::string message, std::string help) { session_.diagnostics.fail(Blame::usage, {}, std::move(message), std::move(help)); }

  void plan() {
    if (request_.cvs.empty()) usage("there is no CV to render", "galley batch data/*.yaml --layout all -o out");
    std::vector<std::string> layouts;
    for (const std::string& name : request_.layouts) {
      const std::vector<std::string> meant = name == "all" ? layout_names(false) : std::vector{name};
      for (const std::string& each : meant)
        if (std::find(layouts.begin(), layouts.end(), each) == layouts.end()) layouts.push_back(each);
    }
    request_.layouts = layouts;
    for (const std::string& cv : request_.cvs)
      for (const std::string& layout : request_.layouts) {
        BatchJob& job = outcome_.jobs.emplace_back();
        job.cv = cv;
        job.layout = layout;
      }
  }

  [[nodiscard]] std::map<Format, std::string> outputs_of(const BatchJob& job) const {
    std::map<Format, std::string> outputs;
    for (const Format format : request_.each.formats) {
      std::string name = request_.name;
      replace(name, "{stem}", stem_of(job.cv));
      replace(name, "{layout}", stem_of(job.layout));
      replace(name, "{ext}", extension_of(format));
      outputs[format] = request_.folder + "/" + name;
    }
    return outputs;
  }

  /// Two jobs that write one file, or a job that writes over an input: said before anything is rendered.
  void check_names() {
    std::map<std::string, const BatchJob*> writers;
    for (const BatchJob& job : outcome_.jobs) {
      const auto outputs = outputs_of(job);
      std::set<std::string> own;
      for (const auto& [format, path] : outputs) {
        const auto [found, is_new] = writers.emplace(path, &job);
        if (!is_new)
          usage("'" + path + "' would be written twice: for '" + found->second->cv + "' in '" + found->second->layout + "' and for '" + job.cv +
                    "' in '" + job.layout + "'",
                "use {stem}, {layout} and {ext} in --name, and give the CVs different file names");
        for (const std::string& cv : request_.cvs)
          if (path.ends_with(stem_of(cv) + ".yaml") && files_->is_same_file(path, cv)) usage("the output '" + path + "' is one of the CVs", "give another folder with -o");
        if (session_.diagnostics.all().size() > 10) return;
      }
    }
  }

  void prepare_folder() {
    if (const std::string why = files_->make_folder(request_.folder); !why.empty()) {
      session_.diagnostics.fail(Blame::machine, {}, "cannot make the folder '" + request_.folder + "': " + why);
      return;
    }
    journal_ = request_.folder + "/" + kJournal;
    if (request_.resume) {
      read_journal();
    } else if (const std::string why = files_->write(journal_, ""); !why.empty()) {
      session_.diagnostics.fail(Blame::machine, {}, "cannot write '" + journal_ + "': " + why);
    }
  }

  /// Whole lines only: a kill may have torn the last one.
  void read_journal() {
    const ReadResult read = files_->read(journal_, kLargestJournal);
    if (!read.bytes) return;
    for (std::size_t at = 0, end; (end = read.bytes->find('\n', at)) != std::string::npos; at = end + 1) finished_.insert(read.bytes->substr(at, end - at));
    if (!read.bytes->empty() && read.bytes->back() != '\n') files_->append(journal_, "\n");
  }

  void work() {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t wanted = request_.workers > 0 ? request_.workers : cores;
    // All layouts of a CV in a row by one worker, unless there are too few CVs to keep all busy.
    chunk_ = request_.cvs.size() >= wanted ? request_.layouts.size() : 1;
    const std::size_t chunks = (outcome_.jobs.size() + chunk_ - 1) / chunk_;
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(wanted, chunks); ++i) threads.emplace_back([this] { take_jobs(); });
    take_jobs();
    threads.clear();  // waits for them
  }

  [[nodiscard]] bool is_stopped() const { return request_.stop && request_.stop->load(); }

  void take_jobs() {
    BatchWorker worker(open_(), request_, *standards_);
    if (!worker.prepare()) {
      const std::lock_guard lock(mutex_);
      if (outcome_.messages.empty()) {
        const Outcome trouble = worker.trouble();
        outcome_.messages = trouble.messages;
        outcome_.status = trouble.status;
      }
      next_ = outcome_.jobs.size();
      return;
    }
    for (std::size_t first; (first = next_.fetch_add(chunk_)) < outcome_.jobs.size();)
      for (std::size_t i = first; i < std::min(first + chunk_, outcome_.jobs.size()); ++i) {
        if (is_stopped()) return;
        do_job(worker, outcome_.jobs[i]);
      }
  }

  void do_job(BatchWorker& worker, BatchJob& job) {
    const auto outputs = outputs_of(job);
    const std::string line = worker.fingerprint(job) + ' ' + outputs.begin()->second + ' ' + std::to_string(outputs.size());
    if (finished_.contains(line) && worker.workspace().read(outputs.rbegin()->second, kLargestJournal).bytes) {
      job.skipped = job.done = true;
      for (const auto& [format, path] : outputs) job.files.push_back(path);
    } else {
      worker.run(job, outputs);
    }
    const std::lock_guard lock(mutex_);
    if (!job.skipped && job.status == Status::good) files_->append(journal_, line + '\n');
    ++done_;
    if (request_.progress) request_.progress({&job, done_, outcome_.jobs.size()});
  }

  void finish() {
    outcome_.stopped = is_stopped() && done_ < outcome_.jobs.size();
    for (const BatchJob& job : outcome_.jobs)
      if (outcome_.status == Status::good) outcome_.status = job.status;
    if (request_.report.empty()) return;
    const std::string why = files_->write(request_.report, report_as_json(outcome_));
    if (!why.empty()) session_.diagnostics.fail(Blame::machine, {}, "cannot write the report '" + request_.report + "': " + why);
  }

  BatchRequest request_;
  const Opener& open_;
  std::unique_ptr<Workspace> files_;
  Session session_;
  std::optional<Standards> standards_;
  BatchOutcome outcome_;
  std::string journal_;
  std::set<std::string> finished_;
  std::size_t chunk_ = 1;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;  ///< over what follows, the journal and the outcome's messages
  std::size_t done_ = 0;
};

}  // namespace

BatchOutcome batch(const BatchRequest& request, const std::function<std::unique_ptr<Workspace>()>& open) {
  return Batch(request, open).run();
}

BatchOutcome batch(const BatchRequest& request) {
  return batch(request, [] { return std::make_unique<DiskWorkspace>(DiskWorkspace::Durability::program); });
}

}  // namespace galley
