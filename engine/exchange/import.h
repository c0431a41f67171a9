// Files of other programs as trees of our own language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"
#include "source/source.h"
#include "source/workspace.h"

namespace galley {

/// Whose file it is.
enum class Dialect { own, rendercv, json_resume, yaml_resume, fresh, orcid, europass, linkedin };

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
/// A public record as its API gives it.
Node from_orcid(const Node& root, Diagnostics& diagnostics);
/// `SkillsPassport`, Europass' CVs until 2020, as JSON or as XML read into the same tree.
Node from_europass(const Node& root, Diagnostics& diagnostics);
/// {linkedin: {Profile: [rows], Positions: [rows], …}}: the tables of an archive.
std::vector<std::string> linkedin_tables();  ///< their names, as of files
bool is_linkedin_table(std::string_view name);
Node from_linkedin(const Node& root, Diagnostics& diagnostics);

}  // namespace galley
