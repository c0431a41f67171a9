// Whether pages can become a PDF at all: asked once, so that the writing itself has nothing to decide.
#pragma once

#include "base/diagnostics.h"
#include "export/pdf/standards.h"
#include "page/pages.h"

namespace galley::pdf {

/// More than any CV; the whole document stays in memory.
constexpr std::size_t kMostPages = 2000;
/// ISO 32000-1, annex C.
constexpr double kSmallestPage = 3, kLargestPage = 14400;

/// Reports the first thing that stands in the way: no page or too many, sizes and places beyond what a page can have,
/// faults of whoever made the pages, such as a glyph beyond the face's last, and what breaks one of the standards.
bool check(const Pages& pages, const Standards& standards, Diagnostics& diagnostics);

}  // namespace galley::pdf
