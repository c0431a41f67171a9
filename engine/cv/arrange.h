// What a section says of the order and the numbers of its entries: groups, sorting, numbers, marks of authors, counts.
//
//   Publications:
//     group: year                              # or tag, or any field: a sub-heading for each of its values
//     groups: {journal: Journal articles}      # titles of these values, in their order; the others follow
//     sort: newest                             # oldest, or any field
//     numbers: {order: backward, per: group, prefix: {journal: J}}
//     legend: {"*": equal contribution}         # a legend, of those that are used
//     note: "{count} papers, {count:journal} of them in journals"
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "cv/cv.h"
#include "source/node.h"

namespace galley {

/// What each mark after a name stands for, in the author's order.
using Legend = std::vector<std::pair<std::string, RichText>>;

struct Arrangement {
  enum class Numbers : std::uint8_t { none, forward, backward };
  std::string group, sort;  ///< empty: as written
  Span group_source, sort_source;
  std::vector<std::pair<std::string, RichText>> groups;
  Numbers numbers = Numbers::none;
  bool per_group = false;
  std::string prefix;                           ///< of every number
  std::map<std::string, std::string> prefixes;  ///< of those in a group
  Legend marks;
};

Legend read_legend(const Node* node, Diagnostics& diagnostics);

/// `section`: a map of which other keys are someone else's.
Arrangement read_arrangement(const Node& section, Diagnostics& diagnostics);

/// Puts the entries in order, sub-headings between groups, numbers on entries, and what the note has to say of them.
void arrange(Section& section, const Arrangement& arrangement, Diagnostics& diagnostics);

}  // namespace galley
