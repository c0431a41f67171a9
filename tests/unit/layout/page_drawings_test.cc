// What layouts draw beside the text follows the text: grounds of sidebars, rules along sections.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/support/typeset.h"

namespace galley {
namespace {

struct Drawn {
  Point at;
  Size size;
};

/// The upright rules and boxes of a page that are `width` wide.
std::vector<Drawn> drawn(const Page& page, Length width) {
  std::vector<Drawn> found;
  for (const Item& item : page.items)
    if (const auto* rule = std::get_if<Rule>(&item.what); rule && rule->size.width == width) found.push_back({item.at, rule->size});
  return found;
}

TEST(PageDrawings, ASidebarsGroundStandsWhereTheSidebarDoes) {
  const auto set = testing::typeset_file("data/ruiqi-gao.yaml", "harbour");
  ASSERT_TRUE(set->document) << set->messages();
  const std::vector<Page>& pages = set->document->pages.pages;
  ASSERT_GT(pages.size(), 1U);
  const Length ground = set->inputs->layout.page.boxes.at(0).width, strip = set->inputs->layout.page.boxes.at(1).width;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    EXPECT_EQ(drawn(pages[p], ground).size(), p == 0 ? 1U : 0U) << "page " << p + 1;
    EXPECT_EQ(drawn(pages[p], strip).size(), 1U) << "page " << p + 1;
  }
}

TEST(PageDrawings, ARuleAlongASectionIsAsTallAsItsLinesOnThePage) {
  const auto set = testing::typeset_file("data/ruiqi-gao.yaml", "spine");
  ASSERT_TRUE(set->document) << set->messages();
  const Layout& layout = set->inputs->layout;
  const Length width = layout.sections.rules.at(1).thickness;
  std::size_t rules = 0;
  for (const Page& page : set->document->pages.pages) {
    Length lowest;
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.what);
      if (run && item.element != kArtifact) lowest = std::max(lowest, item.at.y);
    }
    Length end;
    for (const Drawn& rule : drawn(page, width)) {
      ++rules;
      EXPECT_GT(rule.at.y, end) << "they do not meet";
      end = rule.at.y + rule.size.height;
    }
    EXPECT_EQ(end, lowest + layout.body.leading.times(1, 4)) << "ends with the page's last line, or with a label that is longer";
  }
  EXPECT_GE(rules, set->inputs->cv.sections.size());
}

}  // namespace
}  // namespace galley
