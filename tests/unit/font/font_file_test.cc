#include "font/font_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/font/test_fonts.h"

namespace galley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FontFile, TellsFamilyWeightAndSlant) {
  const auto bold = faces_in("b.ttf", font_bytes("Square-Bold.ttf"));
  ASSERT_EQ(bold.size(), 1U);
  EXPECT_THAT(bold[0].families, ElementsAre("Square"));
  EXPECT_EQ(bold[0].path, "b.ttf");
  EXPECT_EQ(bold[0].style.weight, 700);
  EXPECT_EQ(bold[0].style.width, kNormalWidth);
  EXPECT_FALSE(bold[0].style.italic);
  EXPECT_TRUE(faces_in("i.ttf", font_bytes("Square-Italic.ttf"))[0].style.italic);
}

TEST(FontFile, ListsTheMembersOfACollection) {
  const auto faces = faces_in("c.ttc", font_bytes("Collection.ttc"));
  ASSERT_EQ(faces.size(), 2U);
  EXPECT_THAT(faces[1].families, ElementsAre("Kerning"));
  EXPECT_EQ(faces[1].index, 1U);
  EXPECT_THAT(faces_in("x.ttf", "not a font"), IsEmpty());
}

TEST(FontFile, NamesOfFilesAndStyles) {
  EXPECT_TRUE(is_font_file_name("A.TTF"));
  EXPECT_TRUE(is_font_file_name("b.otc"));
  EXPECT_FALSE(is_font_file_name(".ttf"));
  EXPECT_FALSE(is_font_file_name("a.woff2"));
  EXPECT_EQ(style_name({400, false}), "regular");
  EXPECT_EQ(style_name({400, true}), "italic");
  EXPECT_EQ(style_name({800, true}), "extra bold italic");
  EXPECT_EQ(style_name({350, false}), "weight 350");
  EXPECT_EQ(style_name({700, true, 875}), "semi-condensed bold italic");
  EXPECT_EQ(style_name({400, false, 750}), "condensed");
  EXPECT_EQ(style_name({400, false, 930, 14}), "width 93% 14pt");
}

struct Choice {
  int wanted;
  std::vector<int> there, order;
};

class WeightOrder : public testing::TestWithParam<Choice> {};

TEST_P(WeightOrder, IsThatOfCss) {
  std::vector<FontFile> files;
  for (const int weight : GetParam().there) {
    FontFile file;
    file.style.weight = weight;
    files.push_back(file);
  }
  sort_by_distance(files, {GetParam().wanted});
  std::vector<int> order;
  for (const FontFile& file : files) order.push_back(file.style.weight);
  EXPECT_EQ(order, GetParam().order);
}

INSTANTIATE_TEST_SUITE_P(Cases, WeightOrder,
                         testing::Values(Choice{400, {300, 500, 700, 400}, {400, 500, 300, 700}},
                                         Choice{500, {300, 400, 600}, {400, 300, 600}},
                                         Choice{450, {400, 500, 600}, {500, 400, 600}},
                                         Choice{300, {400, 200, 100}, {200, 100, 400}},
                                         Choice{600, {500, 900, 700}, {700, 900, 500}}));

TEST(FontFile, WidthsGoToTheNarrowFirstWhereNarrowIsAskedFor) {
  const auto order = [](int wanted) {
    std::vector<FontFile> files;
    for (const int width : {500, 750, 1000, 1250}) files.emplace_back().style.width = width;
    sort_by_distance(files, {.width = wanted});
    std::vector<int> widths;
    for (const FontFile& file : files) widths.push_back(file.style.width);
    return widths;
  };
  EXPECT_THAT(order(1000), ElementsAre(1000, 750, 500, 1250));
  EXPECT_THAT(order(875), ElementsAre(750, 500, 1000, 1250)) << "100% is as near, but wider";
  EXPECT_THAT(order(1125), ElementsAre(1250, 1000, 750, 500));
}

TEST(FontFile, WidthAndSlantGoBeforeWeight) {
  std::vector<FontFile> files(3);
  files[0].path = "condensed";
  files[0].style.width = 750;
  files[1].path = "italic";
  files[1].style.italic = true;
  files[2].path = "black";
  files[2].style.weight = 900;
  sort_by_distance(files, {400});
  EXPECT_EQ(files[0].path, "black");
  EXPECT_EQ(files[1].path, "italic");
  EXPECT_EQ(files[2].path, "condensed");
}

}  // namespace
}  // namespace galley
