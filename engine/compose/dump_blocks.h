// What composing has made, as text: the styles that are used, then block by block what stands there and how.
//
//   style body        Tinos  400  size 10  leading 12  justify  break-at spaces
//   style row         left  ragged 2em                     what differs from the first
//   block 3           row  section > paragraph  space 19  entry
//     label           label "Education" in heading2
//     text            title "Uppsala" -> https://example.org/  " "
//     right           "2016" in span
#pragma once

#include <string>

#include "compose/block.h"

namespace galley {

std::string dump_blocks(const Composed& composed);

}  // namespace galley
