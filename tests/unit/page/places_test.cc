// Text beyond the page and text on text, in type of ten points whose letters are ten points wide.
#include "page/places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/setter.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Sheet : testing::TypeRoom {
  Composed composed;
  BreakRules breaks;
  Pages pages;
  Sheet() {
    composed.styles = {testing::style_of("Square")};
    pages.pages.push_back({{100_pt, 200_pt}, {}});
  }
  /// The text with its baseline at y; its place in the data counts up.
  GlyphRun& put(const std::string& text, Length x, Length y) {
    StyledText words = testing::plain(text);
    words.front().source = {0, ++places_, places_ + 1};
    for (const SetLine& line : set_unbroken(words, 0, {composed, breaks, shaper, diagnostics}))
      append_line(line, {x, y}, {}, {composed, breaks, shaper, diagnostics}, pages.pages[0].items);
    return std::get<GlyphRun>(pages.pages[0].items.back().what);
  }
  std::vector<std::string> found() {
    Diagnostics found;
    check_places(pages, found);
    std::vector<std::string> all;
    for (const Diagnostic& each : found.all())
      all.push_back((each.severity == Severity::error ? "error " : "warning ") + std::to_string(each.span.begin) + " " + each.message);
    return all;
  }

 private:
  std::uint32_t places_ = 0;
};

TEST(Places, TextInsideThePageIsLeftAlone) {
  Sheet sheet;
  sheet.put("ten wide a", 0_pt, 10_pt);
  sheet.put("the end ", 30_pt, 198_pt);
  EXPECT_THAT(sheet.found(), IsEmpty()) << "a space that hangs out is no text";
}

TEST(Places, TextBeyondAnyEdgeIsAnErrorWhereItComesFrom) {
  Sheet sheet;
  sheet.put("right", 60_pt, 50_pt);
  sheet.put("left", -5_pt, 70_pt);
  sheet.put("top", 20_pt, 2_pt);
  sheet.put("bottom", 20_pt, 300_pt);
  EXPECT_THAT(sheet.found(), ElementsAre("error 1 text reaches beyond page 1: 'right'", "error 2 text reaches beyond page 1: 'left'",
                                         "error 3 text reaches beyond page 1: 'top'", "error 4 text reaches beyond page 1: 'bottom'"));
}

TEST(Places, TheEdgeIsThatOfTheTrimmedPage) {
  Sheet sheet;
  sheet.put("edge", 5_pt, 50_pt);
  EXPECT_THAT(sheet.found(), IsEmpty());
  sheet.pages.pages[0].trim = 10_pt;
  EXPECT_THAT(sheet.found(), ElementsAre("error 1 text reaches beyond page 1: 'edge'"));
}

TEST(Places, TextThatReadsUpwardsCountsAsItStands) {
  Sheet sheet;
  sheet.put("upwards", 50_pt, 60_pt).upwards = true;
  EXPECT_THAT(sheet.found(), ElementsAre("error 1 text reaches beyond page 1: 'upwards'")) << "seventy points from 60 up";
  sheet.pages.pages[0].items[0].at.y = 80_pt;
  EXPECT_THAT(sheet.found(), IsEmpty());
}

TEST(Places, TheFirstFaultsAreNamedAndTheOthersCounted) {
  Sheet sheet;
  for (int i = 0; i < 8; ++i) sheet.put("out", 90_pt, 20_pt * (i + 1));
  const std::vector<std::string> found = sheet.found();
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found.back(), "error 0 3 more texts reach beyond their pages");
}

TEST(Places, TextOnTextIsAnError) {
  Sheet sheet;
  sheet.put("below", 10_pt, 50_pt);
  sheet.put("on it", 30_pt, 48_pt);
  sheet.put("beside", 30_pt, 62_pt);
  EXPECT_THAT(sheet.found(), ElementsAre("error 1 on page 1 'below' stands on 'on it'"));
}

}  // namespace
}  // namespace galley
