#include "requests/requests.h"

#include <optional>

#include "requests/embed.h"
#include "requests/outputs.h"
#include "requests/pipeline.h"
#include "requests/report.h"
#include "requests/session.h"
#include "requests/stages.h"
#include "requests/timed.h"

namespace galley {
namespace {

/// Reported as wrong use: the data must survive a slip after -o.
bool overwrites_an_input(Session& session, const Request& request) {
  const std::string& output = request.output;
  if (output.empty() || output == "-") return false;
  const bool is_layout = !request.layout.empty() && session.workspace.is_same_file(output, request.layout);
  if (!is_layout && !session.workspace.is_same_file(output, request.cv)) return false;
  session.diagnostics.fail(Blame::usage, {}, "the output '" + output + "' is one of the files to read", "give another name after -o");
  return true;
}

/// Writes the files where the request wants them, unless something is wrong.
Outcome finish(Session& session, const Request& request, std::vector<Output> files) {
  if (!session.diagnostics.has_errors() && !request.output.empty()) {
    const Timed timed(request.timings, "write");
    write_files(session, files, rewrite_of(request));
  }
  Outcome outcome = outcome_of(session);
  if (outcome.status != Status::good || files.empty()) return outcome;
  for (const Output& file : files) outcome.files.push_back(file.path);
  outcome.bytes = files.front().bytes;
  outcome.outputs = std::move(files);
  return outcome;
}

/// Several files cannot share one stream.
bool is_one_stream_enough(Session& session, const Request& request, std::size_t files) {
  if (request.output != "-" || files <= 1) return true;
  session.diagnostics.fail(Blame::usage, {}, "standard output takes one file, not " + std::to_string(files), "give a name after -o");
  return false;
}

/// Tells whoever asked what a render is at, and hears whether they still want it.
class Watch {
 public:
  explicit Watch(const Request& request) : request_(request) {}
  /// False, from then on: the request is to be stopped.
  bool goes_on(Stage stage) {
    if (!stopped_ && request_.progress) request_.progress(stage);
    stopped_ = stopped_ || (request_.stop && request_.stop->load());
    return !stopped_;
  }
  [[nodiscard]] bool is_stopped() const { return stopped_; }

 private:
  const Request& request_;
  bool stopped_ = false;
};

/// A document, whose pages are used up, as files. Empty after an error or when it was stopped.
std::vector<Output> outputs_of(Session& session, const Request& request, Document& document, const PdfOptions& pdf, Watch& watch) {
  std::vector<Output> files;
  for (const Format& format : request.formats) {
    if (!watch.goes_on(Stage::make)) return {};
    const Target target{format, path_for(request, format), &format == &request.formats.back()};
    for (Output& file : make_outputs(document, target, request, pdf, session.diagnostics)) files.push_back(std::move(file));
  }
  if (!is_one_stream_enough(session, request, files.size()) || !watch.goes_on(Stage::write)) files.clear();
  return files;
}

Outcome render_watched(Session& session, const Request& request, Watch& watch) {
  const auto standards = standards_of(request, session.diagnostics);
  if (!standards || overwrites_an_input(session, request)) return outcome_of(session);
  if (!is_one_stream_enough(session, request, request.formats.size())) return outcome_of(session);
  if (!watch.goes_on(Stage::read)) return outcome_of(session);
  auto inputs = read_inputs(session, request);
  if (inputs) inputs->goes_on = [&watch] { return watch.goes_on(Stage::set); };
  auto document = inputs ? make_document(session, request, *inputs) : std::nullopt;
  const auto pdf = document ? pdf_options(session, request, inputs->layout_name, *standards) : std::nullopt;
  if (!pdf) return outcome_of(session);
  const std::size_t pages = document->pages.pages.size();
  Report report = report_of(document->pages);
  Outcome outcome = finish(session, request, outputs_of(session, request, *document, *pdf, watch));
  if (outcome.status == Status::good) outcome.pages = pages;
  outcome.fitted = document->fitted;
  count_messages(session.diagnostics, report);
  outcome.report = std::move(report);
  return outcome;
}

}  // namespace

Outcome render(Shared& shared, const Request& request) {
  Session session(shared);
  Watch watch(request);
  Outcome outcome = render_watched(session, request, watch);
  if (!watch.is_stopped()) return outcome;
  outcome.status = Status::stopped;
  Message& message = outcome.messages.emplace_back();
  message.code = "stopped";
  message.text = "stopped before it was done; nothing is written";
  return outcome;
}

Outcome plan(Shared& shared, const Request& request) {
  Session session(shared);
  if (overwrites_an_input(session, request) || !is_one_stream_enough(session, request, request.formats.size())) return outcome_of(session);
  Outcome outcome = outcome_of(session);
  for (const Format format : request.formats)
    if (!request.output.empty()) outcome.files.push_back(path_for(request, format));
  return outcome;
}

Versions versions(Shared& shared, const Request& request) {
  Session session(shared);
  auto there = versions_of(session, request).value_or(CvVersions{});
  return {outcome_of(session), std::move(there.variants), std::move(there.languages)};
}

Outcome dump(Shared& shared, const Request& request, const std::string& stage) {
  Session session(shared);
  std::vector<Output> files;
  if (std::optional<std::string> text = dump_stage(stage, session, request)) files.push_back({Format::text, 0, request.output, std::move(*text)});
  return finish(session, request, std::move(files));
}

}  // namespace galley
