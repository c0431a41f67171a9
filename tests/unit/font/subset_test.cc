#include "font/subset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb.h>

#include "font/freetype.h"
#include "tests/unit/font/test_fonts.h"

namespace galley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

std::vector<GlyphId> glyphs_of(const Face& face, std::u32string_view text) {
  std::vector<GlyphId> glyphs;
  for (const char32_t c : text) glyphs.push_back(face.glyph_of(c));
  return glyphs;
}

std::vector<std::string> tables_in(std::string_view font) {
  std::vector<std::string> tags;
  for (std::size_t i = 0; i < number_at(font, 4, 2); ++i) tags.emplace_back(font.substr(12 + 16 * i, 4));
  return tags;
}

TEST(Subset, HoldsOnlyTheGlyphsAndTablesThatPdfNeeds) {
  const auto face = open_font("Square-Regular.ttf");
  Diagnostics diagnostics;
  const auto result = subset(*face, glyphs_of(*face, U"CABBA"), diagnostics);
  ASSERT_TRUE(result);
  EXPECT_THAT(diagnostics.all(), IsEmpty());
  EXPECT_FALSE(result->is_cff);
  EXPECT_THAT(result->glyphs, ElementsAre(Pair(0, 0), Pair(face->glyph_of(U'A'), 1), Pair(face->glyph_of(U'B'), 2),
                                          Pair(face->glyph_of(U'C'), 3)));
  EXPECT_THAT(tables_in(result->bytes), ElementsAre("glyf", "head", "hhea", "hmtx", "loca", "maxp"));
  EXPECT_LT(result->bytes.size(), 500U);
}

TEST(Subset, TheResultIsAFontWithTheSameGlyphs) {
  const auto face = open_font("Ligature.ttf");
  Diagnostics diagnostics;
  constexpr GlyphId kLigature = 28;
  const auto result = subset(*face, {kLigature}, diagnostics);
  ASSERT_TRUE(result);
  std::string why;
  const auto again = Face::open("Again", result->bytes, 0, why);
  ASSERT_TRUE(again) << why;
  EXPECT_EQ(again->glyph_count(), 2U);
  EXPECT_EQ(again->advance(result->glyphs.at(kLigature)), 1500);
  hb_glyph_extents_t box{};
  ASSERT_TRUE(hb_font_get_glyph_extents(again->shaper_font(), 0, &box));
  EXPECT_EQ(box.width, 1000) << "the outline of .notdef is kept";
}

TEST(Subset, PartsOfCompositeGlyphsComeAlong) {
  const auto face = open_font("Square-Regular.ttf");
  Diagnostics diagnostics;
  const auto result = subset(*face, glyphs_of(*face, U"é"), diagnostics);
  ASSERT_TRUE(result);
  EXPECT_THAT(diagnostics.all(), IsEmpty());
  EXPECT_EQ(result->glyphs.size(), 2U);
  std::string why;
  const auto again = Face::open("Again", result->bytes, 0, why);
  ASSERT_TRUE(again) << why;
  EXPECT_EQ(again->glyph_count(), 4U) << ".notdef, e, the accent and the composite";
  hb_glyph_extents_t box{};
  ASSERT_TRUE(hb_font_get_glyph_extents(again->shaper_font(), result->glyphs.at(face->glyph_of(U'é')), &box));
  EXPECT_EQ(box.y_bearing, 1000) << "the accent reaches above the letter";
}

TEST(Subset, CffIsGivenAsTheBareTable) {
  const auto face = open_font("SquareCff.otf");
  Diagnostics diagnostics;
  const auto result = subset(*face, glyphs_of(*face, U"ca"), diagnostics);
  ASSERT_TRUE(result);
  EXPECT_THAT(diagnostics.all(), IsEmpty());
  EXPECT_TRUE(result->is_cff);
  EXPECT_THAT(result->glyphs, ElementsAre(Pair(0, 0), Pair(face->glyph_of(U'a'), 1), Pair(face->glyph_of(U'c'), 2)));
  EXPECT_EQ(result->bytes.substr(0, 2), std::string("\1\0", 2)) << "CFF version 1.0";
  const FreeTypeFace bare(result->bytes, 0);
  ASSERT_TRUE(bare.get());
  EXPECT_EQ(bare.get()->num_glyphs, 3);
}

