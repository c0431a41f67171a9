#include "font/more_glyphs.h"

#include <gtest/gtest.h>

#include "font/outline.h"
#include "font/subset.h"
#include "tests/unit/font/test_fonts.h"

namespace galley {
namespace {

std::size_t steps_of(const Face& face, GlyphId glyph) { return glyph_outline(face, glyph).size(); }

TEST(MoreGlyphs, StandAfterTheFacesOwn) {
  const auto face = open_font("Square-Regular.ttf");
  const GlyphId copied = face->glyph_of(U'a');
  const auto more = with_more_glyphs(*face, {{copied, 321}, {std::nullopt, 123}});
  ASSERT_TRUE(more);
  const GlyphId first = face->glyph_count();
  ASSERT_EQ(more->glyph_count(), first + 2);
  EXPECT_EQ(more->advance(first), 321);
  EXPECT_EQ(more->advance(first + 1), 123);
  EXPECT_EQ(steps_of(*more, first), steps_of(*face, copied));
  EXPECT_GT(steps_of(*more, first), 0U);
  EXPECT_EQ(steps_of(*more, first + 1), 0U);
  for (GlyphId glyph = 0; glyph < first; ++glyph) {
    EXPECT_EQ(more->advance(glyph), face->advance(glyph));
    EXPECT_EQ(steps_of(*more, glyph), steps_of(*face, glyph));
  }
  EXPECT_EQ(more->postscript_name(), face->postscript_name());
}

TEST(MoreGlyphs, CanBeCutOutLikeOthers) {
  const auto face = open_font("Square-Regular.ttf");
  const auto more = with_more_glyphs(*face, {{face->glyph_of(U'a'), 321}, {std::nullopt, 123}});
  ASSERT_TRUE(more);
  Diagnostics diagnostics;
  const auto part = subset(*more, {face->glyph_count(), face->glyph_count() + 1}, diagnostics);
  ASSERT_TRUE(part);
  EXPECT_TRUE(diagnostics.all().empty());
  EXPECT_LT(part->bytes.size(), more->bytes().size());
}

TEST(MoreGlyphs, AreForFacesThatCanHaveThem) {
  EXPECT_FALSE(with_more_glyphs(*open_font("SquareCff.otf"), {{std::nullopt, 100}}));
  EXPECT_FALSE(with_more_glyphs(*open_font("WholeOnly.ttf"), {{std::nullopt, 100}})) << "may not be changed";
  EXPECT_FALSE(with_more_glyphs(*open_font("Square-Regular.ttf"), std::vector<FurtherGlyph>(0x10000)));
}

}  // namespace
}  // namespace galley
