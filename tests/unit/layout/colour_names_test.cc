#include "layout/colour_names.h"

#include <gtest/gtest.h>

#include "tests/support/scene.h"

namespace galley {
namespace {

using testing::read_scene;

Colour title_of(const std::string& layout) {
  const auto scene = read_scene("cv: {name: Ada}\n", "extends: base\n" + layout);
  EXPECT_TRUE(scene->inputs) << scene->messages();
  return scene->inputs ? *scene->inputs->layout.styles.at("title").colour : Colour{1, 2, 3};
}

TEST(ColourNames, StandForTheColoursOfTheLayout) {
  EXPECT_EQ(title_of("colours: {accent: \"#1f3a5f\"}\nstyles: {title: {colour: accent}}\n"), (Colour{0x1f, 0x3a, 0x5f}));
  EXPECT_EQ(title_of("colours: {sea: teal}\nstyles: {title: {colour: sea}}\n"), (Colour{0, 128, 128}));
}

TEST(ColourNames, GoBeforeThoseOfCss) {
  EXPECT_EQ(title_of("colours: {red: \"#b03a2e\"}\nstyles: {title: {colour: red}}\n"), (Colour{0xb0, 0x3a, 0x2e}));
}

TEST(ColourNames, ReachBoxesAndRules) {
  const auto scene = read_scene("cv: {name: Ada}\n",
                                "extends: base\ncolours: {accent: teal}\npage: {boxes: [{height: 3mm, colour: accent}]}\n"
                                "sections: {rules: {where: below, colour: accent}}\n");
  ASSERT_TRUE(scene->inputs) << scene->messages();
  EXPECT_EQ(scene->inputs->layout.page.boxes.at(0).colour, (Colour{0, 128, 128}));
  EXPECT_EQ(scene->inputs->layout.sections.rules.at(0).colour, (Colour{0, 128, 128}));
}

TEST(ColourNames, MustBeColours) {
  const auto scene = read_scene("cv: {name: Ada, sections: {Work: [text]}}\n", "extends: base\ncolours: {accent: reddish}\nstyles: {title: {colour: accent}}\n");
  EXPECT_FALSE(scene->inputs);
  EXPECT_EQ(scene->messages(), "my.yaml:2:19: error: this is no colour\n    2 | colours: {accent: reddish}\n      |                   ^^^^^^^ help: a name such as navy, or \"#1f3a5f\" in quotes\n");
}

}  // namespace
}  // namespace galley
