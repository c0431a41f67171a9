// Choosing by tags: of sections, entries, lines and spans.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "source/node.h"
#include "versions/variants.h"

namespace galley {

/// What may stay. Without tags a part always stays.
struct TagChoice {
  std::vector<std::vector<TagTerm>> only;  ///< of each of these lists one term has to fit
  std::vector<TagTerm> without;            ///< none of these may
};

/// Takes out of the `cv` what the choice leaves out, and all tags. Headings and lists that nothing is left of go, too. Warns of tags
/// in the choice that nothing has.
void keep_chosen(Node& cv, const TagChoice& choice, Diagnostics& diagnostics);

}  // namespace galley
