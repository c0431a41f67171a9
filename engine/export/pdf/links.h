// Places to click: link annotations (ISO 32000-1, 12.5.6.5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/pdf/file.h"
#include "page/pages.h"

namespace galley::pdf {

struct Link {
  std::size_t page = 0, item = 0;  ///< the LinkArea
  Dict annotation;
};

/// One annotation for each LinkArea, added to its page (`sheets`), in reading order. Their keys in the parent tree
/// (/StructParent) count on from the number of pages.
std::vector<Link> write_links(File& file, const Pages& pages, std::vector<Dict>& sheets);

/// The target as a URI: what a URI cannot hold is percent-encoded (RFC 3986, 2.1; RFC 3987, 3.1 for letters beyond
/// ASCII). What is encoded already stays as it is.
std::string as_uri(std::string_view target);

}  // namespace galley::pdf
