// What the file tells without anybody saying what should stand in it: does its text come out, has it tags, language,
// title, fonts, and what its claims ask for?
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "verify/content.h"
#include "verify/verify.h"
#include "verify/words.h"

namespace galley::proof {

/// Structure tree, marks, language, title, XMP, and the output intent where the file claims to be PDF/A.
void check_catalog(QPDF& file, const PdfFile& pdf, Diagnostics& diagnostics);

void check_fonts(const FontShelf& fonts, const PdfFile& pdf, Diagnostics& diagnostics);

/// A page's text as poppler extracts it. `gaps`: pairs of words that only a gap parts (ISO 32000-1, 14.8.2.5, asks for
/// spaces). `page` counts from 1.
struct PageText {
  std::size_t page = 0;
  std::vector<Word> words;
  std::vector<std::string> gaps;
};
void check_page_text(const PageText& text, const PageContent& content, const PdfFile& pdf, Diagnostics& diagnostics);

}  // namespace galley::proof
