// The functions behind galley::Engine.
#pragma once

#include <string>

#include "galley/galley.h"
#include "requests/shared.h"

namespace galley {

Outcome render(Shared& shared, const Request& request);
Versions versions(Shared& shared, const Request& request);
/// The paths that render() would write.
Outcome plan(Shared& shared, const Request& request);
Outcome dump(Shared& shared, const Request& request, const std::string& stage);
Outcome check(Shared& shared, const Check& check);
Outcome new_cv(Shared& shared, const NewCv& cv);
Outcome schema(Shared& shared, const std::string& cv);
Outcome convert(Shared& shared, const Conversion& conversion);
Outcome verify(Shared& shared, const Verification& verification);
Outcome extract(Shared& shared, const std::string& pdf, const std::string& output);
Outcome show_layout(Shared& shared, const Request& request);
Outcome new_layout(Shared& shared, const std::string& name, const std::string& from);
Outcome preview(Shared& shared, const Preview& preview);
Outcome list_fonts(Shared& shared, const Request& request, Engine::FontList list);
Outcome list_layouts(Shared& shared);

}  // namespace galley
