// galley convert: a CV as another program or reader wants it.
#include <algorithm>
#include <filesystem>

#include "base/suggest.h"
#include "components/component.h"
#include "compose/compose.h"
#include "exchange/export.h"
#include "expect/expect.h"
#include "exchange/print_cv.h"
#include "reflow/reflow.h"
#include "requests/inputs.h"
#include "requests/outputs.h"
#include "requests/public_data.h"
#include "requests/requests.h"
#include "source/map_reader.h"

namespace galley {
namespace {

using Bytes = std::optional<std::string>;

/// A format that CVs are written in.
struct Writer {
  std::string_view name;
  std::vector<std::string_view> extensions;  ///< that ask for it
  Bytes (*write)(Session& session, const Request& request, const CvReading& cv);
};

/// In our own language, one version as a plain CV.
Bytes write_own(Session& session, const Request& request, const CvReading& cv) {
  if (!cv.node) return std::nullopt;
  const Node* own = cv.node->find("cv");
  if (own && own->is_map() && own->find("private") && !request.with_private)
    session.diagnostics.warn(own->find("private")->span, "what is private is left out", "--private takes it along").code = Code::not_shown;
  return print_cv(request.with_private ? *cv.node : without_private(*cv.node));
}

Bytes write_json_resume(Session& session, const Request&, const CvReading& cv) {
  return cv.value ? Bytes(to_json_resume(*cv.value, session.diagnostics)) : std::nullopt;
}

Bytes write_rendercv(Session& session, const Request&, const CvReading& cv) {
  return cv.value ? Bytes(to_rendercv(*cv.value, session.diagnostics)) : std::nullopt;
}

enum class Pictures : std::uint8_t { kept, left_out };

/// The document in the layout's order and wording, for formats that set text anew. What they leave out is said.
std::optional<ReflowDocument> reflowed(Session& session, const Request& request, const CvReading& cv, Pictures pictures) {
  const auto inputs = combine(session, request, cv, *session.shared.layout(layout_name(request, cv), request.set));
  if (!inputs) return std::nullopt;
  ReflowDocument document = reflow(compose(inputs->cv, inputs->layout, inputs->language), inputs->layout);
  for (const std::string& field : expect(inputs->cv, inputs->layout, inputs->language).not_shown)
    session.diagnostics.warn({}, "'" + field + "' is left out: the layout '" + layout_name(request, cv) + "' does not show it").code = Code::not_shown;
  if (document.has_codes) session.diagnostics.warn({}, "QR codes are left out").code = Code::not_shown;
  if (pictures == Pictures::left_out && drop_pictures(document)) session.diagnostics.warn({}, "pictures are left out: this format has none").code = Code::not_shown;
  return document;
}

template <std::string (*write)(const ReflowDocument&), Pictures pictures>
Bytes write_reflowed(Session& session, const Request& request, const CvReading& cv) {
  const auto document = reflowed(session, request, cv, pictures);
  return document ? Bytes(write(*document)) : std::nullopt;
}

Bytes write_word(Session& session, const Request& request, const CvReading& cv) {
  const auto document = reflowed(session, request, cv, Pictures::kept);
  const DocxComponent* component = document ? docx_component(session.diagnostics, "writing a Word document") : nullptr;
  return component ? component->write_docx(*document, session.diagnostics) : std::nullopt;
}

const std::vector<Writer>& writers() {
  static const std::vector<Writer> all = {
      {"galley", {".yaml", ".yml"}, write_own},
      {"json-resume", {".json"}, write_json_resume},
      {"rendercv", {}, write_rendercv},
      {"markdown", {".md"}, write_reflowed<write_markdown, Pictures::left_out>},
      {"html", {".html", ".htm"}, write_reflowed<write_html, Pictures::kept>},
      {"docx", {".docx"}, write_word},
      {"text", {".txt"}, write_reflowed<write_plain, Pictures::left_out>}};
  return all;
}

/// The writer that is named, else the one that the output's extension asks for; nullptr with an error.
const Writer* writer_for(const Conversion& conversion, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  const std::string extension = std::filesystem::path(conversion.each.output).extension().string();
  for (const Writer& each : writers()) {
    names.emplace_back(each.name);
    if (each.name == conversion.to) return &each;
    const bool is_meant = std::find(each.extensions.begin(), each.extensions.end(), extension) != each.extensions.end();
    if (conversion.to.empty() && is_meant) return &each;
  }
  if (!conversion.to.empty()) diagnostics.fail(Blame::usage, {}, "there is no format " + in_quotes(conversion.to) + " to write", did_you_mean(conversion.to, names));
  else diagnostics.fail(Blame::usage, {}, "the output's name does not say in which format it is to be", "name it with --to");
  return nullptr;
}

/// A bibliography becomes a CV with nothing else in it. False with an error where it cannot be read as what it is said to be.
bool put_into_a_cv(Conversion& conversion, Diagnostics& diagnostics) {
  const std::filesystem::path path = conversion.each.cv;
  const bool is_bib = path.extension() == ".bib";
  if (conversion.from.empty() && !is_bib) return true;
  const std::vector<std::string> known = {"bibtex", "csl-json"};
  if (!conversion.from.empty() && std::find(known.begin(), known.end(), conversion.from) == known.end()) {
    diagnostics.fail(Blame::usage, {}, "there is no format " + in_quotes(conversion.from) + " to name", "files of other programs are known by their content; bibliographies are bibtex or csl-json");
    return false;
  }
  const std::string file = path.filename().string();
  const bool can_be_named = file.find_first_of(" '\"\n") == std::string::npos && (is_bib || file.ends_with(".json"));
  if (!can_be_named) {
    diagnostics.fail(Blame::usage, {}, "a bibliography's name ends with .bib or .json, without spaces", "rename it");
    return false;
  }
  conversion.each.data = "cv:\n  name: Your Name\n  sections:\n    Publications: '" + file + "'\n";
  conversion.each.cv = (path.parent_path() / "cv.yaml").string();
  diagnostics.warn({}, "a bibliography does not say whose it is: 'Your Name' stands for it").code = Code::missing_key;
  return true;
}

}  // namespace

Outcome convert(Shared& shared, const Conversion& asked) {
  Session session(shared);
  const Writer* writer = writer_for(asked, session.diagnostics);
  Conversion conversion = asked;
  if (!writer || !put_into_a_cv(conversion, session.diagnostics)) return outcome_of(session);
  const Request& request = conversion.each;
  if (!request.output.empty() && request.output != "-" && session.workspace.is_same_file(request.output, asked.each.cv)) {
    session.diagnostics.fail(Blame::usage, {}, "the output '" + request.output + "' is the file to read", "give another name after -o");
    return outcome_of(session);
  }
  const CvReading cv = read_cv_of(shared, request);
  take_over(session, cv);
  Bytes bytes = session.diagnostics.has_errors() ? std::nullopt : writer->write(session, request, cv);
  if (bytes && !request.output.empty()) write_files(session, {{Format::text, 0, request.output, *bytes}}, rewrite_of(request));
  Outcome outcome = outcome_of(session);
  if (outcome.status != Status::good || !bytes) return outcome;
  outcome.files = {request.output};
  outcome.bytes = std::move(*bytes);
  return outcome;
}

}  // namespace galley
