#include "layout/rule_map.h"

#include <gtest/gtest.h>

#include "source/source.h"
#include "yaml/parse.h"

namespace galley {
namespace {

/// A map from text, and what was said about it, one message a line: "place-begin: message | help".
class MapReaderTest : public testing::Test {
 protected:
  RuleMap reader(const std::string& text) {
    const auto file = add_checked(sources, "my.yaml", text, diagnostics);
    node = parse(sources, *file, diagnostics).value_or(Node{});
    return {&node, "the thing", diagnostics};
  }
  [[nodiscard]] std::string messages() const {
    std::string all;
    for (const Diagnostic& each : diagnostics.all()) {
      all += std::to_string(each.span.begin) + ": " + each.message;
      all += (each.help.empty() ? "" : " | " + each.help) + "\n";
    }
    return all;
  }

  SourceMap sources;
  Diagnostics diagnostics;
  Node node;
};

TEST_F(MapReaderTest, ReadsEachTypeAndLeavesTheAbsentEmpty) {
  RuleMap map = reader("{t: x, yes: yes, false: false, n: 2.5, l: 3pt, e: 0.5em, list: [a, b], one: a, p: '{x}', nothing: }");
  EXPECT_EQ(map.text("t"), "x");
  EXPECT_EQ(map.boolean("yes"), true);
  EXPECT_EQ(map.boolean("false"), false);
  EXPECT_EQ(map.number("n", 0, 10), 2.5);
  EXPECT_EQ(map.length("l"), 3_pt);
  EXPECT_EQ(map.em("e"), Em::from_double(0.5));
  EXPECT_EQ(map.texts("list"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(map.texts("one"), std::vector<std::string>{"a"});
  EXPECT_EQ(map.pattern("p")->front().text, "x");
  EXPECT_FALSE(map.text("nothing"));
  EXPECT_FALSE(map.length("absent"));
  map.finish();
  EXPECT_EQ(messages(), "");
}

TEST_F(MapReaderTest, TakesALengthOrAFactor) {
  RuleMap map = reader("{a: 2mm, b: 1.5em, c: wide}");
  const auto length = map.length_or_em("a"), factor = map.length_or_em("b");
  EXPECT_EQ(length->first, 2_mm);
  EXPECT_FALSE(length->second);
  EXPECT_FALSE(factor->first);
  EXPECT_EQ(factor->second, 1.5_em);
  EXPECT_FALSE(map.length_or_em("c"));
  EXPECT_EQ(diagnostics.all().size(), 1U);
}

TEST_F(MapReaderTest, SaysWhatIsWrongAndWhere) {
  RuleMap map = reader("{a: [x], b: maybe, c: 11, d: 12, e: 1pt, f: {x: y}, g: [[x]]}");
  map.text("a");
  map.boolean("b");
  map.number("c", 0, 10.5);
  map.length("d");
  map.em("e");
  map.texts("f");
  map.texts("g");
  map.finish();
  EXPECT_EQ(messages(),
            "5: 'a' must be a text, not a list\n"
            "12: 'b' cannot be 'maybe' | one of: yes, no, true, false\n"
            "22: 'c' must be a number from 0 to 10.5, not '11'\n"
            "29: 'd' must be a length, not '12' | a number with a unit: 12pt, 4.2mm, 1cm, 0.5in, 1pc, 10texpt (TeX's point)\n"
            "36: 'e' must be in em, not '1pt' | 1em is the size of the type: 0.25em\n"
            "45: 'f' must be a text or a list of texts, not a map\n"
            "57: 'g' must be a list of texts, but here is a list\n");
}

TEST_F(MapReaderTest, ReportsKeysThatNobodyAskedFor) {
  RuleMap map = reader("{left: 1pt, rihgt: 2pt, zebra: 3pt}");
  map.length("left");
  map.length("right");
  map.finish();
  EXPECT_EQ(messages(),
            "12: unknown key 'rihgt' in the thing | did you mean 'right'?\n"
            "24: unknown key 'zebra' in the thing | one of: left, right\n");
}

TEST_F(MapReaderTest, ATextIsNoMapAndReadsAsEmpty) {
  RuleMap map = reader("nonsense");
  EXPECT_FALSE(map.text("a"));
  map.finish();
  EXPECT_EQ(messages(), "0: the thing must be a map, not a text\n");
}

struct LengthCase {
  std::string text;
  std::optional<double> points;
};

TEST(ParseLength, KnowsSixUnitsAndNoNumberWithoutOne) {
  const std::vector<LengthCase> cases = {{"12pt", 12},       {"12 pt", 12},          {"-1.5pt", -1.5},        {"1in", 72},
                                         {"2.54cm", 72},     {"25.4mm", 72},         {"1pc", 12},             {"72.27texpt", 72},
                                         {"0", 0},           {"14400pt", 14400},     {"14401pt", {}},         {"-14401pt", {}},
                                         {"12", {}},         {"pt", {}},             {"1e3pt", {}},           {"12px", {}},
                                         {"12PT", {}},       {"1,5cm", {}},          {"", {}},                {"nanpt", {}}};
  for (const LengthCase& each : cases) {
    const auto length = parse_length(each.text);
    ASSERT_EQ(length.has_value(), each.points.has_value()) << each.text;
    if (length) {
      EXPECT_NEAR(length->points(), *each.points, 1e-4) << each.text;
    }
  }
}

TEST(ParseEm, BoundsTheMagnitude) {
  EXPECT_EQ(parse_em("0.25em"), 0.25_em);
  EXPECT_EQ(parse_em("-1em"), Em::from_double(-1));
  for (const char* text : {"1", "em", "1pt", "1001em", "-1001em"}) EXPECT_FALSE(parse_em(text)) << text;
}

TEST(ParseColour, TakesNamesAndHexadecimalDigits) {
  EXPECT_EQ(parse_colour("navy"), (Colour{0, 0, 128}));
  EXPECT_EQ(parse_colour("#1a2B3c"), (Colour{0x1A, 0x2B, 0x3C}));
  EXPECT_EQ(parse_colour("#f0a"), (Colour{0xFF, 0x00, 0xAA}));
  for (const char* text : {"", "#", "Navy", "#12", "#12345", "#1234567", "#gggggg", "123456", "rgb(0,0,0)"})
    EXPECT_FALSE(parse_colour(text)) << text;
}

}  // namespace
}  // namespace galley
