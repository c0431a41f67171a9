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
  Instance made = instance_of(font_bytes("Variable.ttf"), 0, weight, false);
  EXPECT_EQ(made.kind, Instance::Kind::made);
  std::string why;
  std::shared_ptr<const Face> face = Face::open("", std::move(made.bytes), 0, why);
  EXPECT_NE(face, nullptr) << why;
  return face;
}

TEST(Instance, KnowsWhatTheAxesReach) {
  const Axes axes = axes_of(font_bytes("Variable.ttf"), 0);
  EXPECT_EQ(axes.least_weight, 100);
  EXPECT_EQ(axes.most_weight, 900);
  EXPECT_FALSE(axes.slants);
  EXPECT_EQ(axes_of(font_bytes("Square-Regular.ttf"), 0).most_weight, 0);
  EXPECT_EQ(axes_of("no font", 0).most_weight, 0);
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
  EXPECT_EQ(instance_of(font_bytes("Variable.ttf"), 0, 400, false).kind, Instance::Kind::as_it_stands);
  EXPECT_EQ(instance_of(font_bytes("Square-Regular.ttf"), 0, 700, false).kind, Instance::Kind::as_it_stands);
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
    const Face* face = fonts.find({"Variable", weight, false}, {}, diagnostics);
    return face ? face->advance(face->glyph_of('a')) : 0;
  };
  EXPECT_EQ(width(400), 1000);
  EXPECT_EQ(width(700), 1300);
  EXPECT_EQ(width(900), 1500);
  EXPECT_EQ(width(300), 967);
  EXPECT_TRUE(diagnostics.all().empty());
}

}  // namespace
}  // namespace galley
