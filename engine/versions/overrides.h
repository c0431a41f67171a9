// A CV put over another: what includes a file over the file, what a variant sets, what the request changes.
#pragma once

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// Maps are merged key by key, and `null` takes a key away. A map over a list changes its entries by their `id`:
///   sections: {Experience: {google: {summary: Shorter}, old-job: null}}
/// Anything else replaces what was there. Errors for ids that no entry has, warnings for nulls that take nothing away.
Node put_over(Node base, const Node& over, Diagnostics& diagnostics);

}  // namespace galley
