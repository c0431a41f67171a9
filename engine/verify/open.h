// Opening a PDF that may be anything: somebody else's, half of one, or no PDF at all.
#pragma once

#include <functional>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>

#include "base/diagnostics.h"
#include "verify/verify.h"

namespace galley::proof {

/// nullptr with an error: empty, no PDF, encrypted, cut off or damaged. `pdf` must outlive what is returned.
std::unique_ptr<QPDF> open_pdf(const PdfFile& pdf, Diagnostics& diagnostics);

/// Calls `look`; what libqpdf throws at a damaged file becomes an error. False then.
bool guarded(const PdfFile& pdf, Diagnostics& diagnostics, const std::function<void()>& look);

/// Reports a fault of the file: "cv.pdf, page 2: …". Pages count from 1; 0: the file as a whole.
void report_fault(const PdfFile& pdf, std::size_t page, const std::string& message, const std::string& help,
                  Diagnostics& diagnostics);
/// The same as a warning.
void report_doubt(const PdfFile& pdf, std::size_t page, const std::string& message, const std::string& help,
                  Diagnostics& diagnostics);

}  // namespace galley::proof
