// Layouts as files: found by name or path, with what they extend and what a request changes merged in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "requests/session.h"
#include "source/node.h"

namespace galley {

/// A layout by name or path, with everything it extends merged in.
/// `changes`: further keys of it, "styles.body.size=10pt".
std::optional<Node> load_layout(Session& session, const std::string& name, const std::vector<std::string>& changes = {});

/// A layout's tree as YAML that needs no other layout.
std::string resolved_yaml(Node layout);
/// Whether a layout is named by its file rather than as one that ships with the program.
bool is_layout_path(const std::string& name);
/// The names of those that ship, in alphabetical order; `with_base`: also those that only others extend.
enum class WithBase : bool { no, yes };
std::vector<std::string> layout_names(WithBase with_base);
/// The layouts that a list means: "all" stands for each that ships. None twice.
std::vector<std::string> layouts_meant_by(const std::vector<std::string>& names);

}  // namespace galley
