#include "source/built_in.h"

#include <gtest/gtest.h>

#include "source/workspace.h"

namespace galley {
namespace {

void expect_same(const Node& packed, const Node& parsed, const std::string& where) {
  ASSERT_EQ(packed.kind, parsed.kind) << where;
  EXPECT_EQ(packed.span, parsed.span) << where;
  EXPECT_EQ(packed.text, parsed.text) << where;
  EXPECT_EQ(packed.plain, parsed.plain) << where;
  ASSERT_EQ(packed.keys.size(), parsed.keys.size()) << where;
  ASSERT_EQ(packed.items.size(), parsed.items.size()) << where;
  for (std::size_t i = 0; i < parsed.items.size(); ++i) {
    const std::string inner = where + '/' + (parsed.is_map() ? parsed.keys[i].text : std::to_string(i));
    if (parsed.is_map()) {
      EXPECT_EQ(packed.keys[i].text, parsed.keys[i].text) << inner;
      EXPECT_EQ(packed.keys[i].span, parsed.keys[i].span) << inner;
    }
    expect_same(packed.items[i], parsed.items[i], inner);
  }
}

TEST(BuiltInTrees, AreWhatTheParserMakesOfTheirText) {
  const std::vector<std::string_view> names = built_in_under("");
  EXPECT_GT(names.size(), 20U);
  for (const std::string_view name : names) {
    SourceMap sources;
    Diagnostics diagnostics;
    const auto file = add_checked(sources, std::string(name), built_in(name).value(), diagnostics);
    ASSERT_TRUE(file) << name;
    const auto parsed = parse(sources, *file, diagnostics);
    const auto packed = built_in_tree(name, *file);
    ASSERT_TRUE(parsed && packed) << name;
    expect_same(*packed, *parsed, std::string(name));
  }
}

TEST(BuiltInTrees, AreNoneOfWhatDoesNotShip) { EXPECT_FALSE(built_in_tree("layouts/nobody.yaml", 0)); }

TEST(UnpackedTrees, TakeTextsAndPlacesFromTheirTables) {
  const PackedNode nodes[] = {{Node::Kind::map, false, 0, 6, 0, 0, 2},
                              {Node::Kind::scalar, false, 0, 1, 2, 1, 0}, {Node::Kind::scalar, true, 3, 4, 0, 2, 0},
                              {Node::Kind::scalar, false, 5, 6, 1, 1, 0}, {Node::Kind::list, false, 8, 9, 0, 0, 0}};
  const Node tree = unpacked(nodes, "abc", 7);
  ASSERT_EQ(tree.items.size(), 2U);
  EXPECT_EQ(tree.keys[0].text, "c");
  EXPECT_EQ(tree.items[0].text, "ab");
  EXPECT_TRUE(tree.items[0].plain);
  EXPECT_EQ(tree.items[0].span, (Span{7, 3, 4}));
  EXPECT_EQ(tree.keys[1].text, "b");
  EXPECT_TRUE(tree.items[1].is_list());
}

}  // namespace
}  // namespace galley
