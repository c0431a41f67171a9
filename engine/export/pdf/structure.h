// The structure tree (ISO 32000-1, 14.7): elements, what they hold, and the way back from content to its element.
#pragma once

#include <optional>
#include <vector>

#include "export/pdf/content.h"
#include "export/pdf/file.h"
#include "export/pdf/links.h"
#include "page/pages.h"

namespace galley::pdf {

/// By element; empty for elements that hold nothing and are left out.
using WrittenElements = std::vector<std::optional<Dict>>;

/// Adds /StructTreeRoot to the catalog. `drawn` and `sheets` are by page.
WrittenElements write_structure(File& file, const Pages& pages, const std::vector<DrawnPage>& drawn,
                                const std::vector<Dict>& sheets, const std::vector<Link>& links);

}  // namespace galley::pdf
