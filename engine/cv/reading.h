// Small steps that every reader of this room takes, with the messages they share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// The text of a scalar. Anything else is an error that names `what`: "'email' must be a text, not a list".
std::optional<std::string> read_text(const Node& node, std::string_view what, Diagnostics& diagnostics);

/// False with an error when the node is not of the kind that `what` must have.
bool expect(const Node& node, Node::Kind kind, std::string_view what, Diagnostics& diagnostics);

/// Reports each key of the map that is not among `names`: "unknown key 'titel' in <where>".
void reject_other_keys(const Node& map, const std::vector<std::string>& names, std::string_view where,
                       Diagnostics& diagnostics);

/// Whether an error was added since `all()` had `before` members.
bool has_errors_since(const Diagnostics& diagnostics, std::size_t before);

/// "'word'"
std::string quoted(std::string_view word);

std::string_view trim(std::string_view text);  ///< without spaces, tabs and line ends at both ends
std::string to_lower_ascii(std::string_view text);

}  // namespace galley
