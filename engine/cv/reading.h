// Small steps that every reader of this room takes, with the messages they share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"

namespace galley {

/// False with an error when the node is not of the kind that it must have: "a date must be a text, not a list".
bool expect(const Node& node, Node::Kind kind, std::string_view what, Diagnostics& diagnostics);

/// The same for the value of a key: "'email' must be a text, not a list".
bool expect_value(const Node& node, Node::Kind kind, std::string_view key, Diagnostics& diagnostics);

/// The text of a key's value, which must be a scalar.
std::optional<std::string> read_text(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// Reports each key of the map that is not among `names`: "unknown key 'titel' in <where>".
void reject_other_keys(const Node& map, const std::vector<std::string>& names, std::string_view where,
                       Diagnostics& diagnostics);

/// Where a map begins, for messages about the whole of it.
Span beginning(const Node& map);

/// Whether an error was added since `all()` had `before` members.
bool has_errors_since(const Diagnostics& diagnostics, std::size_t before);

/// "'word'"
std::string quoted(std::string_view word);

std::string_view trim(std::string_view text);  ///< without spaces, tabs and line ends at both ends
std::string to_lower_ascii(std::string_view text);

}  // namespace galley
