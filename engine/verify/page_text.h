// A PDF's text as poppler extracts it: what copying, searching and indexing get.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "verify/verify.h"

namespace galley::proof {

/// By page, in the order of the content (pdftotext's -raw), lines ending with '\n'. nullopt with an error when poppler
/// cannot open the file.
std::optional<std::vector<std::string>> page_texts(const PdfFile& pdf, Diagnostics& diagnostics);

}  // namespace galley::proof
