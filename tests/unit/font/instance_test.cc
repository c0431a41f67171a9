// A font whose one em wide squares are half an em wider at weight 900 and a tenth narrower at 100 (tests/fonts/README.md).
#include "font/instance.h"

#include <gtest/gtest.h>

#include "font/face.h"
#include "font/font_book.h"
#include "font/subset.h"
#include "tests/support/paths.h"
#include "tests/unit/font/test_fonts.h"

namespace galley {
namespace {

std::shared_ptr<const Face> at(int weight) {
  Instance made = instance_of(font_bytes("Variable.ttf"), 0, {weight});
  EXPECT_EQ(made.kind, Instance::Kind::made);
  std::string why;
  std::shared_ptr<const Face> face = Face::open("", std::move(made.bytes), 0, why);
  EXPECT_NE(face, nullptr) << why;
  return face;
}

TEST(Instance, KnowsWhatTheAxesReach) {
  const Axes axes = axes_of(font_bytes("Variable.ttf"), 0);
  EXPECT_EQ(axes.weight.least, 100);
  EXPECT_EQ(axes.weight.most, 900);
  EXPECT_FALSE(axes.slants);
  EXPECT_FALSE(axes_of(font_bytes("Square-Regular.ttf"), 0).any());
  EXPECT_FALSE(axes_of("no font", 0).any());
}

TEST(Instance, IsAsWideAndNamedAsItsWeight) {
  const auto black = at(900), bold = at(700), thin = at(100);
  EXPECT_EQ(black->advance(black->glyph_of('a')), 1500);
  EXPECT_EQ(bold->advance(bold->glyph_of('a')), 1300);
  EXPECT_EQ(thin->advance(thin->glyph_of('a')), 900);
  EXPECT_EQ(bold->postscript_name(), "Variable-Bold");
  EXPECT_EQ(at(350)->postscript_name(), "Variable-Weight350");
}

TEST(Instance, TheDefaultIsTheFontAsItStands) {
  EXPECT_EQ(instance_of(font_bytes("Variable.ttf"), 0, {400}).kind, Instance::Kind::as_it_stands);
  EXPECT_EQ(instance_of(font_bytes("Square-Regular.ttf"), 0, {700}).kind, Instance::Kind::as_it_stands);
}

TEST(Instance, IsEmbeddedLikeAnyFont) {
  const auto bold = at(700);
  Diagnostics diagnostics;
  const auto part = subset(*bold, {bold->glyph_of('a')}, diagnostics);
  ASSERT_TRUE(part);
  EXPECT_TRUE(diagnostics.all().empty());
  std::string why;
  const auto face = Face::open("", part->bytes, 0, why);
  ASSERT_NE(face, nullptr) << why;
  EXPECT_EQ(face->advance(part->glyphs.at(bold->glyph_of('a'))), 1300);
}

TEST(Instance, ABookSetsAVariableFontInTheWeightAskedFor) {
  DiskWorkspace workspace;
  Catalogue catalogue;
  FontBook fonts(workspace, catalogue, {source_folder() + "/tests/fonts"});
  Diagnostics diagnostics;
  const auto width = [&](int weight) {
    const Face* face = fonts.find({"Variable", {weight}}, {}, diagnostics);
    return face ? face->advance(face->glyph_of('a')) : 0;
  };
  EXPECT_EQ(width(400), 1000);
  EXPECT_EQ(width(700), 1300);
  EXPECT_EQ(width(900), 1500);
  EXPECT_EQ(width(300), 967);
  EXPECT_TRUE(diagnostics.all().empty());
}

/// A font with axes of weight, width and optical size, whose letters are an em wide at its defaults.
class FlexibleFont : public testing::Test {
 protected:
  int width(const FaceStyle& style) {
    const Face* face = fonts.find({"Flexible", style}, {}, diagnostics);
    return face ? face->advance(face->glyph_of('a')) : 0;
  }
  DiskWorkspace workspace;
  Catalogue catalogue;
  FontBook fonts{workspace, catalogue, {source_folder() + "/tests/fonts"}};
  Diagnostics diagnostics;
};

TEST_F(FlexibleFont, KnowsWhatItsAxesReach) {
  const Axes axes = axes_of(font_bytes("Flexible.ttf"), 0);
  EXPECT_EQ(axes.width.least, 500);
  EXPECT_EQ(axes.width.most, 1500);
  EXPECT_EQ(axes.optical_size.least, 8);
  EXPECT_EQ(axes.optical_size.most, 32);
}

TEST_F(FlexibleFont, IsSetInTheWidthAskedForWithoutAWarning) {
  EXPECT_EQ(width({.width = 1000}), 1000);
  EXPECT_EQ(width({.width = 875}), 875);
  EXPECT_EQ(width({.width = 1001}), 1001) << "the finest step that styles have";
  EXPECT_EQ(width({.weight = 900, .width = 750}), 1250);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST_F(FlexibleFont, GoesAsFarAsItsAxesReachAndSaysSoOfTheWidth) {
  EXPECT_EQ(width({.width = 400}), 500);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "the font family 'Flexible' has no face of width 40%; 50% stands for it");
}

TEST_F(FlexibleFont, IsDrawnForItsOpticalSize) {
  EXPECT_EQ(width({.optical_size = 0}), 1000) << "as the font stands";
  EXPECT_EQ(width({.optical_size = 11}), 1020);
  EXPECT_EQ(width({.optical_size = 23}), 980);
  const Face* small = fonts.find({"Flexible", {.optical_size = 6}}, {}, diagnostics);
  EXPECT_EQ(small, fonts.find({"Flexible", {.optical_size = 8}}, {}, diagnostics)) << "6 pt is drawn as the least size, 8 pt, and embedded with it";
  EXPECT_EQ(small->postscript_name(), "Flexible-Regular8pt");
  EXPECT_TRUE(diagnostics.all().empty()) << "every size is asked for, and nearly no font has all";
}

TEST_F(FlexibleFont, ItsNameTellsTheStyle) {
  EXPECT_EQ(fonts.find({"Flexible", {.weight = 700, .width = 875, .optical_size = 12}}, {}, diagnostics)->postscript_name(),
            "Flexible-SemiCondensedBold12pt");
  EXPECT_EQ(fonts.find({"Flexible", {.width = 933}}, {}, diagnostics)->postscript_name(), "Flexible-Width93.3");
}

}  // namespace
}  // namespace galley
