#include "requests/batch.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>

#include "requests/batch_job.h"
#include "requests/batch_journal.h"
#include "requests/batch_plan.h"
#include "requests/batch_report.h"
#include "requests/embed.h"
#include "requests/layout_files.h"
#include "requests/manifest.h"
#include "requests/print.h"

namespace galley {
namespace {

/// A batch under way: what its threads share.
class BatchRun {
 public:
  BatchRun(Shared& shared, const BatchFrame& frame, const std::vector<PlannedJob>& plan, BatchJournal& journal)
      : shared_(shared), frame_(frame), plan_(plan), journal_(journal), jobs_(plan.size()) {
    for (std::size_t i = 0; i < plan.size(); ++i) {
      jobs_[i].cv = plan[i].cv;
      jobs_[i].variant = plan[i].version.variant;
      jobs_[i].language = plan[i].version.language;
      jobs_[i].layout = plan[i].layout;
    }
  }

  /// Returns when all jobs are done or the batch was stopped.
  std::vector<BatchJob> run() {
    const BatchRequest& request = whole();
    const std::size_t wanted = request.workers > 0 ? request.workers : std::max(1U, std::thread::hardware_concurrency());
    // All layouts of a version in a row by one thread, which reads it once, unless there are too few to keep all threads busy.
    for (std::size_t i = 0; i < plan_.size(); ++i)
      if (i == 0 || !is_same_version(plan_[i], plan_[i - 1])) begins_.push_back(i);
    if (begins_.size() < wanted) {
      begins_.resize(plan_.size());
      std::iota(begins_.begin(), begins_.end(), std::size_t{0});
    }
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(wanted, begins_.size()); ++i) threads.emplace_back([this] { take_jobs(); });
    take_jobs();
    threads.clear();  // waits for them
    return std::move(jobs_);
  }

  [[nodiscard]] bool is_stopped() const { return whole().stop && whole().stop->load(); }

 private:
  /// What belongs to the batch as a whole stands in its first part.
  [[nodiscard]] const BatchRequest& whole() const { return frame_.parts.front(); }
  static bool is_same_version(const PlannedJob& a, const PlannedJob& b) { return a.part == b.part && a.cv == b.cv && a.version == b.version; }

  static bool is_same_file(const PlannedJob& a, const PlannedJob& b) { return a.part == b.part && a.cv == b.cv; }

  /// A file as the thread that has it read it last.
  struct ReadFile {
    const PlannedJob* job = nullptr;  ///< the first that wanted it; nullptr: none
    CvTree tree;
  };

  /// Reads the version that a job wants: its file once for all versions in a row.
  CvReading version_for(std::size_t i, ReadFile& file) {
    const Request request = request_for(frame_.parts, plan_[i]);
    if (!file.job || !is_same_file(*file.job, plan_[i])) file = {&plan_[i], read_cv_tree(shared_, request)};
    std::size_t next = i + 1;
    while (next < plan_.size() && is_same_version(plan_[next], plan_[i])) ++next;
    if (next < plan_.size() && is_same_file(plan_[next], plan_[i])) return read_version(shared_, request, file.tree);
    file.job = nullptr;
    return read_version(shared_, request, std::move(file.tree));
  }

  void take_jobs() {
    ReadFile file;
    std::optional<CvReading> cv;
    const PlannedJob* read = nullptr;
    for (std::size_t chunk; (chunk = next_.fetch_add(1)) < begins_.size();)
      for (std::size_t i = begins_[chunk]; i < (chunk + 1 < begins_.size() ? begins_[chunk + 1] : plan_.size()); ++i) {
        if (is_stopped()) return;
        if (!read || !is_same_version(*read, plan_[i]) || cv->kinds != frame_.layout_of(plan_[i]).kinds) cv = version_for(i, file);
        read = &plan_[i];
        do_job(i, *cv);
      }
  }

  void do_job(std::size_t i, const CvReading& cv) {
    const std::string fingerprint = fingerprint_of(shared_, frame_, plan_[i], cv);
    BatchJob job;
    if (auto files = journal_.finished(fingerprint); !files.empty()) {
      job = jobs_[i];
      job.files = std::move(files);
      job.skipped = job.done = true;
    } else {
      job = run_job(shared_, frame_, plan_[i], cv);
    }
    const std::lock_guard lock(mutex_);
    if (!job.skipped && job.status == Status::good) journal_.add(fingerprint, job.files);
    jobs_[i] = std::move(job);
    ++done_;
    if (whole().progress) whole().progress({&jobs_[i], done_, plan_.size()});
  }

