// What the file tells without anybody saying what should stand in it: does its text come out, has it tags, language,
// title, fonts, and what its claims ask for?
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "verify/content.h"
#include "verify/verify.h"

namespace galley {

/// Structure tree, marks, language, title, XMP, and the output intent where the file claims to be PDF/A.
void check_catalog(QPDF& file, const PdfFile& pdf, Diagnostics& diagnostics);

void check_fonts(const FontShelf& fonts, const PdfFile& pdf, Diagnostics& diagnostics);

/// A page's text: `extracted` by poppler, `content` character by character. `page` counts from 1.
void check_page_text(const std::string& extracted, const PageContent& content, std::size_t page, const PdfFile& pdf,
                     Diagnostics& diagnostics);

/// Pairs of words that only a gap parts, as "the|first": poppler sees the gap, but there is no space character (ISO
/// 32000-1, 14.8.2.5). Stops where the two do not have the same order, as in lines that run from right to left.
std::vector<std::string> parted_by_gaps(const std::string& extracted, const std::string& content);

}  // namespace galley
