// XML of other programs, as a tree such as JSON gives: the way in through this component, whose libraries a plain render does not load.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// {root: …}, names without their prefixes. An element with nothing but text is that text; else it is a map of its attributes, its
/// elements, of which several of one name become a list, and under "$" its text. Declarations of namespaces are left out. Nothing
/// outside of the text is read. nullopt with an error where it is not well-formed.
std::optional<Node> read_xml(std::string_view text, FileId file, Diagnostics& diagnostics);

}  // namespace galley
