// The named variants of a CV, as the file has them under `variants`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"
#include "source/node.h"

namespace galley {

/// A tag, or several joined by '+' that have to be there together.
struct TagTerm {
  std::string text;
  Span source;  ///< nowhere: the request gives it
};

struct Variant {
  std::optional<std::vector<TagTerm>> only;     ///< of what has tags, what has one of these
  std::vector<TagTerm> without;                 ///< nothing that has one of these
  std::optional<std::vector<TagTerm>> sections; ///< these, in this order; "*": the others
  std::vector<Node> set;                        ///< changes to the CV, the inherited ones first
  std::string layout;                           ///< empty: not said
  std::size_t pages = 0;                        ///< 0: not said
};

/// The variant of that name with what it extends; nullopt with an error. Every variant of the CV is checked.
std::optional<Variant> read_variant(const Node& variants, const std::string& name, Diagnostics& diagnostics);

/// Errors for what is wrong in any of them.
void check_variants(const Node& variants, Diagnostics& diagnostics);

}  // namespace galley
