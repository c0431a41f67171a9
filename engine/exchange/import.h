// Files of other programs as trees of our own language.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "source/node.h"
#include "source/source.h"
#include "source/workspace.h"

namespace galley {

/// Whose file it is.
enum class Dialect { own, rendercv, json_resume, yaml_resume, fresh };

/// Told by the content alone. A file with `cv` is RenderCV's only where it has something that our own language lacks.
Dialect recognise(const Node& root, std::string_view text);

/// "RenderCV": for messages.
std::string_view name_of(Dialect dialect);

/// The tree of a CV file in our own language, whatever program it was written for. What cannot be carried over is reported, key by
/// key. Never fails: what the file lacks is missed by who reads the result.
Node as_own_cv(Node root, const SourceMap& sources, Diagnostics& diagnostics);

/// as_own_cv(), with the bibliographies that the file at `path` names read and put in.
Node import_cv(Node root, const std::string& path, Workspace& workspace, SourceMap& sources, Diagnostics& diagnostics);

Node from_rendercv(const Node& root, Diagnostics& diagnostics);
/// JSON Resume 1.0.0 and what came before it; YAMLResume, whose `content` is nearly the same.
Node from_json_resume(const Node& root, Diagnostics& diagnostics);
Node from_fresh(const Node& root, Diagnostics& diagnostics);

}  // namespace galley
