// Outlines as path operators (ISO 32000-1, 8.5.2), one a line.
#pragma once

#include <string>
#include <vector>

#include "page/pages.h"

namespace galley::pdf {

/// `at` is where the path's origin stands on a page of height `page_height`; PDF's y grows upwards.
void append_path(std::string& out, const std::vector<PathStep>& path, const Point& at, Length page_height);

}  // namespace galley::pdf
