#include "build/build.h"

#include <algorithm>
#include <functional>

#include "base/suggest.h"
#include "build/pipeline.h"
#include "build/session.h"
#include "export/dump/dump.h"
#include "export/pdf/pdf.h"
#include "export/text/text.h"

namespace galley {
namespace {

/// The stages up to `Pages`, then `finish` on what they made; its result becomes the outcome's bytes.
Outcome run(const Request& request, Workspace& workspace,
            const std::function<std::optional<std::string>(const Inputs&, const Document&, Session&)>& finish) {
  Session session(workspace);
  const auto inputs = read_inputs(session, request);
  const auto catalogue = inputs ? read_font_catalogue(session) : std::nullopt;
  if (!inputs || !catalogue) return outcome_of(session);
  FontBook fonts(workspace, *catalogue, font_folders(request));
  Shaper shaper(fonts);
  const auto document = typeset(*inputs, shaper, session.diagnostics);
  auto bytes = document ? finish(*inputs, *document, session) : std::nullopt;
  if (bytes && !session.diagnostics.has_errors() && !request.output.empty()) {
    const std::string why = workspace.write(request.output, *bytes);
    if (!why.empty()) session.diagnostics.fail(Blame::machine, {}, "cannot write '" + request.output + "': " + why);
  }
  Outcome outcome = outcome_of(session);
  if (bytes && outcome.status == Status::good) {
    outcome.bytes = std::move(*bytes);
    outcome.pages = document->pages.pages.size();
  }
  return outcome;
}

}  // namespace

Outcome render(const Request& request, Workspace& workspace) {
  Session checks(workspace);
  const auto standards = read_standards(request.standards, checks.diagnostics);
  if (!standards) return outcome_of(checks);
  return run(request, workspace, [&](const Inputs&, const Document& document, Session& session) -> std::optional<std::string> {
    if (request.format == Format::text) return write_text(document.pages);
    return write_pdf(document.pages, {request.readable, *standards}, session.diagnostics);
  });
}

std::vector<std::string> dump_stages() { return {"pages", "tags", "text"}; }

Outcome dump(const Request& request, const std::string& stage, Workspace& workspace) {
  const std::vector<std::string> stages = dump_stages();
  if (std::find(stages.begin(), stages.end(), stage) == stages.end()) {
    Session session(workspace);
    session.diagnostics.fail(Blame::usage, {}, "there is no stage '" + stage + "' to dump", did_you_mean(stage, stages));
    return outcome_of(session);
  }
  return run(request, workspace, [&](const Inputs&, const Document& document, Session&) -> std::optional<std::string> {
    if (stage == "tags") return dump_tags(document.pages);
    if (stage == "text") return write_text(document.pages);
    return dump_pages(document.pages);
  });
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
