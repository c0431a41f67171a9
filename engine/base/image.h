// A picture as pixels or as a finished JPEG: what the image room reads and sinks draw.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace galley {

/// Upright and in sRGB (or grey): orientation and colour profile of the file are already applied.
struct Image {
  std::uint32_t width = 0, height = 0;  ///< pixels
  int channels = 3;                     ///< 1: grey, 3: red, green, blue
  std::vector<std::uint8_t> pixels;     ///< rows from the top, channels interleaved, 8 bits each, no padding
  std::vector<std::uint8_t> alpha;      ///< one byte a pixel, 255: opaque; empty: all opaque
  std::string jpeg;                     ///< not empty: a JPEG of the same pixels, which sinks may embed as it is
};

}  // namespace galley
