#include "build/build.h"

#include <optional>

#include "build/embed.h"
#include "build/pipeline.h"
#include "build/session.h"
#include "build/stages.h"
#include "export/pdf/pdf.h"
#include "export/text/text.h"
#include "verify/verify.h"

namespace galley {
namespace {

/// Reported as wrong use: the data must survive a slip after -o.
bool overwrites_an_input(Session& session, const Request& request) {
  const std::string& output = request.output;
  if (output.empty() || output == "-") return false;
  if (!session.workspace.is_same_file(output, request.cv) && !session.workspace.is_same_file(output, request.layout)) return false;
  session.diagnostics.fail(Blame::usage, {}, "the output '" + output + "' is one of the files to read", "give another name after -o");
  return true;
}

/// Writes the bytes where the request wants them, unless something is wrong.
Outcome finish(Session& session, const Request& request, std::optional<std::string> bytes) {
  if (bytes && !session.diagnostics.has_errors() && !request.output.empty()) {
    const std::string why = session.workspace.write(request.output, *bytes);
    if (!why.empty()) session.diagnostics.fail(Blame::machine, {}, "cannot write '" + request.output + "': " + why);
  }
  Outcome outcome = outcome_of(session);
  if (bytes && outcome.status == Status::good) outcome.bytes = std::move(*bytes);
  return outcome;
}

/// The PDF's bytes.
std::optional<std::string> pdf_of(const Pages& pages, const Request& request, const Standards& standards, Session& session) {
  PdfOptions options{request.readable, standards, {}};
  if (request.embed) options.attachment = attachment_of(session.cv_bytes, request);
  return write_pdf(pages, options, session.diagnostics);
}

bool asks_pdf_of_another_format(const Request& request, Diagnostics& diagnostics) {
  if (request.format == Format::pdf || (!request.embed && !request.verify)) return false;
  diagnostics.fail(Blame::usage, {}, std::string(request.embed ? "only a PDF can carry data" : "only a PDF can be verified"),
                   std::string("leave out '") + (request.embed ? "--embed" : "--verify") + "', or render a PDF");
  return true;
}

/// The bytes again; nullopt with errors when the PDF does not say what its pages say.
std::optional<std::string> verified(std::string bytes, const Pages& pages, const Request& request, Diagnostics& diagnostics) {
  PdfFile pdf{request.output.empty() || request.output == "-" ? "the PDF" : request.output, std::move(bytes)};
  verify_pdf(pdf, {.expected_text = write_text(pages)}, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return std::move(pdf.bytes);
}

}  // namespace

Outcome render(const Request& request, Workspace& workspace) {
  Session session(workspace);
  const auto standards = standards_of(request, session.diagnostics);
  if (!standards || asks_pdf_of_another_format(request, session.diagnostics) || overwrites_an_input(session, request)) return outcome_of(session);
  std::optional<std::string> bytes;
  std::size_t pages = 0;
  std::string fitted;
  with_document(session, request, [&](const Document& document) {
    pages = document.pages.pages.size();
    fitted = document.fitted;
    bytes = request.format == Format::text ? write_text(document.pages)
                                           : pdf_of(document.pages, request, *standards, session);
    if (bytes && request.verify && request.format == Format::pdf)
      bytes = verified(std::move(*bytes), document.pages, request, session.diagnostics);
  });
  Outcome outcome = finish(session, request, std::move(bytes));
  if (outcome.status == Status::good) outcome.pages = pages;
  outcome.fitted = std::move(fitted);
  return outcome;
}

Outcome dump(const Request& request, const std::string& stage, Workspace& workspace) {
  Session session(workspace);
  std::optional<std::string> text = dump_stage(stage, session, request);
  return finish(session, request, std::move(text));
}

Outcome list_fonts(const Request& request, Workspace& workspace) {
  Session session(workspace);
  const auto catalogue = read_font_catalogue(session);
  if (!catalogue) return outcome_of(session);
  FontBook fonts(workspace, *catalogue, font_folders(request));
  std::string text;
  for (const FontBook::Listing& face : fonts.list_all()) {
    text += face.family + ", " + face.style + ": ";
    text += face.installed ? face.file + " (" + face.origin + ")" : "not installed; apt install " + face.package;
    text += '\n';
  }
  Outcome outcome = outcome_of(session);
  outcome.bytes = std::move(text);
  return outcome;
}

Outcome list_layouts() {
  DiskWorkspace workspace;
  Session session(workspace);
  std::string text;
  for (const std::string_view path : built_in_under("layouts/")) {
    const auto node = load_built_in(session, path);
    const Node* description = node ? node->find("description") : nullptr;
    if (!description) continue;  // a base that others extend
    const std::string_view name = path.substr(8, path.size() - 13);
    text += std::string(name) + ": " + description->text + '\n';
  }
  Outcome outcome = outcome_of(session);
  outcome.bytes = std::move(text);
  return outcome;
}

Outcome render(const Request& request) {
  DiskWorkspace workspace;
  return render(request, workspace);
}

Outcome dump(const Request& request, const std::string& stage) {
  DiskWorkspace workspace;
  return dump(request, stage, workspace);
}

Outcome list_fonts(const Request& request) {
  DiskWorkspace workspace;
  return list_fonts(request, workspace);
}

std::string version() { return GALLEY_VERSION; }

}  // namespace galley
