// A page as an SVG 1.1 picture: each glyph's outline once, used where it stands, so that it looks the same everywhere
// without the fonts. The page's text goes along as its description.
#pragma once

#include <string>

#include "page/pages.h"

namespace galley {

/// One of the pages. Links are links, images are within the file. Same page, same bytes.
std::string write_svg(const Pages& pages, const Page& page);

}  // namespace galley
