#include "image/encode.h"

#include <png.h>

#include <vector>

#include "base/base64.h"

namespace galley {
namespace {

/// Colour channels with the transparency between them, as PNG has them.
std::vector<std::uint8_t> interleaved(const Image& image) {
  if (image.alpha.empty()) return image.pixels;
  const auto channels = static_cast<std::size_t>(image.channels);
  std::vector<std::uint8_t> out;
  out.reserve(image.pixels.size() + image.alpha.size());
  for (std::size_t i = 0; i < image.alpha.size(); ++i) {
    for (std::size_t channel = 0; channel < channels; ++channel) out.push_back(image.pixels[i * channels + channel]);
    out.push_back(image.alpha[i]);
  }
  return out;
}

}  // namespace

std::string encode_png(const Image& image) {
  png_image png = {};
  png.version = PNG_IMAGE_VERSION;
  png.width = image.width;
  png.height = image.height;
  png.format = (image.channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB) |
               (image.alpha.empty() ? 0U : static_cast<unsigned>(PNG_FORMAT_FLAG_ALPHA));
  const std::vector<std::uint8_t> pixels = interleaved(image);
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
  std::string bytes(size, '\0');
  const bool done = png_image_write_to_memory(&png, bytes.data(), &size, 0, pixels.data(), 0, nullptr) != 0;
  png_image_free(&png);
  bytes.resize(done ? size : 0);
  return bytes;
}

std::string data_uri(const Image& image) {
  if (!image.jpeg.empty() && image.alpha.empty()) return "data:image/jpeg;base64," + base64(image.jpeg);
  return "data:image/png;base64," + base64(encode_png(image));
}

}  // namespace galley
