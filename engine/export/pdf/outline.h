// Ways into the document: bookmarks, named destinations and page labels (ISO 32000-1, 12.3.2, 12.3.3 and 12.4.2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/pdf/file.h"
#include "export/pdf/structure.h"
#include "page/pages.h"

namespace galley::pdf {

/// Adds /Outlines and /PageMode to the catalog if there are entries; all levels are shown opened. Gives the name tree
/// of destinations for the catalog's /Names.
std::optional<Dict> write_outline(File& file, const Pages& pages, const std::vector<Dict>& sheets,
                                  const WrittenElements& elements);

/// Pages are called 1, 2 and so on (ISO 32000-1, 12.4.2), as what is printed on them says.
void write_page_labels(File& file);

}  // namespace galley::pdf
