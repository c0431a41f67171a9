// Changes that a request makes on the way: "styles.body.size=10pt" to the layout, "cv.phone=+1 555-0100" to the CV.
#pragma once

#include <optional>
#include <string>

#include "requests/session.h"
#include "source/node.h"

namespace galley {

/// Whether a change is one to the CV.
bool changes_the_cv(const std::string& change);

/// The change as a tree, in a source of its own that messages then show; nullopt with an error.
std::optional<Node> load_change(Session& session, const std::string& change);

}  // namespace galley
