#include "image/decode.h"

#include <lcms2.h>
#include <png.h>
#include <turbojpeg.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "image/metadata.h"

namespace galley {
namespace {

constexpr int kJpegQuality = 90;

Decoded refused(std::string why, std::string help = {}) { return {std::nullopt, std::move(why), std::move(help)}; }

Decoded too_large(std::uint64_t width, std::uint64_t height) {
  return refused("has " + std::to_string(width) + " x " + std::to_string(height) + " pixels, more than the " +
                     std::to_string(kMostPicturePixels / 1'000'000) + " million that are read",
                 "save a smaller copy; 1200 pixels are plenty for a photo on paper");
}

/// Interleaved pixels of any number of channels, before they become an Image.
struct Raster {
  std::uint32_t width = 0, height = 0;
  std::size_t channels = 0;
  std::vector<std::uint8_t> bytes;
  [[nodiscard]] const std::uint8_t* at(std::size_t x, std::size_t y) const { return &bytes[(y * width + x) * channels]; }
};

/// Upright (Exif 2.32, tag 274): 2 to 4 mirror or turn by half, 5 to 8 exchange rows and columns as well.
Raster upright(const Raster& from, int orientation) {
  if (orientation == 1) return from;
  const bool exchanged = orientation >= 5;
  Raster to{exchanged ? from.height : from.width, exchanged ? from.width : from.height, from.channels, {}};
  to.bytes.reserve(from.bytes.size());
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  for (std::size_t y = 0; y < to.height; ++y) {
    for (std::size_t x = 0; x < to.width; ++x) {
      const std::size_t column = exchanged ? y : x, row = exchanged ? x : y;
      const std::uint8_t* pixel = from.at(from_right ? from.width - 1 - column : column, from_bottom ? from.height - 1 - row : row);
      to.bytes.insert(to.bytes.end(), pixel, pixel + from.channels);
    }
  }
  return to;
}

/// Averages squares of pixels where a picture is larger than print needs.
Raster reduced(const Raster& from) {
  const std::uint32_t step = (std::max(from.width, from.height) + kMostSide - 1) / kMostSide;
  if (step <= 1) return from;
  Raster to{std::max(1U, from.width / step), std::max(1U, from.height / step), from.channels, {}};
  to.bytes.reserve(std::size_t{to.width} * to.height * to.channels);
  for (std::size_t y = 0; y < to.height; ++y) {
    for (std::size_t x = 0; x < to.width; ++x) {
      std::array<std::uint32_t, 4> sums{};
      std::uint32_t count = 0;
      for (std::size_t row = y * step; row < std::min<std::size_t>((y + 1) * step, from.height); ++row) {
        for (std::size_t column = x * step; column < std::min<std::size_t>((x + 1) * step, from.width); ++column, ++count)
          for (std::size_t i = 0; i < from.channels; ++i) sums[i] += from.at(column, row)[i];
      }
      for (std::size_t i = 0; i < from.channels; ++i) to.bytes.push_back(static_cast<std::uint8_t>((sums[i] + count / 2) / count));
    }
  }
  return to;
}

using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;

bool is_srgb(cmsHPROFILE profile) {
  std::array<char, 256> name{};
  cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", name.data(), name.size());
  return std::string_view(name.data()).find("sRGB") != std::string_view::npos;
}

/// Converts to sRGB; false where there is nothing to do or the profile is of no use, which then counts as sRGB.
bool to_srgb(Image& image, const std::string& bytes) {
  if (bytes.empty()) return false;
  const Profile profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())), &cmsCloseProfile);
  if (!profile || is_srgb(profile.get())) return false;
  const bool grey = image.channels == 1;
  if (cmsGetColorSpace(profile.get()) != (grey ? cmsSigGrayData : cmsSigRgbData)) return false;
  const Profile srgb(cmsCreate_sRGBProfile(), &cmsCloseProfile);
  const std::unique_ptr<void, decltype(&cmsDeleteTransform)> transform(
      cmsCreateTransform(profile.get(), grey ? TYPE_GRAY_8 : TYPE_RGB_8, srgb.get(), TYPE_RGB_8, INTENT_PERCEPTUAL, cmsFLAGS_NOCACHE),
      &cmsDeleteTransform);
  if (!transform) return false;
  std::vector<std::uint8_t> converted(std::size_t{image.width} * image.height * 3);
  cmsDoTransform(transform.get(), image.pixels.data(), converted.data(), image.width * image.height);
  image.pixels = std::move(converted);
  image.channels = 3;
  return true;
}

