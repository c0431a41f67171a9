// Text -> boxes, glue and penalties, in type of ten points whose letters are ten points wide.
#include "text/line_items.h"

#include <gtest/gtest.h>

#include "base/numbers.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using testing::plain;
using testing::style_of;
using testing::TypeRoom;

/// Boxes as their width, glue as (width), forbidden breaks as x, forced as !, fill as ~, other penalties as /, hyphens as -.
std::string shown(const LineItems& items) {
  std::string text;
  for (const LineItem& item : items.items) {
    if (!text.empty()) text += ' ';
    if (item.kind == LineItem::Kind::box) {
      text += format_number(item.width.points(), 2);
    } else if (item.kind == LineItem::Kind::glue) {
      text += item.infinite_stretch ? "~" : "(" + format_number(item.width.points(), 2) + ")";
    } else {
      text += item.penalty >= kForbiddenBreak ? "x" : item.penalty <= kForcedBreak ? "!" : item.flagged ? "-" : "/";
    }
  }
  return text;
}

struct Room : TypeRoom {
  Style style = style_of("Square");
  std::string language = "en";
  LineItems items(const StyledText& text, bool use_preferred = false) {
    return make_line_items(shape(text, {style}, language), {style}, style, language, use_preferred ? PreferredBreaks::taken : PreferredBreaks::passed_over);
  }
  std::string of(const std::string& text, bool use_preferred = false) { return shown(items(plain(text), use_preferred)); }
};

TEST(LineItems, WordsAndSpaces) {
  Room room;
  EXPECT_EQ(room.of("ab c"), "20 (10) 10 x ~ !");
  EXPECT_EQ(room.of("ab\u00A0c d"), "20 x (10) 10 (10) 10 x ~ !") << "an unbreakable space is glue that must not break";
  EXPECT_EQ(room.of("a-b"), "20 / 10 x ~ !");
  room.style.break_at = BreakAt::spaces;
  EXPECT_EQ(room.of("a-b"), "30 x ~ !");
}

TEST(LineItems, AddressesBreakInJustifiedLinesWhateverTheStyleSays) {
  Room room;
  room.style.break_at = BreakAt::spaces;
  EXPECT_EQ(room.of("www.abc.example"), "150 x ~ !");
  room.style.align = Align::justify;
  EXPECT_EQ(room.of("www.abc.example"), "30 / 40 / 80 x ~ !");
}

TEST(LineItems, TheNaturalWidthIsThatOfOneLine) {
  Room room;
  EXPECT_EQ(room.items(plain("ab c")).natural_width, 40_pt);
  EXPECT_EQ(room.items(plain("ab c  ")).natural_width, 40_pt) << "spaces at the end take no room";
}

TEST(LineItems, SeveralSpacesBreakAsOne) {
  Room room;
  EXPECT_EQ(room.of("a  b"), "10 (10) (10) 10 x ~ !");
  EXPECT_EQ(room.of("a \u00A0b"), "10 (10) (10) 10 x ~ !");
}

TEST(LineItems, SpacesThatEndAParagraphTakeNoRoom) {
  Room room;
  EXPECT_EQ(room.of("a "), "10 x (0) x ~ !");
  EXPECT_EQ(room.of("a  "), "10 x (0) (0) x ~ !");
  EXPECT_EQ(room.of("a \u2028b"), "10 x (0) 0 x ~ ! 10 x ~ !");
}

TEST(LineItems, ForcedBreaks) {
  Room room;
  EXPECT_EQ(room.of("a\u2028b"), "10 0 x ~ ! 10 x ~ !");
  EXPECT_EQ(room.of("a\u2028\u2028b"), "10 0 x ~ ! 0 x ~ ! 10 x ~ !") << "two leave a line empty";
  EXPECT_EQ(room.of("a\u2028"), "10 0 x ~ !") << "one at the end does not";
}

TEST(LineItems, PreferredBreaksOnlyWhenWanted) {
  Room room;
  EXPECT_EQ(room.of("a, \u2029b"), "20 x (10) 0 10 x ~ !");
  EXPECT_EQ(room.of("a, \u2029b", true), "20 x (0) 0 x ~ ! 10 x ~ !");
  EXPECT_EQ(room.of("\u2029b c", true), "0 10 (10) 10 x ~ !") << "not with nothing before it";
}

TEST(LineItems, HyphensOfTheAuthorAndOfThePatterns) {
  Room room;
  const LineItems soft = room.items(plain("co\u00ADop"));
  EXPECT_EQ(shown(soft), "20 - 20 x ~ !");
  EXPECT_EQ(soft.items[1].width, 10_pt) << "the hyphen";
  EXPECT_EQ(soft.items[1].penalty, room.style.costs.hyphen);
  EXPECT_EQ(room.of("generation"), "100 x ~ !");
  room.style.hyphenate = true;
  const LineItems divided = room.items(plain("(generation)"));
  EXPECT_EQ(shown(divided), "40 - 20 - 10 - 50 x ~ !") << "(gen-er-a-tion)";
  EXPECT_EQ(divided.places[1].begin, 4U);
  EXPECT_EQ(room.of("generation"), "30 - 20 - 10 - 40 x ~ !");
  room.language = "xx";
  EXPECT_EQ(room.of("generation"), "100 x ~ !") << "no patterns, no hyphens";
}

