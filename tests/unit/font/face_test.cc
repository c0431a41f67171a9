#include "font/face.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb.h>

#include "tests/unit/font/test_fonts.h"

namespace galley {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;

std::string reason_to_refuse(std::string bytes, unsigned index = 0) {
  std::string why;
  return Face::open("Test", std::move(bytes), index, why) ? "opened" : why;
}

TEST(Face, TellsWhatTheFontSaysOfItself) {
  const auto face = open_font("Square-Regular.ttf");
  ASSERT_TRUE(face);
  EXPECT_EQ(face->name(), "Square-Regular");
  EXPECT_EQ(face->postscript_name(), "Square-Regular");
  EXPECT_EQ(face->metrics().units_per_em, 1000);
  EXPECT_EQ(face->metrics().ascender, 800);
  EXPECT_EQ(face->metrics().descender, -200);
  EXPECT_EQ(face->metrics().cap_height, 700);
  EXPECT_EQ(face->metrics().box_bottom, -200);
  EXPECT_EQ(face->metrics().box_right, 1000);
  EXPECT_EQ(face->metrics().italic_angle, 0);
  EXPECT_EQ(face->embedding(), Embedding::subset);
  EXPECT_FALSE(face->is_cff());
  EXPECT_EQ(face->glyph_count(), 101U);
  EXPECT_EQ(open_font("Square-Italic.ttf")->metrics().italic_angle, -12);
}

TEST(Face, KnowsSerifsFromTheFontsOwnClass) {
  const std::string plain = font_bytes("Sparse.ttf");
  const auto serif = [](const std::string& bytes) {
    std::string why;
    return Face::open("Test", bytes, 0, why)->metrics().serif;
  };
  constexpr std::size_t kFamilyClass = 30, kPanose = 32;  // in OS/2
  EXPECT_FALSE(serif(plain));
  EXPECT_TRUE(serif(with_number(plain, "OS/2", kFamilyClass, 0x0105)));
  EXPECT_FALSE(serif(with_number(plain, "OS/2", kFamilyClass, 0x0805)));
  EXPECT_TRUE(serif(with_number(plain, "OS/2", kPanose, 0x0202)));
  EXPECT_FALSE(serif(with_number(plain, "OS/2", kPanose, 0x020B)));
}

TEST(Face, FindsGlyphsAndAdvances) {
  const auto face = open_font("Ligature.ttf");
  ASSERT_TRUE(face);
  EXPECT_EQ(face->glyph_of(U' '), 1U);
  EXPECT_EQ(face->glyph_of(U'a'), 2U);
  EXPECT_EQ(face->glyph_of(U'A'), 0U);
  EXPECT_EQ(face->advance(face->glyph_of(U'a')), 1000);
  EXPECT_EQ(face->advance(28), 1500);
}

TEST(Face, OpensCffAndMembersOfCollections) {
  const auto cff = open_font("SquareCff.otf");
  ASSERT_TRUE(cff);
  EXPECT_TRUE(cff->is_cff());
  EXPECT_EQ(cff->advance(cff->glyph_of(U'a')), 1000);
  const auto second = open_font("Collection.ttc", 1);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->postscript_name(), "Kerning-Regular");
  EXPECT_EQ(reason_to_refuse(font_bytes("Collection.ttc"), 2), "has no face number 2");
  EXPECT_EQ(reason_to_refuse(font_bytes("Sparse.ttf"), 1), "has no face number 1");
}

TEST(Face, AdvancesNeverLeaveZeroToEightEm) {
  const auto face = open_font("Wide.ttf");
  ASSERT_TRUE(face);
  EXPECT_EQ(face->advance(face->glyph_of(U'w')), 8000);
  EXPECT_EQ(hb_font_get_glyph_h_advance(face->shaper_font(), face->glyph_of(U'w')), 8000);
}

TEST(Face, GlyphsThatDoNotExistAreMissing) {
  const auto face = open_font("LyingCmap.ttf");
  ASSERT_TRUE(face);
  EXPECT_EQ(face->glyph_of(U'a'), 1U);
  EXPECT_EQ(face->glyph_of(U'z'), 0U);
  hb_codepoint_t glyph = 0;
  EXPECT_FALSE(hb_font_get_nominal_glyph(face->shaper_font(), U'z', &glyph));
}

TEST(Face, IsImmutable) {
  const auto face = open_font("Sparse.ttf");
  EXPECT_TRUE(hb_font_is_immutable(face->shaper_font()));
  EXPECT_TRUE(hb_face_is_immutable(hb_font_get_face(face->shaper_font())));
}

TEST(Face, RefusesFilesThatAreNoFontsForUs) {
  EXPECT_THAT(reason_to_refuse(""), HasSubstr("is not a font"));
  EXPECT_THAT(reason_to_refuse("name: Ada\n"), HasSubstr("expected a TrueType or OpenType font"));
  EXPECT_THAT(reason_to_refuse("wOFF" + font_bytes("Sparse.ttf")), HasSubstr("web font"));
  EXPECT_THAT(reason_to_refuse("wOF2" + std::string(100, '\0')), HasSubstr("web font"));
  EXPECT_THAT(reason_to_refuse("%!PS-AdobeFont-1.0: Ada"), HasSubstr("Type 1"));
  EXPECT_THAT(reason_to_refuse("\x80\x01" + std::string(100, '\0')), HasSubstr("Type 1"));
  EXPECT_NE(reason_to_refuse("\0\1\0\0"s), "opened");
  EXPECT_EQ(reason_to_refuse("ttcf"s + std::string(8, '\0')), "has no face number 0");
}