/// A JPEG of changed pixels, so that a photo stays small in the document; empty on failure.
std::string encode_jpeg(const Image& image) {
  const std::unique_ptr<void, decltype(&tjDestroy)> coder(tjInitCompress(), &tjDestroy);
  if (!coder) return {};
  unsigned char* out = nullptr;
  unsigned long size = 0;
  const bool grey = image.channels == 1;
  const bool done = tjCompress2(coder.get(), image.pixels.data(), static_cast<int>(image.width), 0, static_cast<int>(image.height),
                                grey ? TJPF_GRAY : TJPF_RGB, &out, &size, grey ? TJSAMP_GRAY : TJSAMP_444, kJpegQuality, 0) == 0;
  std::string jpeg;
  if (done) jpeg.assign(out, out + size);
  tjFree(out);
  return jpeg;
}

Decoded decode_jpeg(std::string_view bytes) {
  const std::unique_ptr<void, decltype(&tjDestroy)> coder(tjInitDecompress(), &tjDestroy);
  if (!coder) return refused("cannot be read: out of memory");
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto size = static_cast<unsigned long>(bytes.size());
  int width = 0, height = 0, sampling = 0, space = 0;
  if (tjDecompressHeader3(coder.get(), data, size, &width, &height, &sampling, &space) != 0)
    return refused(std::string("is a damaged JPEG: ") + tjGetErrorStr2(coder.get()), "save it again from a picture editor");
  if (space == TJCS_CMYK || space == TJCS_YCCK) return refused("is a JPEG in CMYK", "save it in RGB");
  const auto pixels = static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
  if (pixels > kMostPicturePixels) return too_large(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height));
  const bool grey = space == TJCS_GRAY;
  Raster raster{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), grey ? 1U : 3U, {}};
  raster.bytes.resize(pixels * raster.channels);
  if (tjDecompress2(coder.get(), data, size, raster.bytes.data(), width, 0, height, grey ? TJPF_GRAY : TJPF_RGB, TJFLAG_LIMITSCANS) != 0)
    return refused(std::string("is a damaged JPEG: ") + tjGetErrorStr2(coder.get()), "save it again from a picture editor");
  std::string plain;
  const PictureMetadata metadata = metadata_of_jpeg(bytes, plain);
  const Raster final = upright(reduced(raster), metadata.orientation);
  Image image;
  image.width = final.width;
  image.height = final.height;
  image.channels = static_cast<int>(final.channels);
  const bool same = metadata.orientation == 1 && final.width == raster.width && final.height == raster.height;
  image.pixels = final.bytes;
  const bool converted = to_srgb(image, metadata.profile);
  image.jpeg = same && !converted && !plain.empty() ? std::move(plain) : encode_jpeg(image);
  return {std::move(image), {}, {}};
}

/// Parts colour from transparency; a picture that is opaque throughout has none.
Image parted(const Raster& raster, bool has_alpha) {
  Image image;
  image.width = raster.width;
  image.height = raster.height;
  const std::size_t colours = raster.channels - (has_alpha ? 1 : 0);
  image.channels = static_cast<int>(colours);
  bool opaque = true;
  for (std::size_t at = 0; at < raster.bytes.size(); at += raster.channels) {
    image.pixels.insert(image.pixels.end(), &raster.bytes[at], &raster.bytes[at] + colours);
    if (!has_alpha) continue;
    image.alpha.push_back(raster.bytes[at + colours]);
    opaque = opaque && image.alpha.back() == 255;
  }
  if (opaque) image.alpha.clear();
  return image;
}

Decoded decode_png(std::string_view bytes) {
  std::string plain;
  const PictureMetadata metadata = metadata_of_png(bytes, plain);
  png_image png = {};
  png.version = PNG_IMAGE_VERSION;
  const auto damaged = [&] {
    const std::string why = png.message;
    png_image_free(&png);
    return refused("is a damaged PNG: " + why, "save it again from a picture editor");
  };
  if (png_image_begin_read_from_memory(&png, plain.data(), plain.size()) == 0) return damaged();
  if (std::uint64_t{png.width} * png.height > kMostPicturePixels) {
    const auto refusal = too_large(png.width, png.height);
    png_image_free(&png);
    return refusal;
  }
  const bool has_alpha = (png.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  const bool colour = (png.format & PNG_FORMAT_FLAG_COLOR) != 0;
  png.format = (colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY) | (has_alpha ? static_cast<unsigned>(PNG_FORMAT_FLAG_ALPHA) : 0U);
  png.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // sixteen bits do not mean linear light
  Raster raster{png.width, png.height, PNG_IMAGE_SAMPLE_CHANNELS(png.format), {}};
  raster.bytes.resize(PNG_IMAGE_SIZE(png));
  if (png_image_finish_read(&png, nullptr, raster.bytes.data(), 0, nullptr) == 0) return damaged();
  Image image = parted(upright(reduced(raster), metadata.orientation), has_alpha);
  to_srgb(image, metadata.profile);
  return {std::move(image), {}, {}};
}

}  // namespace

Decoded decode_image(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return decode_png(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return decode_jpeg(bytes);
  return refused("is neither a PNG nor a JPEG", "save the picture as one of the two");
}

}  // namespace galley
