// What composing has made, as text: the styles that are used, then block by block what stands there and how.
//
//   style row           Tinos  400  size 10  leading 12  left  break-at spaces  ragged 2em
//   block 3             row  section > paragraph  space 19  entry
//     label             label "EDUCATION" heading2
//     text              title "Uppsala" -> https://example.org/  " "
//     right             "2016"
#pragma once

#include <string>

#include "compose/block.h"

namespace galley {

std::string dump_blocks(const Composed& composed);

}  // namespace galley
