// The CV's data as an attachment of its PDF, and back.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "export/pdf/pdf.h"
#include "galley/galley.h"

namespace galley {

/// The standards of a request; nullopt with an error when they are none or forbid what the request embeds, or when it asks
/// for no PDF that could be verified or carry data.
std::optional<Standards> standards_of(const Request& request, Diagnostics& diagnostics);

/// What of the CV's file may go to whoever gets the PDF. The one place to leave out private fields, once the data have
/// some; until then all of it, byte for byte.
std::string public_data(const std::string& cv_bytes);

/// Always named cv.yaml or cv.json, so that equal data give equal files wherever they lie.
Attachment attachment_of(const std::string& cv_bytes, const std::string& layout);

/// How a CV's PDF is to be written, in the layout of that name or path.
PdfOptions pdf_options(const Request& request, const std::string& layout, const Standards& standards,
                       const std::string& cv_bytes);

/// The layout that an attachment's description names; empty if none.
std::string layout_in(const std::string& description);

}  // namespace galley