TEST(Face, RefusesFontsWithoutATableThatEmbeddingNeeds) {
  for (const std::string tag : {"head", "hhea", "hmtx", "maxp"})
    EXPECT_EQ(reason_to_refuse(without_table(font_bytes("Sparse.ttf"), tag)), "has no '" + tag + "' table");
  EXPECT_THAT(reason_to_refuse(without_table(font_bytes("Sparse.ttf"), "glyf")), HasSubstr("no outlines"));
  EXPECT_THAT(reason_to_refuse(without_table(font_bytes("Sparse.ttf"), "loca")), HasSubstr("no outlines"));
  EXPECT_THAT(reason_to_refuse(without_table(font_bytes("SquareCff.otf"), "CFF ")), HasSubstr("no outlines"));
}

TEST(Face, RefusesUnitsPerEmOutsideTheStandardsRange) {
  constexpr std::size_t kUnitsPerEm = 18;  // in head
  for (const unsigned upem : {0U, 1U, 15U, 16385U, 65535U})
    EXPECT_THAT(reason_to_refuse(with_number(font_bytes("Sparse.ttf"), "head", kUnitsPerEm, upem)),
                HasSubstr("damaged"))
        << upem;
  for (const unsigned upem : {16U, 1000U, 16384U})
    EXPECT_EQ(reason_to_refuse(with_number(font_bytes("Sparse.ttf"), "head", kUnitsPerEm, upem)), "opened") << upem;
  EXPECT_THAT(reason_to_refuse(font_bytes("SmallEm.ttf")), HasSubstr("damaged"));
}

TEST(Face, RefusesWhatTheLibrariesReadDifferently) {
  constexpr std::size_t kGlyphCount = 4;  // in maxp
  EXPECT_EQ(reason_to_refuse(with_number(font_bytes("Sparse.ttf"), "maxp", kGlyphCount, 0)), "has no glyphs");
  EXPECT_EQ(reason_to_refuse(with_number(font_bytes("SquareCff.otf"), "maxp", kGlyphCount, 99)),
            "is damaged: 99 glyphs are announced, 28 are there");
  // HarfBuzz looks tables up by bisection and finds none in an unsorted directory; FreeType copes.
  EXPECT_THAT(reason_to_refuse(font_bytes("Unsorted.ttf")), HasSubstr("has no"));
}

TEST(Face, RefusesCffThatOnlyOneLibraryReads) {
  std::string cut = font_bytes("SquareCff.otf");
  const std::size_t length = directory_entry(cut, "CFF ") + 12;
  set_u16(cut, length + 2, 512);  // FreeType reads on past the end of the table
  EXPECT_EQ(reason_to_refuse(cut), "is damaged: its outlines cannot be read");
}

TEST(Face, ObeysTheLicenceBits) {
  EXPECT_EQ(open_font("Restricted.ttf")->embedding(), Embedding::forbidden);
  EXPECT_EQ(open_font("WholeOnly.ttf")->embedding(), Embedding::whole_only);
  EXPECT_EQ(open_font("BitmapOnly.ttf")->embedding(), Embedding::forbidden);
}

TEST(Face, TheLeastRestrictiveLicenceBitCountsInOldFonts) {
  const auto embedding = [](unsigned version, unsigned bits) {
    std::string why;
    const std::string font = with_number(with_number(font_bytes("Sparse.ttf"), "OS/2", 0, version), "OS/2", 8, bits);
    return Face::open("Test", font, 0, why)->embedding();
  };
  EXPECT_EQ(embedding(2, 0x0002 | 0x0004), Embedding::subset);
  EXPECT_EQ(embedding(2, 0x0002 | 0x0008), Embedding::subset);
  EXPECT_EQ(embedding(2, 0x0002), Embedding::forbidden);
  EXPECT_EQ(embedding(4, 0x0002 | 0x0004), Embedding::forbidden);
  EXPECT_EQ(embedding(4, 0x0008), Embedding::subset);
}

TEST(Face, AlwaysHasANameThatAPdfMayHold) {
  std::string why;
  const auto unnamed = Face::open("My (odd)/Font #1", without_table(font_bytes("Sparse.ttf"), "name"), 0, why);
  ASSERT_TRUE(unnamed) << why;
  EXPECT_EQ(unnamed->postscript_name(), "MyoddFont1");
  EXPECT_EQ(unnamed->name(), "My (odd)/Font #1");
  EXPECT_EQ(Face::open("", without_table(font_bytes("Sparse.ttf"), "name"), 0, why)->postscript_name(), "Unnamed");
  EXPECT_EQ(Face::open("", font_bytes("Sparse.ttf"), 0, why)->name(), "Sparse-Regular");
}

}  // namespace
}  // namespace galley
