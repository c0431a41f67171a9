#include "requests/embed.h"

#include <algorithm>
#include <filesystem>

#include "requests/public_data.h"

namespace galley {
namespace {

/// Dots per inch: coarser shows no letter, finer takes more memory than a page is worth.
constexpr double kCoarsestResolution = 10, kFinestResolution = 1200;
constexpr std::string_view kDescription = "The CV as data; layout: ";

/// Of a layout file only the name: where it lies would tell of the machine.
std::string without_folders(const std::string& path) { return std::filesystem::path(path).filename().string(); }

bool asks_too_much_of_other_formats(const Request& request, Diagnostics& diagnostics) {
  const bool has_pdf = std::find(request.formats.begin(), request.formats.end(), Format::pdf) != request.formats.end();
  if (has_pdf || (!request.embed && !request.verify)) return false;
  const std::string option = request.embed ? "--embed" : "--verify";
  diagnostics.fail(Blame::usage, {}, request.embed ? "only a PDF can carry data" : "only a PDF can be verified",
                   "leave out '" + option + "', or render a PDF");
  return true;
}

}  // namespace

std::optional<Standards> standards_of(const Request& request, Diagnostics& diagnostics) {
  if (!(request.resolution >= kCoarsestResolution && request.resolution <= kFinestResolution)) {  // so that no number is refused, too
    diagnostics.fail(Blame::usage, {}, "pictures cannot have that resolution", "from 10 to 1200 dots per inch").code = Code::wrong_value;
    return std::nullopt;
  }
  if (asks_too_much_of_other_formats(request, diagnostics)) return std::nullopt;
  if (!request.standards) return Standards{.part = request.embed ? ArchivePart::three : ArchivePart::two};
  const auto& standards = request.standards;
  if (!request.embed) return standards;
  if (standards->archive == ArchiveLevel::none || standards->part == ArchivePart::three) return standards;
  const std::string name = name_of_archive(*standards);
  diagnostics.fail(Blame::usage, {},
                   name + " does not allow attached data, which '--embed' asks for (ISO 19005-2, 6.8)",
                   "PDF/A-3 does, and is the same otherwise: write a3" + name.substr(name.size() - 1) + " for a2" +
                       name.substr(name.size() - 1) + ", or leave out '--standard'");
  return std::nullopt;
}

Attachment attachment_of(std::string public_bytes, const std::string& layout) {
  const bool json = is_json(public_bytes);
  return {json ? "cv.json" : "cv.yaml", json ? "application/json" : "application/yaml",
          std::string(kDescription) + without_folders(layout), std::move(public_bytes)};
}

std::optional<PdfOptions> pdf_options(Session& session, const Request& request, const std::string& layout, const Standards& standards) {
  PdfOptions options{request.readable, standards, {}, &session.shared.font_programs()};
  if (!request.embed) return options;
  auto data = public_data(session.cv_bytes, session.diagnostics);
  if (!data) return std::nullopt;
  options.attachment = attachment_of(std::move(*data), layout);
  return options;
}

std::string layout_in(const std::string& description) {
  return description.starts_with(kDescription) ? description.substr(kDescription.size()) : std::string();
}

}  // namespace galley
