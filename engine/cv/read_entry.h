// Reading one entry by the table of kinds: its kind, its fields, and what is wrong with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "cv/cv.h"
#include "cv/kinds.h"
#include "cv/people.h"
#include "source/node.h"

namespace galley {

/// What reading an entry needs to know beside the entry.
struct EntryReader {
  const Kinds& kinds;
  Diagnostics& diagnostics;
  OwnerNames owner;  ///< the names of the CV's owner

  /// The entry with the fields that could be read; problems are reported. `ignored` keys belong to someone else.
  [[nodiscard]] Entry read(const Node& map, const Kind& kind, const std::vector<std::string>& ignored = {"kind"}) const;

  /// The kind of a map: what its `kind` says, else the section's kind, else the first whose known-by fields are there.
  [[nodiscard]] const Kind* kind_of(const Node& map, const Kind* of_section) const;

  /// What a `kind` key names; nullptr with an error when there is no such kind.
  [[nodiscard]] const Kind* named_kind(const Node& name) const;
};

}  // namespace galley
