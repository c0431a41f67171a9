// Entries, those within entries as well, by the rules of their kinds.
#pragma once

#include <string>
#include <vector>

#include "compose/lines.h"

namespace galley {

/// What neighbouring entries share.
struct ListState {
  ElementId list = kArtifact;  ///< that they are items of
  int items = 0;               ///< so far, counted through the section
  const BulletRule* numbers = nullptr;  ///< for entries that the CV numbers; may be null
};

/// How the entries of a kind are set: as the stream says, else the layout; nullptr: nobody does.
const EntryRule* rule_of(const std::string& kind, const EntryRules* own, const Layout& layout);

/// The lines of one entry. `place` is where its neighbours stand, too.
std::vector<Block> compose_entry(const EntryRule& rule, const Entry& entry, EntryPlace place, ListState& state, Context& context);

/// What the rule wants before and after an entry that is set in these lines.
SpaceRule space_around(const EntryRule& rule, const std::vector<Block>& lines);

/// The entries of a field, one below the other with the spaces of their kinds.
std::vector<Block> compose_entries(const std::vector<Entry>& entries, const EntryPlace& place, Context& context);

}  // namespace galley
