#include "requests/outputs.h"

#include "components/component.h"
#include "export/svg/svg.h"
#include "export/text/text.h"
#include "requests/timed.h"

namespace galley {
namespace {

/// Where a path's extension begins; its end when it has none.
std::size_t stem_length(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  return dot != std::string::npos && (slash == std::string::npos || dot > slash + 1) && dot > 0 ? dot : path.size();
}

std::string with_page(const std::string& path, std::size_t page, std::size_t of) {
  if (of == 1 || path.empty() || path == "-") return path;
  const std::size_t stem = stem_length(path);
  return path.substr(0, stem) + "-" + std::to_string(page + 1) + path.substr(stem);
}

/// Parsers of applications tell sections by titles that stand alone on a line.
void warn_of_labels_beside(const Composed& composed, Diagnostics& diagnostics) {
  for (const Stream& stream : composed.streams)
    for (const ComposedSection& section : stream.sections) {
      if (!section.label || section.label->placement == LabelPlacement::above) continue;
      diagnostics.warn({}, "labels stand beside the text, where parsers of applications may not find the sections",
                       "for application portals: --set sections.placement=above");
      return;
    }
}

/// The bytes again; nullopt with errors when the PDF does not say what its pages and its data say.
std::optional<std::string> verified(PdfFile pdf, const VerifyOptions& expected, Diagnostics& diagnostics) {
  const VerifyComponent* component = verify_component(diagnostics);
  if (!component) return std::nullopt;
  component->verify_pdf(pdf, expected, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return std::move(pdf.bytes);
}

std::optional<std::string> make_pdf(Document& document, const Target& target, const Request& request, const PdfOptions& options, Diagnostics& diagnostics) {
  std::string expected_text = request.verify ? write_text(document.pages) : std::string();
  std::optional<std::string> bytes;
  {
    const Timed timed(request.timings, "pdf");
    bytes = write_pdf(target.is_last ? std::move(document.pages) : document.pages, options, diagnostics);
  }
  if (!bytes || !request.verify) return bytes;
  const Timed timed(request.timings, "verify");
  const std::string name = target.path.empty() || target.path == "-" ? "the PDF" : target.path;
  bytes = verified({name, std::move(*bytes)}, {.expected_text = std::move(expected_text), .expected_data = document.expected}, diagnostics);
  if (bytes) warn_of_labels_beside(document.composed, diagnostics);
  return bytes;
}

std::optional<std::string> page_picture(const Pages& pages, std::size_t page, Format format, double resolution, Diagnostics& diagnostics) {
  if (format == Format::svg) return write_svg(pages, pages.pages[page]);
  const PngComponent* component = png_component(diagnostics);
  return component ? component->write_png(pages.pages[page], resolution, diagnostics) : std::nullopt;
}

}  // namespace

std::size_t write_files(Session& session, const std::vector<Output>& files, RewriteUnchanged rewrite) {
  Workspace& workspace = session.shared.workspace();
  std::size_t written = 0;
  for (const Output& file : files) {
    if (rewrite == RewriteUnchanged::no && file.path != "-") {
      const ReadResult old = workspace.read(file.path, kLargestOutput);
      if (old.bytes && *old.bytes == file.bytes) continue;
    }
    ++written;
    const std::string why = workspace.write(file.path, file.bytes);
    if (!why.empty()) session.diagnostics.fail(Blame::machine, {}, "cannot write '" + file.path + "': " + why).code = Code::cannot_write;
  }
  return written;
}

std::string extension_of(Format format) {
  switch (format) {
    case Format::pdf: return "pdf";
    case Format::text: return "txt";
    case Format::png: return "png";
    case Format::svg: return "svg";
  }
  return "pdf";
}

std::string with_extension(const std::string& path, Format format) {
  return path.empty() || path == "-" ? path : path.substr(0, stem_length(path)) + "." + extension_of(format);
}

std::string path_for(const Request& request, Format format) {
  return request.formats.size() == 1 ? request.output : with_extension(request.output, format);
}

std::vector<Output> make_outputs(Document& document, const Target& target, const Request& request, const PdfOptions& pdf,
                                 Diagnostics& diagnostics) {
  const Format format = target.format;
  const std::string& path = target.path;
  const Pages& pages = document.pages;
  std::vector<Output> files;
  const auto keep = [&](std::string name, std::optional<std::string> bytes, std::size_t page = 0) {
    if (bytes) files.push_back({format, page, std::move(name), std::move(*bytes)});
  };
  if (format == Format::text) {
    const Timed timed(request.timings, "text");
    keep(path, write_text(pages));
  } else if (format == Format::pdf) {
    keep(path, make_pdf(document, target, request, pdf, diagnostics));
  } else {
    const Timed timed(request.timings, "pictures");
    for (std::size_t p = 0; p < pages.pages.size(); ++p)
      keep(with_page(path, p, pages.pages.size()), page_picture(pages, p, format, request.resolution, diagnostics), p + 1);
  }
  if (diagnostics.has_errors()) files.clear();
  return files;
}

}  // namespace galley
