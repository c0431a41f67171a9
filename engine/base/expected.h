// What a document has to say according to its data alone: plain words with their places, whatever they were set with.
#pragma once

#include <string>
#include <vector>

namespace galley {

/// Words that belong together, and what they are in the user's file, e.g. "position".
struct ExpectedWords {
  std::string field;
  std::string text;
};

/// Things that come out near each other, in whatever order: an entry's fields, a section's title. Empty: nothing of it is shown.
struct ExpectedGroup {
  std::string name;  ///< for messages: "entry 2 of 'Experience'"
  std::vector<ExpectedWords> words;
};

struct ExpectedData {
  /// Groups of each come out in their order; those of different ones may stand among each other, as a sidebar beside the text.
  std::vector<std::vector<ExpectedGroup>> flows;
  std::vector<std::string> not_shown;  ///< fields that the layout names nowhere: "publication.doi", each once
};

}  // namespace galley
