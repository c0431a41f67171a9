// Picture files of the user -> pixels as sinks want them: upright, in sRGB, no larger than print needs.
//
//   Decoded decoded = decode_image(bytes);
//   if (!decoded.image) complain(decoded.why, decoded.help);   // "is neither a PNG nor a JPEG"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/image.h"

namespace galley {

struct Decoded {
  std::optional<Image> image;
  std::string why, help;  ///< when there is no image; `why` goes on from the file's name
};

/// Refused above these: what a small file may unpack to has to have an end.
constexpr std::size_t kLargestPictureFile = 32U << 20U;  ///< bytes
constexpr std::uint64_t kMostPicturePixels = 64'000'000;
/// Longest side of what is kept, in pixels: 150 mm at 300 to the inch. Larger pictures are averaged down.
constexpr std::uint32_t kMostSide = 1800;

/// PNG (all kinds; transparency kept) and JPEG (grey or colour; baseline or progressive). EXIF's orientation is applied,
/// an embedded ICC profile is converted to sRGB. What else the file says (places, times, cameras) is not carried on.
Decoded decode_image(std::string_view bytes);

}  // namespace galley
