// A picture as pixels or as a finished JPEG, and a QR code as modules: what the image room makes and sinks draw.
#pragma once

#include <cstddef>
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

/// A text as a QR code (ISO/IEC 18004).
struct QrCode {
  std::size_t side = 0;     ///< modules, without the quiet zone
  std::vector<bool> dark;   ///< rows from the top
  [[nodiscard]] bool is_dark(std::size_t x, std::size_t y) const { return dark[y * side + x]; }
};

/// Width of the white that a code needs around it, in modules (ISO/IEC 18004, 6.3.8).
constexpr int kQuietModules = 4;

}  // namespace galley
