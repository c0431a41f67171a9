// The public functions over any workspace: disk for users, memory for tests and fuzzing.
#pragma once

#include <string>

#include "galley/galley.h"
#include "source/workspace.h"

namespace galley {

Outcome render(const Request& request, Workspace& workspace);
Outcome dump(const Request& request, const std::string& stage, Workspace& workspace);
Outcome verify(const Verification& verification, Workspace& workspace);
Outcome extract(const std::string& pdf, const std::string& output, Workspace& workspace);
Outcome show_layout(const Request& request, Workspace& workspace);
Outcome new_layout(const std::string& name, const std::string& from, Workspace& workspace);
Outcome preview(const Preview& preview, Workspace& workspace);
Outcome list_fonts(const Request& request, Workspace& workspace);

}  // namespace galley
