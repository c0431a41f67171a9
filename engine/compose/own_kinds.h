// How entries of a user's own kinds are set by layouts that do not know them.
#pragma once

#include <vector>

#include "cv/kinds.h"
#include "layout/layout.h"

namespace galley {

/// Gives each of these kinds a rule where the layout has none: that of the kind it is like, else a plain one made from its
/// fields. Fields that a user has added and no line names are set at the end, behind their labels.
void add_own_kinds(const std::vector<Kind>& own, Layout& layout);

}  // namespace galley
