#include "requests/requests.h"

#include <optional>

#include "requests/embed.h"
#include "requests/outputs.h"
#include "requests/pipeline.h"
#include "requests/report.h"
#include "requests/session.h"
#include "requests/stages.h"

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
  if (!session.diagnostics.has_errors() && !request.output.empty()) write_files(session, files, rewrite_of(request));
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

}  // namespace

Outcome render(Shared& shared, const Request& request) {
  Session session(shared);
  const auto standards = standards_of(request, session.diagnostics);
  if (!standards || overwrites_an_input(session, request)) return outcome_of(session);
  if (!is_one_stream_enough(session, request, request.formats.size())) return outcome_of(session);
  const auto inputs = read_inputs(session, request);
  const auto document = inputs ? make_document(session, request, *inputs) : std::nullopt;
  const auto pdf = document ? pdf_options(session, request, inputs->layout_name, *standards) : std::nullopt;
  if (!pdf) return outcome_of(session);
  std::vector<Output> files;
  for (const Format format : request.formats)
    for (Output& file : make_outputs(*document, {format, path_for(request, format)}, request, *pdf, session.diagnostics)) files.push_back(std::move(file));
  if (!is_one_stream_enough(session, request, files.size())) files.clear();
  Outcome outcome = finish(session, request, std::move(files));
  if (outcome.status == Status::good) outcome.pages = document->pages.pages.size();
  outcome.fitted = document->fitted;
  outcome.report = report_of(document, session.diagnostics);
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

Outcome list_fonts(Shared& shared, const Request& request) {
  Session session(shared);
  check_font_folders(session, request);
  if (session.diagnostics.has_errors()) return outcome_of(session);
  FontBook fonts(shared.fonts(), font_folders(request));
  std::string text;
  for (const FontBook::Listing& face : fonts.list_all()) {
    text += face.family + ", " + face.style + ": ";
    text += face.installed ? face.file + " (" + face.origin + ")" : "not installed; apt install " + face.package;
    text += '\n';
  }
  Outcome outcome;
  outcome.bytes = std::move(text);
  return outcome;
}

}  // namespace galley
