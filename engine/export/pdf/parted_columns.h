// Spaces between what stands beside each other in documents that read from right to left.
#pragma once

#include "page/pages.h"

namespace galley::pdf {

/// Readers take a wide gap to the right for a space. A label, a bullet or a title, and then what goes on to the left of it, they run
/// together: "label" and "text" as "labeltext". So a space is drawn last of the first, a little to the right of its right end.
Pages with_parted_columns(Pages pages);

}  // namespace galley::pdf
