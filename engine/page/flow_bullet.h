// The mark or drawing before a paragraph.
#pragma once

#include <vector>

#include "page/setter.h"

namespace galley {

struct SetBullet {
  std::vector<Item> items;  ///< on the first line
  Length text_left;         ///< where that line's text begins
  Length gap{};             ///< between a mark and the text
};

SetBullet set_bullet(const TextBlock& block, const Slot& slot, const Setter& setter);

}  // namespace galley
