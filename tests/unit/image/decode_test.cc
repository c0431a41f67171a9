#include "image/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <lcms2.h>
#include <turbojpeg.h>

#include "image/encode.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A plain area of one colour with its top left quarter white, so that turning shows.
Image quartered(std::uint32_t width, std::uint32_t height, std::uint8_t level) {
  Image image;
  image.width = width;
  image.height = height;
  for (std::uint32_t y = 0; y < height; ++y)
    for (std::uint32_t x = 0; x < width; ++x)
      for (int i = 0; i < 3; ++i) image.pixels.push_back(x < width / 2 && y < height / 2 ? 255 : level);
  return image;
}

std::string jpeg_of(const Image& image) {
  unsigned char* out = nullptr;
  unsigned long size = 0;
  tjhandle coder = tjInitCompress();
  tjCompress2(coder, image.pixels.data(), static_cast<int>(image.width), 0, static_cast<int>(image.height), TJPF_RGB, &out, &size, TJSAMP_444, 95, 0);
  std::string bytes(out, out + size);
  tjFree(out);
  tjDestroy(coder);
  return bytes;
}

/// The JPEG with a segment more after its first two bytes.
std::string with_segment(const std::string& jpeg, char marker, const std::string& body) {
  const std::size_t size = body.size() + 2;
  return jpeg.substr(0, 2) + '\xFF' + marker + static_cast<char>(size >> 8) + static_cast<char>(size & 0xFF) + body + jpeg.substr(2);
}

std::string exif(char orientation, bool little) {
  const std::string header = little ? std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + orientation + std::string(7, '\0')
                                    : std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + orientation + std::string(6, '\0');
  return std::string("Exif\0\0", 6) + header;
}

int level_at(const Image& image, std::uint32_t x, std::uint32_t y) {
  return image.pixels[(std::size_t{y} * image.width + x) * static_cast<std::size_t>(image.channels)];
}

TEST(DecodeImage, ReadsPngWithTransparency) {
  const auto image = gradient(7, 5, 3);
  for (std::uint8_t i = 0; i < 35; ++i) image->alpha.push_back(static_cast<std::uint8_t>(7 * i));
  const Decoded decoded = decode_image(encode_png(*image));
  ASSERT_TRUE(decoded.image) << decoded.why;
  EXPECT_EQ(decoded.image->pixels, image->pixels);
  EXPECT_EQ(decoded.image->alpha, image->alpha);
  EXPECT_EQ(decoded.image->jpeg, "");
}

TEST(DecodeImage, ReadsGreyPngAsGrey) {
  const Decoded decoded = decode_image(encode_png(*gradient(6, 4, 1)));
  ASSERT_TRUE(decoded.image) << decoded.why;
  EXPECT_EQ(decoded.image->channels, 1);
  EXPECT_TRUE(decoded.image->alpha.empty());
}

TEST(DecodeImage, KeepsAJpegButNotWhatItSaysBeside) {
  const std::string jpeg = jpeg_of(quartered(40, 24, 90));
  const std::string talkative = with_segment(with_segment(jpeg, '\xFE', "at home"), '\xE1', exif(1, true) + "GPS here");
  const Decoded decoded = decode_image(talkative);
  ASSERT_TRUE(decoded.image) << decoded.why;
  EXPECT_EQ(decoded.image->jpeg, jpeg);
}

TEST(DecodeImage, TurnsPicturesUpright) {
  const std::string jpeg = jpeg_of(quartered(40, 24, 10));
  // Where the white corner ends up, by EXIF's orientation: left?, top?
  const std::vector<std::pair<bool, bool>> corners = {{true, true},  {false, true},  {false, false}, {true, false},
                                                      {true, true}, {false, true}, {false, false}, {true, false}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    for (const bool little : {true, false}) {
      const Decoded decoded = decode_image(with_segment(jpeg, '\xE1', exif(static_cast<char>(orientation), little)));
      ASSERT_TRUE(decoded.image) << decoded.why;
      const Image& image = *decoded.image;
      EXPECT_EQ(image.width, orientation >= 5 ? 24U : 40U) << orientation;
      const auto [left, top] = corners[static_cast<std::size_t>(orientation - 1)];
      const std::uint32_t x = left ? 2 : image.width - 3, y = top ? 2 : image.height - 3;
      EXPECT_GT(level_at(image, x, y), 240) << orientation;
      EXPECT_LT(level_at(image, image.width - 1 - x, image.height - 1 - y), 40) << orientation;
      EXPECT_EQ(decode_image(image.jpeg).image->width, image.width) << "the JPEG is upright too";
    }
  }
}

TEST(DecodeImage, ConvertsProfilesToSrgb) {
  cmsToneCurve* linear = cmsBuildGamma(nullptr, 1.0);
  cmsToneCurve* curves[3] = {linear, linear, linear};
  const cmsCIExyY white = {0.3127, 0.3290, 1.0};
  const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string icc(size, '\0');
  cmsSaveProfileToMem(profile, icc.data(), &size);
  cmsCloseProfile(profile);
  cmsFreeToneCurve(linear);
  const std::string jpeg = jpeg_of(quartered(16, 16, 55));
  const Decoded decoded = decode_image(with_segment(jpeg, '\xE2', std::string("ICC_PROFILE\0\x01\x01", 14) + icc));
  ASSERT_TRUE(decoded.image) << decoded.why;
  // 55/255 of linear light is 0.5029 in sRGB's curve (IEC 61966-2-1): 128.
  EXPECT_NEAR(level_at(*decoded.image, 14, 14), 128, 3);
  EXPECT_NE(decoded.image->jpeg, jpeg);
}

TEST(DecodeImage, AveragesDownWhatPrintDoesNotNeed) {
  const Decoded decoded = decode_image(jpeg_of(quartered(4000, 1000, 20)));
  ASSERT_TRUE(decoded.image) << decoded.why;
  EXPECT_EQ(decoded.image->width, 1333U);
  EXPECT_EQ(decoded.image->height, 333U);
  EXPECT_GT(level_at(*decoded.image, 3, 3), 240);
  EXPECT_LT(level_at(*decoded.image, 1300, 300), 30);
}

TEST(DecodeImage, SaysWhatIsWrong) {
  EXPECT_EQ(decode_image("GIF89a").why, "is neither a PNG nor a JPEG");
  EXPECT_EQ(decode_image("").why, "is neither a PNG nor a JPEG");
  const std::string png = encode_png(*gradient(60, 50, 3)), jpeg = jpeg_of(quartered(60, 50, 7));
  EXPECT_THAT(decode_image(png.substr(0, png.size() / 2)).why, HasSubstr("is a damaged PNG: "));
  EXPECT_THAT(decode_image(jpeg.substr(0, jpeg.size() / 2)).why, HasSubstr("is a damaged JPEG: "));
  std::string huge = png;  // IHDR's width; libpng does not mind the checksum in the simplified interface's limits
  huge[16] = 0;
  huge[17] = '\x7F';
  EXPECT_FALSE(decode_image(huge).image);
}

TEST(DecodeImage, NeverCrashesOnDamage) {
  const std::string jpeg = with_segment(jpeg_of(quartered(24, 16, 7)), '\xE1', exif(6, true));
  for (const std::string& whole : {encode_png(*gradient(9, 8, 3)), jpeg}) {
    for (std::size_t i = 0; i < whole.size(); ++i) {
      std::string damaged = whole;
      damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
      const Decoded decoded = decode_image(damaged);
      EXPECT_TRUE(decoded.image || !decoded.why.empty()) << i;
      decode_image(whole.substr(0, i));
    }
  }
}

}  // namespace
}  // namespace galley
