// Pages -> PDF 1.7, tagged, PDF/UA-1 and PDF/A-2a at once unless asked otherwise, through libharu's object layer.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "export/pdf/standards.h"
#include "page/pages.h"

namespace galley {

namespace pdf {
struct FontPrograms;
}

/// A file that goes into the PDF: what the document was made from.
struct Attachment {
  std::string name;         ///< "cv.yaml"
  std::string mime_type;    ///< "application/yaml"
  std::string description;  ///< for people
  std::string bytes;
};

struct PdfOptions {
  bool readable = false;  ///< streams not compressed: for tests and for people
  Standards standards = {};
  std::optional<Attachment> attachment = {};
  pdf::FontPrograms* programs = nullptr;  ///< what documents share; must outlive the writing
};

/// The file's bytes; the same pages give the same bytes. nullopt with an error when the pages break one of the
/// standards, a face must not be embedded, a limit of the format is passed, or memory runs out.
std::optional<std::string> write_pdf(Pages pages, const PdfOptions& options, Diagnostics& diagnostics);

}  // namespace galley
