#include "requests/batch_job.h"

#include <chrono>

#include "export/pdf/hash.h"
#include "requests/embed.h"
#include "requests/outputs.h"
#include "requests/pictures.h"
#include "requests/pipeline.h"
#include "requests/report.h"
#include "requests/timed.h"

namespace galley {
namespace {

std::vector<Output> files_of(Session& session, const BatchFrame& frame, const PlannedJob& planned, Document& document) {
  std::vector<Output> files;
  const Request& request = frame.parts[planned.part].each;
  const auto pdf = pdf_options(session, request, planned.layout, frame.standards[planned.part]);
  if (!pdf) return files;
  std::size_t left = planned.outputs.size();
  for (const auto& [format, path] : planned.outputs)
    for (Output& file : make_outputs(document, {format, path, --left == 0}, request, *pdf, session.diagnostics)) files.push_back(std::move(file));
  return files;
}

std::string written(const std::optional<Standards>& standards) {
  return standards ? name_of_archive(*standards) + (standards->ua1 ? ",ua1" : "") : "default";
}

/// Everything of the request that changes bytes.
std::string options_of(const Request& request) {
  std::string all = version() + '\n' + written(request.standards) + '\n' + std::to_string(request.pages) + ' ' + std::to_string(request.resolution) +
                    (request.readable ? " readable" : "") + (request.embed ? " embed" : "") + (request.with_private ? " private" : "") +
                    (request.date ? ' ' + std::to_string(*request.date) : "") + '\n';
  const Print& print = request.print;
  all += (print.colours ? std::to_string(static_cast<int>(*print.colours)) : "") + '\n' + (print.bleed ? std::to_string(print.bleed->scaled()) : "") + (print.crop_marks ? " marks\n" : "\n");
  for (const std::string& folder : request.font_folders) all += folder + '\n';
  const Version& version = request.version;
  all += version.variant + '\n' + version.language + '\n';
  for (const std::string& tag : version.only) all += "only " + tag + '\n';
  for (const std::string& tag : version.without) all += "without " + tag + '\n';
  return all;
}

}  // namespace

std::string fingerprint_of(Shared& shared, const BatchFrame& frame, const PlannedJob& planned, const CvReading& cv) {
  if (!cv.value) return {};
  const LayoutReading& layout = frame.layout_of(planned);
  const Request request = request_for(frame.parts, planned);
  std::string all = options_of(request);
  for (const auto& [format, path] : planned.outputs) all += path + '\n';
  all += layout.sources.all_texts() + '\n' + cv.bytes + '\n' + cv.sources.all_texts() + '\n';
  const std::string& profile = request.print.profile.empty() ? layout.value->print.profile : request.print.profile;
  if (!profile.empty()) all += profile + ' ' + shared.workspace().stamp(profile) + '\n';
  all += bytes_of_pictures(shared.workspace(), cv.path, *cv.value);
  return pdf::hash_in_hexadecimal(all);
}

BatchJob run_job(Shared& shared, const BatchFrame& frame, const PlannedJob& planned, const CvReading& cv) {
  const auto begin = std::chrono::steady_clock::now();
  BatchJob job;
  job.cv = planned.cv;
  job.variant = planned.version.variant;
  job.language = planned.version.language;
  job.layout = planned.layout;
  Session session(shared);
  const Request request = request_for(frame.parts, planned);
  const auto inputs = combine(session, request, cv, frame.layout_of(planned));
  auto document = inputs ? make_document(session, request, *inputs) : std::nullopt;
  Report report;
  if (document) {
    job.pages = document->pages.pages.size();
    report = report_of(document->pages);
  }
  std::vector<Output> files;
  if (document) files = files_of(session, frame, planned, *document);
  if (!session.diagnostics.has_errors()) {
    const Timed timed(request.timings, "write");
    job.unchanged = write_files(session, files, rewrite_of(request)) == 0;
    for (const Output& file : files) {
      job.files.push_back(file.path);
      job.bytes += file.bytes.size();
    }
  }
  Outcome outcome = outcome_of(session);
  job.status = outcome.status;
  job.messages = std::move(outcome.messages);
  job.read = std::move(outcome.read);
  count_messages(session.diagnostics, report);
  job.warnings = report.warnings;
  job.overfull = report.overfull;
  job.hyphens = report.hyphens;
  job.fonts = std::move(report.fonts);
  job.done = true;
  job.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return job;
}

}  // namespace galley
