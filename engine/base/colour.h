// A device colour as a layout names it.
#pragma once

#include <cstdint>

namespace galley {

/// sRGB, 8 bits a channel. Equal channels are a grey, which sinks may write as such.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
  [[nodiscard]] constexpr bool is_grey() const { return red == green && green == blue; }
};

}  // namespace galley
