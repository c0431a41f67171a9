#include "requests/batch_job.h"

#include <chrono>
#include <set>

#include "export/pdf/hash.h"
#include "requests/embed.h"
#include "requests/outputs.h"
#include "requests/pictures.h"
#include "requests/pipeline.h"

namespace galley {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";  // how the text of a run says that a word is divided at its end

void count(const Document& document, BatchJob& job) {
  std::set<std::string> fonts;
  for (const Page& page : document.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what)) {
        fonts.insert(run->face->name());
        if (run->text.ends_with(kSoftHyphen)) ++job.hyphens;
      }
  job.fonts.assign(fonts.begin(), fonts.end());
  job.pages = document.pages.pages.size();
}

std::vector<OutputFile> files_of(Session& session, const BatchFrame& frame, const PlannedJob& planned, const Document& document) {
  std::vector<OutputFile> files;
  const auto pdf = pdf_options(session, frame.request.each, planned.layout, frame.standards);
  if (!pdf) return files;
  for (const auto& [format, path] : planned.outputs)
    for (OutputFile& file : make_outputs(document, format, path, frame.request.each, *pdf, session.diagnostics)) files.push_back(std::move(file));
  return files;
}

/// Everything of the request that changes bytes.
std::string options_of(const Request& request) {
  std::string all = version() + '\n' + request.standards + '\n' + std::to_string(request.pages) + ' ' + std::to_string(request.resolution) +
                    (request.readable ? " readable" : "") + (request.embed ? " embed" : "") + (request.with_private ? " private" : "") +
                    (request.date ? ' ' + std::to_string(*request.date) : "") + '\n';
  const Print& print = request.print;
  all += print.colours + '\n' + print.bleed + (print.crop_marks ? " marks\n" : "\n");
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
  const LayoutReading& layout = *frame.layouts.at(planned.layout);
  std::string all = options_of(request_for(frame.request, planned));
  for (const auto& [format, path] : planned.outputs) all += path + '\n';
  all += layout.sources.all_texts() + '\n' + cv.bytes + '\n' + cv.sources.all_texts() + '\n';
  const std::string& profile = frame.request.each.print.profile.empty() ? layout.value->print.profile : frame.request.each.print.profile;
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
  const Request request = request_for(frame.request, planned);
  const auto inputs = combine(session, request, cv, *frame.layouts.at(planned.layout));
  const auto document = inputs ? make_document(session, request, *inputs) : std::nullopt;
  std::vector<OutputFile> files;
  if (document) {
    count(*document, job);
    files = files_of(session, frame, planned, *document);
  }
  if (!session.diagnostics.has_errors()) {
    job.unchanged = write_files(session, files, RewriteUnchanged::no) == 0;
    for (const OutputFile& file : files) {
      job.files.push_back(file.path);
      job.bytes += file.bytes.size();
    }
  }
  Outcome outcome = outcome_of(session);
  job.status = outcome.status;
  job.messages = std::move(outcome.messages);
  for (const Diagnostic& each : session.diagnostics.all()) {
    if (each.severity == Severity::warning) ++job.warnings;
    if (each.topic == Topic::overfull_line) ++job.overfull;
  }
  job.done = true;
  job.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return job;
}

}  // namespace galley
