// Print preflight: what a print shop would send back.
#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/diagnostics.h"
#include "verify/content.h"
#include "verify/verify.h"

namespace galley::proof {

/// Boxes within one another, no RGB, images of enough resolution, no lines that a press cannot hold. `number` from 1.
void check_print(QPDFPageObjectHelper page, const PageContent& content, std::size_t number, const PdfFile& pdf,
                 Diagnostics& diagnostics);

}  // namespace galley::proof
