// How a document goes to print: the layout's rules, what the request says instead, and the press's ICC profile.
#pragma once

#include "layout/layout.h"
#include "requests/session.h"

namespace galley {

/// Changes `layout.print` as the request says and reads the profile; errors where the two do not go together.
void prepare_print(Session& session, const Print& request, Layout& layout);

}  // namespace galley
