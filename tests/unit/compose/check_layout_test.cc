// Wrong names in layouts are cases of tests/cases/layout.txt; here: what a layout lacks for a CV.
#include <gtest/gtest.h>

#include "compose/compose.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

constexpr const char* kOnlyAwards =
    "styles: {body: {family: Tinos, size: 10pt, leading: 12pt}}\n"
    "entries: {award: [{line: '{award}'}]}\n";

TEST(CheckUse, EveryEntryNeedsARule) {
  const auto scene = testing::read_scene(testing::cv_with("    S:\n"
                                                          "      - {kind: award, award: A}\n"
                                                          "      - {kind: review, venue: V}\n"
                                                          "      - {kind: review, venue: W}\n"),
                                         kOnlyAwards);
  EXPECT_EQ(scene->messages(),
            "cv.yaml:6:10: error: the layout 'my.yaml' does not say how to set an entry of the kind 'review'\n"
            "    6 |       - {kind: review, venue: V}\n"
            "      |          ^^^^^^^^^^^^^^^^^^^^^^ help: add 'review' to the layout's 'entries', or begin the layout with 'extends: base'\n");
}

TEST(CheckUse, ALayoutNeedsNoRuleForWhatACvDoesNotHave) {
  const auto scene = testing::read_scene(testing::cv_with("    S:\n      - {kind: award, award: A}\n"), kOnlyAwards);
  EXPECT_TRUE(scene->inputs) << scene->messages();
}

TEST(CheckUse, EveryLanguageHasThePhrasesOfEveryLayoutThatShips) {
  for (const char* language : {"en", "de", "fr", "es"}) {
    const auto scene =
        testing::read_scene(std::string("cv: {name: Ada, language: ") + language + ", sections: {}}\n", "extends: classic\n");
    EXPECT_TRUE(scene->inputs) << scene->messages();
  }
}

}  // namespace
}  // namespace galley
