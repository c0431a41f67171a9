// Pages for a print shop: larger sheets that are cut down to the page, with bleed and crop marks. Terms as in ISO 32000-1,
// 14.11.2 (page boundaries).
//
//   +--   --+    the sheet; marks at its corners say where to cut
//   | +---+ |    the bleed: colour goes on to here
//      | |       the trimmed page
#pragma once

#include "layout/layout.h"
#include "page/pages.h"

namespace galley {

/// Puts finished pages on such sheets, if the rules ask for any. Rules and boxes that touch the page's edge go on into the
/// bleed; everything else, links and bookmarks too, moves with the page.
void put_on_sheets(Pages& pages, const PrintRules& rules);

}  // namespace galley
