#include "image/encode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

TEST(EncodePng, KeepsPixelsAndTransparency) {
  const auto image = gradient(7, 5, 3);
  for (std::uint8_t i = 0; i < 35; ++i) image->alpha.push_back(static_cast<std::uint8_t>(7 * i));
  const std::string bytes = encode_png(*image);
  png_image png = {};
  png.version = PNG_IMAGE_VERSION;
  ASSERT_TRUE(png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()));
  ASSERT_EQ(png.width, 7U);
  ASSERT_EQ(png.height, 5U);
  png.format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> read(7 * 5 * 4);
  ASSERT_TRUE(png_image_finish_read(&png, nullptr, read.data(), 0, nullptr));
  for (std::size_t i = 0; i < 35; ++i) {
    EXPECT_EQ(read[4 * i], image->pixels[3 * i]);
    EXPECT_EQ(read[4 * i + 1], image->pixels[3 * i + 1]);
    EXPECT_EQ(read[4 * i + 3], image->alpha[i]);
  }
}

TEST(DataUri, IsAJpegWhereThereIsOne) {
  EXPECT_THAT(data_uri(*gradient(4, 4, 1, true)), testing::StartsWith("data:image/jpeg;base64,/9j/"));
  EXPECT_THAT(data_uri(*gradient(4, 4, 1)), testing::StartsWith("data:image/png;base64,iVBORw0KGgo"));
}

TEST(DataUri, IsPaddedToWholeGroups) {
  Image image;
  image.width = image.height = 1;
  image.channels = 1;
  image.pixels = {0};
  for (const std::size_t size : {1U, 2U, 3U}) {
    image.jpeg = std::string("Man").substr(0, size);
    const char* expected[] = {"TQ==", "TWE=", "TWFu"};  // RFC 4648, 10, and its like
    EXPECT_EQ(data_uri(image), std::string("data:image/jpeg;base64,") + expected[size - 1]);
  }
}

}  // namespace
}  // namespace galley
