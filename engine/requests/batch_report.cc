#include "requests/batch_report.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "requests/message_json.h"

namespace galley {
namespace {

using Json = nlohmann::ordered_json;

const char* status_name(const BatchJob& job) {
  if (!job.done) return "not begun";
  if (job.skipped) return "skipped";
  return job.status == Status::good ? "good" : "failed";
}

Json as_json(const BatchJob& job) {
  Json messages = Json::array();
  for (const Message& message : job.messages) messages.push_back(as_json(message));
  return {{"cv", job.cv},
          {"variant", job.variant},
          {"language", job.language},
          {"layout", job.layout},
          {"status", status_name(job)},
          {"exit_code", static_cast<int>(job.status)},
          {"files", job.files},
          {"pages", job.pages},
          {"bytes", job.bytes},
          {"warnings", job.warnings},
          {"overfull", job.overfull},
          {"hyphens", job.hyphens},
          {"fonts", job.fonts},
          {"milliseconds", std::round(job.milliseconds * 100) / 100},
          {"unchanged", job.unchanged},
          {"messages", messages}};
}

}  // namespace

std::string report_as_json(const BatchOutcome& outcome) {
  Json jobs = Json::array();
  std::size_t good = 0, failed = 0, skipped = 0, left = 0, pages = 0, bytes = 0, warnings = 0, overfull = 0;
  for (const BatchJob& job : outcome.jobs) {
    jobs.push_back(as_json(job));
    ++(!job.done ? left : job.skipped ? skipped : job.status == Status::good ? good : failed);
    pages += job.pages;
    bytes += job.bytes;
    warnings += job.warnings;
    overfull += job.overfull;
  }
  const Json report = {{"jobs", jobs},
                       {"total",
                        {{"jobs", outcome.jobs.size()},
                         {"good", good},
                         {"failed", failed},
                         {"skipped", skipped},
                         {"not_begun", left},
                         {"pages", pages},
                         {"bytes", bytes},
                         {"warnings", warnings},
                         {"overfull", overfull}}}};
  return report.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace galley
