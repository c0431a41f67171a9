// Versions of one CV: which of its parts, in which language. The tree of a CV file becomes the tree of one plain CV before anything
// else reads it, so nothing after this room knows that there are others, and each value keeps its place in the file.
//
//   variants:
//     industry: {without: teaching, sections: [Experience, "*"], layout: compact, pages: 1}
//   cv:
//     headline: {en: Engineer, de: Ingenieurin}
//     sections:
//       Experience:
//         - {position: Analyst, tags: industry}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "galley/request.h"
#include "source/node.h"

namespace galley {

struct ChosenCv {
  Node root;              ///< without `variants`, tags, ids, and maps of languages
  std::string layout;     ///< what the variant asks for; empty: nothing
  std::size_t pages = 0;  ///< the same; 0: nothing
};

/// The version that is asked for; an empty one is the CV with all of its parts, in its own language. nullopt with an error when there
/// is no such variant or the variants cannot be read; other errors leave as much of it as can be had.
/// `changes` are put over the CV and what its variant sets.
std::optional<ChosenCv> choose_version(Node root, const Version& version, const std::vector<Node>& changes, Diagnostics& diagnostics);

/// The variants that a CV has, and the languages that it is written in (its own first), in the file's order.
std::vector<std::string> variant_names(const Node& root);
std::vector<std::string> languages_of(const Node& root);

}  // namespace galley
