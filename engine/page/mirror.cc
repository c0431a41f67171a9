#include "page/mirror.h"

#include "page/paths.h"

namespace galley {

void mirror(Pages& pages) {
  for (Page& page : pages.pages)
    for (Item& item : page.items) {
      const Rectangle extent = extent_of(item);
      item.at.x += page.size.width - extent.right - extent.left;
    }
  for (OutlineEntry& entry : pages.outline) entry.at.x = Length{};
}

}  // namespace galley
