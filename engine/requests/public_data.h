// The part of a CV's file that may go to whoever gets the PDF.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// The file without the `private` of its `cv`, comments in it and right below it included. Without any, byte for byte; else with
/// line ends made alike and JSON laid out anew. nullopt with an error when what is private cannot be cut out whole.
std::optional<std::string> public_data(const std::string& cv_bytes, Diagnostics& diagnostics);

/// The tree without the `private` of its `cv`.
Node without_private(Node root);

/// A version of a CV as a file of its own, without what is private: only what was chosen is in it. nullopt with an error when the file
/// would not say the same.
std::optional<std::string> plain_data(const Node& root, Diagnostics& diagnostics);

/// Whether data are JSON rather than YAML. YAML may begin with a brace too, but who writes so writes JSON.
bool is_json(const std::string& bytes);

}  // namespace galley
