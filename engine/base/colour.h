// A device colour as a layout names it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "galley/values.h"

namespace galley {

/// sRGB, 8 bits a channel. Equal channels are a grey, which sinks may write as such.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
  [[nodiscard]] constexpr bool is_grey() const { return red == green && green == blue; }
};

/// What a document is printed with.
struct Press {
  Inks inks = Inks::rgb;
  std::shared_ptr<const std::string> profile;  ///< with cmyk: the ICC profile of the press, the file's bytes
};

}  // namespace galley