  Shared& shared_;
  const BatchFrame& frame_;
  const std::vector<PlannedJob>& plan_;
  BatchJournal& journal_;
  std::vector<std::size_t> begins_;  // where a thread's next row of jobs may begin
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;  // over what follows and writing to the journal
  std::vector<BatchJob> jobs_;
  std::size_t done_ = 0;
};

/// The layouts that the jobs need, and what there is to say of them and of the way they go to print, once for all jobs.
void read_layouts(Session& session, const std::vector<PlannedJob>& plan, BatchFrame& frame) {
  for (const PlannedJob& job : plan) {
    if (frame.layouts.contains({job.part, job.layout})) continue;
    const Request& request = frame.parts[job.part].each;
    auto reading = session.shared.layout(job.layout, request.set);
    if (reading->heard.has_errors()) {
      take_over(session, *reading);
    } else {
      Layout layout = *reading->value;
      session.sources.adopt(reading->sources);
      prepare_print(session, request.print, layout);
    }
    frame.layouts.emplace(std::pair(job.part, job.layout), std::move(reading));
  }
}

bool open_journal(Session& session, const std::vector<BatchRequest>& parts, BatchJournal& journal) {
  for (const BatchRequest& part : parts)
    if (const std::string why = session.workspace.make_folder(part.folder); !why.empty())
      session.diagnostics.fail(Blame::machine, {}, "cannot make the folder '" + part.folder + "': " + why).code = Code::cannot_write;
  if (session.diagnostics.has_errors()) return false;
  if (parts.front().resume) {
    journal.resume();
  } else if (const std::string trouble = journal.begin(); !trouble.empty()) {
    session.diagnostics.fail(Blame::machine, {}, "cannot write '" + journal.path() + "': " + trouble).code = Code::cannot_write;
  }
  return !session.diagnostics.has_errors();
}

void write_report(Session& session, const BatchRequest& request, const BatchOutcome& outcome) {
  if (request.report.empty()) return;
  const std::string why = session.workspace.write(request.report, report_as_json(outcome));
  if (!why.empty()) session.diagnostics.fail(Blame::machine, {}, "cannot write the report '" + request.report + "': " + why).code = Code::cannot_write;
}

/// The jobs and what has come of them; without jobs if something is wrong with the request itself.
BatchOutcome run_batch(Session& session, const BatchRequest& given) {
  BatchOutcome outcome;
  const auto parts = with_manifest(session, given);
  if (!parts) return outcome;
  BatchFrame frame{*parts, {}, {}};
  for (const BatchRequest& part : *parts)
    if (const auto standards = standards_of(part.each, session.diagnostics)) frame.standards.push_back(*standards);
  if (session.diagnostics.has_errors()) return outcome;
  const std::vector<PlannedJob> plan = plan_of(session, *parts);
  if (!session.diagnostics.has_errors()) read_layouts(session, plan, frame);
  BatchJournal journal(session.shared.workspace(), parts->front().folder);
  if (session.diagnostics.has_errors() || !open_journal(session, *parts, journal)) return outcome;
  BatchRun run(session.shared, frame, plan, journal);
  outcome.jobs = run.run();
  const auto is_done = [](const BatchJob& job) { return job.done; };
  outcome.stopped = run.is_stopped() && !std::all_of(outcome.jobs.begin(), outcome.jobs.end(), is_done);
  for (const BatchJob& job : outcome.jobs)
    if (outcome.status == Status::good) outcome.status = job.status;
  write_report(session, parts->front(), outcome);
  return outcome;
}

/// The outcome with what the session itself has read and said.
BatchOutcome closed(const Session& session, BatchOutcome outcome) {
  Outcome own = outcome_of(session);
  outcome.messages = std::move(own.messages);
  outcome.read = std::move(own.read);
  if (own.status != Status::good) outcome.status = own.status;
  return outcome;
}

}  // namespace

BatchOutcome batch(Shared& shared, const BatchRequest& request) {
  Session session(shared);
  BatchOutcome outcome = run_batch(session, request);
  return closed(session, std::move(outcome));
}

BatchOutcome plan(Shared& shared, const BatchRequest& given) {
  Session session(shared);
  BatchOutcome outcome;
  const auto parts = with_manifest(session, given);
  const std::vector<PlannedJob> planned = parts ? plan_of(session, *parts) : std::vector<PlannedJob>{};
  for (const PlannedJob& each : planned) {
    BatchJob& job = outcome.jobs.emplace_back();
    job.cv = each.cv;
    job.variant = each.version.variant;
    job.language = each.version.language;
    job.layout = each.layout;
    for (const auto& [format, path] : each.outputs) job.files.push_back(path);
  }
  return closed(session, std::move(outcome));
}

}  // namespace galley
