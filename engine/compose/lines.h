// An entry's fields + the lines that a layout sets it with -> blocks.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compose/block.h"
#include "compose/expand.h"

namespace galley {

using EntryRules = std::map<std::string, EntryRule, std::less<>>;

/// Where the lines of an entry stand in the document's structure.
struct EntryPlace {
  ElementId parent = kArtifact;
  ElementId label = kArtifact;  ///< of the list item that the entry is: what the first line's bullet belongs to
  std::string number;           ///< of that item: what the CV gives it, else counted through its section
  StyleId base = 0;             ///< what styles are applied over
  const EntryRules* own_entries = nullptr;  ///< of the stream, where they differ from the layout's; may be null
};

/// What stands before a line for which no rule asks for more.
Length least_space(const Block& line, Palette& palette);

/// One block for each line that has something to say.
std::vector<Block> compose_lines(const std::vector<LineRule>& rules, const Entry& entry, EntryPlace place, Context& context);

}  // namespace galley
