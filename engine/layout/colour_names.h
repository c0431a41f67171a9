// A layout's own names for its colours.
#pragma once

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// Puts the values of the layout's `colours` where its keys `colour` and `ground` give one of their names, so that one
/// change there recolours all that shares it. Reports a value that is no colour. A layout without `colours` stays as it is.
void put_colours(Node& layout, Diagnostics& diagnostics);

}  // namespace galley
