// A request to look at a finished PDF: what it should say is made afresh from the data, then compared.
#include "verify/verify.h"

#include <optional>

#include "build/build.h"
#include "build/pipeline.h"
#include "build/session.h"
#include "export/text/text.h"

namespace galley {
namespace {

constexpr std::size_t kLargestPdf = 256U << 20U;  // bytes

std::optional<PdfFile> read_pdf(Session& session, const std::string& path) {
  ReadResult read = session.workspace.read(path, kLargestPdf);
  if (read.bytes) return PdfFile{path == "-" ? "standard input" : path, std::move(*read.bytes)};
  session.diagnostics.fail(Blame::machine, {}, "cannot read the PDF '" + path + "': " + read.why,
                           "give the path of a PDF file");
  return std::nullopt;
}

std::string counted(std::size_t count, const char* thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

/// "cv.pdf: 3 pages, 1731 words, all as in cv.yaml"
std::string summary(const PdfFile& pdf, const Seen& seen, const Verification& verification) {
  const std::string& data = verification.document.cv;
  return pdf.name + ": " + counted(seen.pages, "page") + ", " + counted(seen.words, "word") +
         (data.empty() ? ", no fault found; --data compares them with a CV\n" : ", all as in " + data + '\n');
}

}  // namespace

Outcome verify(const Verification& verification, Workspace& workspace) {
  Session session(workspace);
  const auto pdf = read_pdf(session, verification.pdf);
  if (!pdf) return outcome_of(session);
  VerifyOptions options{.print = verification.print};
  const bool has_data = !verification.document.cv.empty();
  if (has_data) {
    with_document(session, verification.document,
                  [&](const Document& document) { options.expected_text = write_drawn_text(document.pages); });
    if (!options.expected_text) return outcome_of(session);
  }
  const auto seen = verify_pdf(*pdf, options, session.diagnostics);
  Outcome outcome = outcome_of(session);
  if (seen && outcome.status == Status::good) outcome.bytes = summary(*pdf, *seen, verification);
  return outcome;
}

Outcome verify(const Verification& verification) {
  DiskWorkspace workspace;
  return verify(verification, workspace);
}

}  // namespace galley
