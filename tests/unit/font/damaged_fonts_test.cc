// Every byte of the tiny fonts is damaged in turn, and each font is cut off at every length. What opens must also
// subset to something that holds together; sanitizer builds watch the memory.
#include <gtest/gtest.h>

#include <numeric>

#include "font/freetype.h"
#include "font/subset.h"
#include "tests/unit/font/test_fonts.h"

namespace galley {
namespace {

constexpr std::size_t kGlyphsTried = 40;

/// True when the font opened.
bool try_font(const std::string& bytes) {
  std::string why;
  const auto face = Face::open("Damaged", bytes, 0, why);
  if (!face) {
    EXPECT_FALSE(why.empty());
    return false;
  }
  std::vector<GlyphId> glyphs(std::min<std::size_t>(face->glyph_count(), kGlyphsTried));
  std::iota(glyphs.begin(), glyphs.end(), 0U);
  for (const GlyphId glyph : glyphs) {
    EXPECT_GE(face->advance(glyph), 0);
    EXPECT_LE(face->advance(glyph), 8 * face->metrics().units_per_em);
  }
  Diagnostics diagnostics;
  const auto result = subset(*face, glyphs, diagnostics);
  if (face->embedding() == Embedding::forbidden) {
    EXPECT_FALSE(result);
    return true;
  }
  if (!result) {
    ADD_FAILURE() << "no subset";
    return true;
  }
  EXPECT_EQ(result->glyphs.size(), glyphs.size());
  EXPECT_EQ(result->glyphs.at(0), 0U);
  EXPECT_TRUE(FreeTypeFace(result->bytes, 0).get());
  return true;
}

class DamagedFont : public testing::TestWithParam<const char*> {};

TEST_P(DamagedFont, IsRefusedOrHoldsTogether) {
  const std::string whole = font_bytes(GetParam());
  ASSERT_TRUE(try_font(whole));
  int opened = 0, refused = 0;
  for (std::size_t at = 0; at < whole.size() && !HasFailure(); ++at) {
    SCOPED_TRACE(at);
    for (const char value : {'\0', '\x7f', '\xff'}) {
      std::string damaged = whole;
      damaged[at] = value;
      ++(try_font(damaged) ? opened : refused);
    }
    try_font(whole.substr(0, at));
  }
  EXPECT_GT(opened, 0);
  EXPECT_GT(refused, 0);
}

TEST(DamagedTables, AreRefusedOrHoldTogether) {
  for (const char* name : {"Sparse.ttf", "Ligature.ttf", "SquareCff.otf", "SquareCid.otf"}) {
    const std::string whole = font_bytes(name);
    for (std::size_t i = 0; i < number_at(whole, 4, 2); ++i) {
      const std::string tag = whole.substr(12 + 16 * i, 4);
      SCOPED_TRACE(name + (" " + tag));
      try_font(without_table(whole, tag));
      std::string zeroed = whole;
      zeroed.replace(table_offset(whole, tag), table_length(whole, tag), table_length(whole, tag), '\0');
      try_font(zeroed);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Fonts, DamagedFont,
                         testing::Values("Sparse.ttf", "Ligature.ttf", "SquareCff.otf", "SquareCid.otf",
                                         "Collection.ttc"),
                         [](const auto& row) {
                           const std::string name = row.param;
                           return name.substr(0, name.rfind('.'));
                         });

}  // namespace
}  // namespace galley
