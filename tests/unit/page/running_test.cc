// Headers and footers, in type of ten points whose letters are ten points wide.
#include "page/running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/numbers.h"
#include "page/places.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using testing::plain;

struct Room : testing::TypeRoom {
  Composed composed;
  Layout layout;
  Pages pages;
  Room() {
    composed.styles = {testing::style_of("Square")};
    composed.language = "en";
    composed.running.emplace_back();
    layout.page.size = {200_pt, 300_pt};
    layout.page.left = layout.page.right = 20_pt;
    layout.page.running.emplace_back();
    layout.page.running[0].baseline = 15_pt;
    pages.pages.assign(2, {{200_pt, 300_pt}, {}});
  }
  RunningLine& line() { return composed.running[0]; }
  /// What stands on a page, as text@x.
  std::vector<std::string> on_page(std::size_t number) {
    for (Page& page : pages.pages) page.items.clear();
    add_running_lines(pages, composed, layout, shaper, diagnostics);
    std::vector<std::string> all;
    for (const Item& item : pages.pages[number].items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what)) all.push_back(run->text + "@" + format_number(item.at.x.points(), 1));
    return all;
  }
};

TEST(Running, ABreakThatTheAuthorAskedForIsASpace) {
  Room room;
  room.line().left = plain("ab\u2028cd\u2029ef");
  EXPECT_THAT(room.on_page(0), ElementsAre("ab cdef@20")) << "what follows it is not lost";
}

TEST(Running, ALongLineIsNotCut) {
  Room room;
  room.line().left = plain("aaaa bbbb cccc dddd");
  EXPECT_THAT(room.on_page(1), ElementsAre("aaaa bbbb cccc dddd@20")) << "though it is wider than the page's 160 points";
  room.line() = {{}, plain("aaaa bbbb cccc dddd"), {}};
  EXPECT_THAT(room.on_page(1), ElementsAre("aaaa bbbb cccc dddd@5")) << "it reaches out on both sides";
}

TEST(Running, ALineThatReachesBeyondThePageIsAnError) {
  Room room;
  room.line().left = plain("aaaa bbbb cccc dddd eeee");
  room.on_page(0);
  check_places(room.pages, room.diagnostics);
  EXPECT_THAT(room.messages(), ::testing::StartsWith("text reaches beyond page 1: 'aaaa bbbb cccc dddd eeee'"));
}

TEST(Running, LinesThatStandOnOneAnotherAreAnError) {
  Room room;
  room.line() = {plain("aaaa bbbb cccc"), {}, plain("page \uE000 of \uE001")};
  EXPECT_THAT(room.on_page(1), ElementsAre("aaaa bbbb cccc @20", "page 2 of 2@70"));
  check_places(room.pages, room.diagnostics);
  EXPECT_TRUE(room.diagnostics.has_errors());
  EXPECT_THAT(room.messages(), ::testing::StartsWith("on page 1 'page 1 of 2' stands on 'aaaa bbbb cccc'"));
}

}  // namespace
}  // namespace galley
