// The words of a finished file against those that it should hold: what is lost, added, moved, glued, broken or changed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "verify/words.h"

namespace galley::proof {

struct Difference {
  enum class Kind : std::uint8_t {
    lost,     ///< not in the file
    added,    ///< in the file, but not in the text
    moved,    ///< in the file at another place of the order
    glued,    ///< two words run together
    broken,   ///< one word comes out as two
    changed,  ///< other letters
    foreign,  ///< the whole text is another one: less than a quarter of the words are in both
  };
  Kind kind = Kind::lost;
  std::size_t page = 0;  ///< where in the file, from 1
  std::string message;   ///< "lost: 'the first program' after 'Engine Wrote'"
};

/// In the file's order. Words may be added in the first and last line of a page: running heads and page numbers are no
/// part of the text.
std::vector<Difference> differences(const std::vector<Word>& expected, const std::vector<Word>& found);

}  // namespace galley::proof
