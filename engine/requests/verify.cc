// Requests over finished PDFs: to look at one, where what it should say is made afresh from the data and compared, and
// to get the data out of one.
#include "components/component.h"

#include <optional>

#include "requests/requests.h"
#include "requests/embed.h"
#include "requests/pipeline.h"
#include "requests/session.h"
#include "export/text/text.h"

namespace galley {
namespace {

constexpr std::size_t kLargestPdf = 256U << 20U;  // bytes

std::optional<PdfFile> read_pdf(Session& session, const std::string& path) {
  ReadResult read = session.workspace.read(path, kLargestPdf);
  if (read.bytes) return PdfFile{path == "-" ? "standard input" : path, std::move(*read.bytes)};
  session.diagnostics.fail(read.too_large ? Blame::limit : Blame::machine, {}, "cannot read the PDF '" + path + "': " + read.why,
                           "give the path of a PDF file").code = Code::cannot_read;
  return std::nullopt;
}

std::string counted(std::size_t count, const char* thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

/// "cv.pdf: 3 pages, 1731 words, all as in cv.yaml"
std::string summary(const PdfFile& pdf, const Seen& seen, const std::string& data) {
  return pdf.name + ": " + counted(seen.pages, "page") + ", " + counted(seen.words, "word") +
         (data.empty() ? ", no fault found; --data compares them with a CV\n" : ", all as in " + data + '\n');
}

/// Whether the layout that a PDF names can be had. One of the user's own has to be given again.
bool ships_with_us(const std::string& layout) { return built_in("layouts/" + layout + ".yaml").has_value(); }

/// The document that the data make in a layout, whose name the request then has; nullopt after an error. `data`: those inside the PDF,
/// if they count.
std::optional<Document> made_of(Session& session, Request& document, const GivenData* data) {
  const CvReading cv = data ? read_given_cv(session.shared, document, *data) : read_cv_of(session.shared, document);
  document.layout = layout_name(document, cv);
  const auto inputs = combine(session, document, cv, *session.shared.layout(document.layout, document.set));
  return inputs ? make_document(session, document, *inputs) : std::nullopt;
}

/// "classic does not show: person.subject, publication.doi"
std::string not_shown(const VerifyOptions& options, const std::string& layout) {
  if (!options.expected_data || options.expected_data->not_shown.empty()) return {};
  std::string out;
  for (const std::string& field : options.expected_data->not_shown) out += (out.empty() ? "" : ", ") + field;
  return "the layout '" + layout + "' does not show: " + out + '\n';
}

Outcome look(Session& session, const VerifyComponent& component, const PdfFile& pdf, const Verification& verification,
             const GivenData* data = nullptr) {
  Request document;
  document.cv = verification.cv;
  document.verify = true;
  document.font_folders = verification.font_folders;
  document.layout = verification.layout;
  document.version = verification.version;
  VerifyOptions options{.expected_text = {}, .print = verification.print};
  if (!document.cv.empty()) {
    auto made = made_of(session, document, data);
    if (!made) return outcome_of(session);
    options.expected_text = write_text(made->pages);
    options.expected_data = std::move(made->expected);
  }
  const auto seen = component.verify_pdf(pdf, options, session.diagnostics);
  Outcome outcome = outcome_of(session);
  if (seen && outcome.status == Status::good) outcome.bytes = summary(pdf, *seen, document.cv) + not_shown(options, document.layout);
  return outcome;
}

/// The request with what the PDF itself brings: data, and the name of the layout.
Verification completed(const Verification& verification, const PdfFile& pdf, const EmbeddedFile& data) {
  Verification completed = verification;
  completed.cv = pdf.name + ":" + data.name;
  if (completed.layout.empty()) completed.layout = layout_in(data.description);
  return completed;
}

}  // namespace

Outcome verify(Shared& shared, const Verification& verification) {
  Session session(shared);
  const auto pdf = read_pdf(session, verification.pdf);
  const VerifyComponent* component = pdf ? verify_component(session.diagnostics) : nullptr;
  if (!component) return outcome_of(session);
  if (!verification.cv.empty()) return look(session, *component, *pdf, verification);
  const auto data = component->embedded_data(*pdf, WhenAbsent::say_nothing, session.diagnostics);
  if (session.diagnostics.has_errors()) return outcome_of(session);
  if (!data) return look(session, *component, *pdf, verification);
  const Verification complete = completed(verification, *pdf, *data);
  const std::string& layout = complete.layout;
  if (verification.layout.empty() && !layout.empty() && !ships_with_us(layout)) {
    session.diagnostics.warn(
        {}, pdf->name + ": the data inside were set in the layout '" + layout + "', so the words are not compared",
        "give the layout with '--layout'");
    return look(session, *component, *pdf, verification);
  }
  const GivenData given{complete.cv, data->bytes};
  return look(session, *component, *pdf, complete, &given);
}

Outcome extract(Shared& shared, const std::string& path, const std::string& output) {
  Session session(shared);
  Workspace& workspace = shared.workspace();
  if (!output.empty() && output != "-" && workspace.is_same_file(path, output)) {
    session.diagnostics.fail(Blame::usage, {}, "the output '" + output + "' is the PDF to read",
                             "give another name after -o");
    return outcome_of(session);
  }
  const auto pdf = read_pdf(session, path);
  const VerifyComponent* component = pdf ? verify_component(session.diagnostics) : nullptr;
  auto data = component ? component->embedded_data(*pdf, WhenAbsent::report, session.diagnostics) : std::nullopt;
  if (data && !output.empty()) {
    const std::string why = workspace.write(output, data->bytes);
    if (!why.empty()) session.diagnostics.fail(Blame::machine, {}, "cannot write '" + output + "': " + why).code = Code::cannot_write;
  }
  Outcome outcome = outcome_of(session);
  if (data && outcome.status == Status::good) outcome.bytes = std::move(data->bytes);
  return outcome;
}

}  // namespace galley
