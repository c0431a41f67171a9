// Pages -> aligned, rounded text for people, golden files and bug reports. Silent about defaults.
#pragma once

#include <string>

#include "page/pages.h"

namespace galley {

/// One line per item: place (three decimals of a point), kind, face and size, text, width.
std::string dump_pages(const Pages& pages);
/// The structure tree, indented, with the text of each leaf.
std::string dump_tags(const Pages& pages);

}  // namespace galley
