// A document into a file that is given: what write_pdf does, for tests that bring a file of their own.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "export/pdf/file.h"
#include "export/pdf/pdf.h"
#include "page/pages.h"

namespace galley::pdf {

std::optional<std::string> write_document(File& file, Pages pages, const PdfOptions& options, Diagnostics& diagnostics);

}  // namespace galley::pdf
