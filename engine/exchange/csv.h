// Tables with commas (RFC 4180), as trees.
#pragma once

#include "base/diagnostics.h"
#include "source/node.h"
#include "source/source.h"

namespace galley {

/// A list with a map for each row, whose keys are the titles in the first row. Empty cells are left out. Each cell has its place; a row
/// with more cells than titles is reported.
Node read_csv(const SourceMap& sources, FileId file, Diagnostics& diagnostics);

}  // namespace galley
