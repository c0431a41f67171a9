// Layouts from text: what is read from right ones, and the exact messages about wrong ones (tests/cases/layout.txt).
#include <gtest/gtest.h>

#include "layout/layout.h"
#include "tests/support/cases.h"
#include "tests/support/scene.h"
#include "yaml/parse.h"

namespace galley {
namespace {

using testing::Case;

constexpr const char* kCv = "cv: {name: Ada, sections: {}}\n";

class LayoutCases : public ::testing::TestWithParam<Case> {};

TEST_P(LayoutCases, SaysExactlyThis) {
  const auto scene = testing::read_scene(kCv, GetParam().input);
  EXPECT_EQ(scene->messages(), GetParam().expected);
  EXPECT_EQ(scene->inputs.has_value(), !scene->session.diagnostics.has_errors());
}

INSTANTIATE_TEST_SUITE_P(Cases, LayoutCases, ::testing::ValuesIn(testing::read_cases("layout.txt")),
                         [](const auto& tested) { return testing::test_name(tested.param); });

Layout layout_of(const std::string& text) {
  const auto scene = testing::read_scene(kCv, text);
  EXPECT_TRUE(scene->inputs) << scene->messages();
  return scene->inputs ? scene->inputs->layout : Layout{};
}

TEST(LayoutReader, ChangesOnlyWhatALayoutSays) {
  const Layout base = layout_of("extends: base\n");
  const Layout layout = layout_of(
      "extends: base\n"
      "page: {margins: {left: 30mm}}\nstyles: {body: {size: 11pt}, fancy: {slant: italic}}\n"
      "entries: {award: {space: 5pt, lines: [{line: '{award}'}]}}\n");
  EXPECT_EQ(layout.page.left, 30_mm);
  EXPECT_EQ(layout.page.right, base.page.right);
  EXPECT_EQ(layout.body.size, 11_pt);
  EXPECT_EQ(layout.body.family, base.body.family);
  EXPECT_EQ(layout.styles.size(), base.styles.size() + 1);
  EXPECT_EQ(layout.entries.size(), base.entries.size());
  EXPECT_EQ(layout.entries.at("award").lines.size(), 1U);
  EXPECT_EQ(layout.entries.at("award").space.before, 5_pt);
  EXPECT_EQ(layout.entries.at("award").space.after, 5_pt);
}

TEST(LayoutReader, KnowsPapersByNameAndBySize) {
  const auto size = [](const std::string& paper) { return layout_of("extends: base\npage: {size: " + paper + "}\n").page.size; };
  EXPECT_EQ(size("a4"), (Size{210_mm, 297_mm}));
  EXPECT_EQ(size("letter"), (Size{Length::from_points(612), Length::from_points(792)}));
  EXPECT_EQ(size("150mm x 10in"), (Size{150_mm, 720_pt}));
}

TEST(LayoutReader, FillsInDatesAndLists) {
  const Layout layout = layout_of(
      "styles: {body: {family: Tinos, size: 10pt, leading: 12pt}}\nentries: {}\n"
      "dates: {dotted: {month: '{mon}. {year}'}}\nlists: {or: {last: ' or '}}\n");
  EXPECT_EQ(layout.dates.at("default").range, "{start} – {end}");
  EXPECT_EQ(layout.dates.at("dotted").month, "{mon}. {year}");
  EXPECT_EQ(layout.dates.at("dotted").year, "{year}") << "the rest is the default's";
  EXPECT_EQ(layout.lists.at("default").last, ", ");
  EXPECT_EQ(layout.lists.at("or").two, ", ") << "two are joined like any others unless said otherwise";
  EXPECT_EQ(layout.lists.at("or").last, " or ");
}

TEST(LayoutReader, ReadsALineWithAllItsParts) {
  const Layout layout = layout_of(R"(extends: base
entries:
  award:
    list: yes
    lines:
      - {line: ["{award}", "{institution}"], with: "; ", with-style: strong, end: "[.{?url}]", right: "{dates}", right-style: date,
         right-on: last, style: row, space: 3pt, tag: heading3, bullet: {mark: "–", indent: 2pt, gap: 1em, hang: no, style: badge}}
      - {each: award, line: "{item}"}
)");
  const EntryRule& rule = layout.entries.at("award");
  EXPECT_TRUE(rule.list);
  ASSERT_EQ(rule.lines.size(), 2U);
  const LineRule& line = rule.lines[0];
  EXPECT_EQ(line.texts.size(), 2U);
  EXPECT_EQ(line.with, "; ");
  EXPECT_EQ(line.with_style, "strong");
  EXPECT_EQ(line.end.size(), 1U);
  EXPECT_EQ(line.right.size(), 1U);
  EXPECT_EQ(line.right_style, "date");
  EXPECT_TRUE(line.right_on_last);
  EXPECT_EQ(line.style, "row");
  EXPECT_EQ(line.space, 3_pt);
  EXPECT_EQ(line.role, Role::heading3);
  EXPECT_EQ(line.bullet.mark, "–");
  EXPECT_EQ(line.bullet.indent, 2_pt);
  EXPECT_EQ(line.bullet.gap, 1_em);
  EXPECT_FALSE(line.bullet.hang);
  EXPECT_EQ(line.bullet.style, "badge");
  EXPECT_EQ(rule.lines[1].each, "award");
  EXPECT_FALSE(rule.lines[1].space);
  EXPECT_TRUE(rule.lines[1].bullet.mark.empty());
}

Node node_of(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto file = add_checked(sources, "my.yaml", text, diagnostics);
  return parse(sources, *file, diagnostics).value_or(Node{});
}

/// The tree as one line of flow YAML.
std::string shown(const Node& node) {
  if (node.is_scalar()) return node.text;
  if (node.is_null()) return "~";
  std::string text;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    text += (i ? ", " : "") + (node.is_map() ? node.keys[i].text + ": " : "") + shown(node.items[i]);
  return node.is_map() ? "{" + text + "}" : "[" + text + "]";
}

TEST(Merge, GoesIntoMapsAndReplacesEverythingElse) {
  EXPECT_EQ(shown(merge(node_of("{a: {x: 1, y: 2}, b: [1, 2], c: 3, e: {x: 1}}"),
                        node_of("{d: 4, b: [5], a: {y: 6, z: 7}, e: 8}"))),
            "{a: {x: 1, y: 6, z: 7}, b: [5], c: 3, e: 8, d: 4}");
  EXPECT_EQ(shown(merge(node_of("{a: 1}"), node_of("[1]"))), "[1]");
  EXPECT_EQ(shown(merge(node_of("{a: 1}"), node_of("a: "))), "{a: ~}") << "an empty value switches off";
}

}  // namespace
}  // namespace galley
