// Colours as the inks of a press, by Little CMS.
#pragma once

#include <memory>
#include <string>

#include "base/colour.h"

namespace galley {

struct MadeInking {
  std::shared_ptr<const Inking> inking;
  std::string why;  ///< when there is none: "is no ICC profile", said of the press's profile
};

/// For greys, or for CMYK by the press's profile, which must be of an output device and of ICC version 4 at most (PDF/A-2,
/// 6.2.3). Relative colorimetric with the black points made equal: colours that the press has stay as they are, and dark ones
/// keep their drawing.
MadeInking inking_for(const Press& press);

}  // namespace galley
