// Pages -> the words in reading order, as a screen reader or an applicant tracking system should get them.
#pragma once

#include <string>

#include "page/pages.h"

namespace galley {

/// UTF-8; a line per line set (words that a line end divides are whole again), an empty line between blocks (paragraphs, list items, headings), no page breaks.
std::string write_text(const Pages& pages);

}  // namespace galley
