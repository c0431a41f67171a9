// How the runs of finished pages read on from one another: within a word, after a space, in the next line or as a new
// block. Sinks that give text, and those that must know where a divided word goes on, ask here.
#pragma once

#include <string_view>
#include <vector>

#include "page/pages.h"

namespace galley {

/// A run with its place, as reading needs it.
struct ReadRun {
  const GlyphRun* run = nullptr;
  std::size_t page = 0, item = 0;
  Point at;
  ElementId block = kArtifact;  ///< the nearest paragraph, heading or list item
  bool goes_on = false;         ///< it stands elsewhere on the last run's line, but what is between the two is text of that line
};

/// All runs but artifacts, in reading order.
std::vector<ReadRun> read_runs(const Pages& pages);

enum class Joint {
  word,   ///< the run goes on where the last one stopped
  space,  ///< on the same line, after a gap that parts words
  line,   ///< in the next line of the block
  block,  ///< another block
};

/// Whether a text that ends a line breaks off within a word: after a hyphen that the typesetter added (U+00AD) or after
/// one of the word's own, a dash or a slash.
bool breaks_off(std::string_view text);

Joint joint(const Structure& structure, const ReadRun& last, const ReadRun& next);

}  // namespace galley