TEST(LineItems, TrackingBelongsToEachCluster) {
  Room room;
  room.style = style_of("Ligature");
  room.style.tracking = 0.1_em;
  EXPECT_EQ(room.of("afi"), "27 x ~ !");
}

struct SpaceCase {
  std::string before;
  double natural, stretch, shrink;
};

class SpaceLaw : public ::testing::TestWithParam<SpaceCase> {};

/// The law of the layout that ships: TeX's space factors.
TEST_P(SpaceLaw, AfterTheWordBefore) {
  Room room;
  room.style.spacing = {0.3_em, 0.2_em, 0.1_em, 0.05_em, {}, 0.999};
  for (const auto& [marks, factor] : std::initializer_list<std::pair<std::u32string, double>>{{U",", 1.25}, {U";", 1.5}, {U":", 2}, {U".?!", 3}, {U")]", 0}})
    for (const char32_t mark : marks) room.style.spacing.factors.push_back({mark, factor});
  const ShapedText shaped = room.shape(plain(GetParam().before + " x"), {room.style});
  const SpaceWidth width = space_width(shaped, shaped.segments[shaped.segments.size() - 2], room.style);
  EXPECT_NEAR(width.natural.points(), GetParam().natural, 1e-3);
  EXPECT_NEAR(width.stretch.points(), GetParam().stretch, 1e-3);
  EXPECT_NEAR(width.shrink.points(), GetParam().shrink, 1e-3);
}

INSTANTIATE_TEST_SUITE_P(
    LineItems, SpaceLaw,
    ::testing::Values(SpaceCase{"word", 3, 2, 1}, SpaceCase{"word,", 3, 2.5, 0.8}, SpaceCase{"word;", 3, 3, 0.667},
                      SpaceCase{"word:", 3.5, 4, 0.5}, SpaceCase{"word.", 3.5, 6, 0.333}, SpaceCase{"why?", 3.5, 6, 0.333},
                      SpaceCase{"A.", 3, 2, 1}, SpaceCase{"A,", 3, 2, 1}, SpaceCase{"NASA", 3, 1.998, 1.001},
                      SpaceCase{"NASA.", 3, 2, 1}, SpaceCase{"word.)", 3.5, 6, 0.333}, SpaceCase{"word)", 3, 2, 1},
                      SpaceCase{"(A.)]", 3, 2, 1}, SpaceCase{"end. word", 3, 2, 1}, SpaceCase{"a.b", 3, 2, 1},
                      SpaceCase{"", 3, 2, 1}, SpaceCase{".", 3.5, 6, 0.333}));

TEST(LineItems, ASpaceNeverShrinksBelowWhatReadersOfAPdfTakeForOne) {
  Room room;  // type of ten points
  room.style.spacing.space = 0.2_em;
  room.style.spacing.shrink = 0.1_em;
  const ShapedText shaped = room.shape(plain("a b"), {room.style});
  EXPECT_EQ(space_width(shaped, shaped.segments[1], room.style).shrink, (0.2_em).at(10_pt) - (0.16_em).at(10_pt));
}

TEST(LineItems, WithoutALawTheFontsOwnSpaceCounts) {
  Room room;
  const ShapedText shaped = room.shape(plain("a. b"), {room.style});
  const SpaceWidth width = space_width(shaped, shaped.segments[1], room.style);
  EXPECT_EQ(width.natural, 10_pt);
  EXPECT_EQ(width.stretch, Length{});
}

TEST(LineItems, SpacesShrinkOnlyWhileReadersTakeThemForSpaces) {
  Room room;
  const auto shrink_of = [&](Em space) {
    room.style.spacing = {space, 0.2_em, 0.1_em, 0.05_em, {}, 1};
    const ShapedText shaped = room.shape(plain("a b"), {room.style});
    return space_width(shaped, shaped.segments[1], room.style).shrink.points();
  };
  EXPECT_NEAR(shrink_of(0.3_em), 1, 1e-3);
  EXPECT_NEAR(shrink_of(0.2_em), 0.4, 1e-3) << "to 0.16 em";
  EXPECT_EQ(shrink_of(0.15_em), 0);
}

TEST(LineItems, SpacesOfAFixedWidthDoNotStretch) {
  Room room;
  room.style.spacing.stretch = 0.2_em;
  room.style.spacing.space = 0.3_em;
  const ShapedText shaped = room.shape(plain("a\u2003b\u00A0c"), {room.style});
  const SpaceWidth em_space = space_width(shaped, shaped.segments[1], room.style);
  EXPECT_EQ(em_space.natural, 10_pt);
  EXPECT_EQ(em_space.stretch, Length{});
  EXPECT_NEAR(space_width(shaped, shaped.segments[3], room.style).natural.points(), 3, 1e-3) << "an unbreakable space is as wide as any";
}

}  // namespace
}  // namespace galley
