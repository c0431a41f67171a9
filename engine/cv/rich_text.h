// The small Markdown of every text: **strong**, *emphasis*, [text](url), [text]{lang=fr}, "\" before a mark that is meant as itself, "\"
// at a line's end for a line break. Everything else is literal: C++, C#, _, $, <, a star that touches no word.
//
//   Correspondence of *D. melanogaster* and *C. elegans*
//
// Which stars open and close follows CommonMark 0.31, 6.2 (flanking runs), links its 6.3, without titles or references.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "cv/cv.h"
#include "source/node.h"

namespace galley {

/// Reads a scalar's text. Takes time in proportion to its length.
RichText read_rich_text(const Node& scalar, Diagnostics& diagnostics);

}  // namespace galley
