// CVs that are no YAML or JSON: XML, and LinkedIn's tables in a folder or an archive.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "requests/session.h"
#include "source/node.h"

namespace galley {

/// The file to read where a CV is named: of a folder with LinkedIn's tables that of the profile.
std::string file_of_cv(Session& session, const std::string& path);

/// Whether the bytes are a CV in our own syntax, YAML or JSON.
bool is_yaml(std::string_view path, std::string_view bytes);

/// The tree of a CV's file, whatever its syntax. `begins` as in parse_text().
std::optional<Node> parse_cv(Session& session, const std::string& path, const std::string& bytes, std::string_view begins);

}  // namespace galley
