// Files that a CV includes: `include: base.yaml` in any map or as an item of a list. What the map says itself is put over what the file
// says; a list in a list becomes part of it.
#pragma once

#include "requests/session.h"
#include "source/node.h"

namespace galley {

/// Puts the files in, each looked for from the folder of the file that names it. Whether there were any; problems are reported.
bool put_in_includes(Session& session, Node& root);

}  // namespace galley
