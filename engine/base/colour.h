// A device colour as a layout names it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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

/// How colours of sRGB become a press's inks, by ICC profiles: 4 channels for CMYK, full where all ink is, or 1 for greys.
struct Inking {
  std::string profile_name;  ///< what the press's profile calls itself
  /// `count` colours of three channels, 16 bits each; and the same of 8 bits.
  std::function<void(const std::uint16_t* colours, std::uint16_t* inks, std::size_t count)> of_colours;
  std::function<void(const std::uint8_t* pixels, std::uint8_t* inks, std::size_t count)> of_pixels;
};

/// What a document is printed with.
struct Press {
  Inks inks = Inks::rgb;
  std::shared_ptr<const std::string> profile;  ///< with cmyk: the ICC profile of the press, the file's bytes
  std::shared_ptr<const Inking> inking;        ///< but with rgb: made by the image room (image/inking.h)
};

}  // namespace galley
