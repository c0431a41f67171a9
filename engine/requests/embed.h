// The CV's data as an attachment of its PDF, and back.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "requests/session.h"
#include "export/pdf/pdf.h"
#include "galley/galley.h"

namespace galley {

/// The standards of a request; nullopt with an error when they are none or forbid what the request embeds, or when it asks
/// for no PDF that could be verified or carry data.
std::optional<Standards> standards_of(const Request& request, Diagnostics& diagnostics);

/// Data that may go to whoever gets the PDF (see public_data.h) as its attachment. Always named cv.yaml or cv.json, so that
/// equal data give equal files wherever they lie.
Attachment attachment_of(std::string public_bytes, const std::string& layout);

/// How the PDF of the session's CV is to be written, in the layout of that name or path; nullopt with an error when its
/// private fields cannot be told from the rest.
std::optional<PdfOptions> pdf_options(Session& session, const Request& request, const std::string& layout, const Standards& standards);

/// The layout that an attachment's description names; empty if none.
std::string layout_in(const std::string& description);

}  // namespace galley
