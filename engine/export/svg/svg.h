// A page as an SVG 1.1 picture: each glyph's outline once, used where it stands, so that it looks the same everywhere
// without the fonts. The page's text goes along as its description.
#pragma once

#include <string>

#include "page/pages.h"

namespace galley {

/// `title`: of the document. Links are links. Same page, same bytes.
std::string write_svg(const Page& page, const std::string& title);

}  // namespace galley
