// A layout's page: paper, margins, boxes.
#pragma once

#include <string_view>
#include <utility>

#include "layout/layout.h"
#include "layout/rule_map.h"

namespace galley {

/// Header and footer aside, which name styles and so are read after those.
PageRules read_page(const Node* node, Diagnostics& diagnostics);

/// `pages: all`, first or further.
PageChoice read_page_choice(RuleMap& reader);

/// An extent along one axis from two of three: distances from both edges of the page, and a size. Unset: to the edge.
std::pair<Length, Length> read_extent(RuleMap& reader, std::string_view begin, std::string_view end, std::string_view size, Length whole);

}  // namespace galley
