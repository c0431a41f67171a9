// What composing has made, as text: the styles that are used, then stream by stream the tree of what stands there and how.
//
//   style body        Tinos  400  size 10  leading 12  justify  break-at spaces
//   style row         left  ragged 2em                     what differs from the first
//   stream 2          left 56.8  right 538.3  label 78  gutter 8.1  below stream 1
//     section         space 34.3
//       label         label "Education" in heading2
//       item          space 19 before, 19 after
//         row         row  section > paragraph
//           text      title "Uppsala" -> https://example.org/  " "
//           right     "2016" in span
#pragma once

#include <string>

#include "compose/composed.h"

namespace galley {

std::string dump_blocks(const Composed& composed);

}  // namespace galley