TEST(Subset, CidKeyedGlyphsAreSelectedByCid) {
  const auto face = open_font("SquareCid.otf");
  Diagnostics diagnostics;
  const auto result = subset(*face, glyphs_of(*face, U"ca"), diagnostics);
  ASSERT_TRUE(result);
  EXPECT_THAT(diagnostics.all(), IsEmpty());
  constexpr GlyphId kFirstCid = 500;  // of glyph 1
  EXPECT_THAT(result->glyphs, ElementsAre(Pair(0, 0), Pair(2, kFirstCid + 1), Pair(4, kFirstCid + 3)));
}

TEST(Subset, UnknownGlyphsBecomeNotdef) {
  const auto face = open_font("Sparse.ttf");
  Diagnostics diagnostics;
  const auto result = subset(*face, {2, 999, 2}, diagnostics);
  ASSERT_TRUE(result);
  EXPECT_THAT(result->glyphs, ElementsAre(Pair(0, 0), Pair(2, 1), Pair(999, 0)));
}

TEST(Subset, NothingUsedGivesNotdefAlone) {
  Diagnostics diagnostics;
  const auto result = subset(*open_font("Sparse.ttf"), {}, diagnostics);
  ASSERT_TRUE(result);
  EXPECT_THAT(result->glyphs, ElementsAre(Pair(0, 0)));
}

TEST(Subset, IsGivenUpForTheWholeFontWhenGlyphsWouldBeLost) {
  // In the INDEX of outlines (28 glyphs, 2 byte offsets, the first is 1) the outline of 'a' ends where no data is.
  // hb-subset reports success on such a font.
  std::string font = font_bytes("SquareCff.otf");
  const std::size_t index = font.find(std::string("\0\x1c\2\0\1", 5));
  ASSERT_NE(index, std::string::npos);
  set_u16(font, index + 3 + 2 * 3, 0xFFFF);
  std::string why;
  const auto face = Face::open("Broken", font, 0, why);
  ASSERT_TRUE(face) << why;
  Diagnostics diagnostics;
  const auto result = subset(*face, glyphs_of(*face, U"ab"), diagnostics);
  ASSERT_TRUE(result);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].severity, Severity::warning);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("'Broken' is embedded whole"));
  EXPECT_EQ(result->bytes, font.substr(table_offset(font, "CFF "), table_length(font, "CFF ")));
  EXPECT_THAT(result->glyphs, ElementsAre(Pair(0, 0), Pair(2, 2), Pair(3, 3)));
}

TEST(Subset, AFontThatMustNotBeSubsetIsGivenWhole) {
  const auto face = open_font("WholeOnly.ttf");
  Diagnostics diagnostics;
  const auto result = subset(*face, {2}, diagnostics);
  ASSERT_TRUE(result);
  EXPECT_THAT(diagnostics.all(), IsEmpty());
  EXPECT_EQ(result->bytes, font_bytes("WholeOnly.ttf"));
  EXPECT_THAT(result->glyphs, ElementsAre(Pair(0, 0), Pair(2, 2)));
}

TEST(Subset, AWholeMemberOfACollectionIsAFileOfItsOwn) {
  std::string font = font_bytes("Collection.ttc");
  const std::size_t second = number_at(font, 16, 4);  // offset of its table directory
  const std::size_t entry = font.find("OS/2", second);
  set_u16(font, number_at(font, entry + 8, 4) + 8, 0x0100);
  std::string why;
  const auto face = Face::open("Second", font, 1, why);
  ASSERT_TRUE(face) << why;
  ASSERT_EQ(face->embedding(), Embedding::whole_only);
  Diagnostics diagnostics;
  const auto result = subset(*face, glyphs_of(*face, U"V"), diagnostics);
  ASSERT_TRUE(result);
  const auto again = Face::open("Again", result->bytes, 0, why);
  ASSERT_TRUE(again) << why;
  EXPECT_EQ(again->postscript_name(), "Kerning-Regular");
  EXPECT_EQ(result->glyphs.at(face->glyph_of(U'V')), again->glyph_of(U'V'));
}

TEST(Subset, AFontThatMustNotBeEmbeddedIsAnError) {
  for (const char* name : {"Restricted.ttf", "BitmapOnly.ttf"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(subset(*open_font(name), {1}, diagnostics));
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].severity, Severity::error);
    EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("must not be embedded"));
  }
}

}  // namespace
}  // namespace galley
