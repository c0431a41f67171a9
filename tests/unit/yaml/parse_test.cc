#include <gtest/gtest.h>

#include <string>

#include "source/node.h"
#include "yaml/parse.h"

namespace galley {
namespace {

struct Parsed {
  SourceMap sources;
  Diagnostics diagnostics;
  std::optional<Node> root;
  /// The bytes of the file that a span covers.
  [[nodiscard]] std::string at(Span span) const {
    return sources.get(span.file).text.substr(span.begin, span.end - span.begin);
  }
  [[nodiscard]] std::string first_message() const {
    return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
  }
};

Parsed read(const std::string& text, const ParseLimits& limits = {}) {
  Parsed parsed;
  const auto file = add_checked(parsed.sources, "cv.yaml", text, parsed.diagnostics);
  if (file) parsed.root = parse(parsed.sources, *file, parsed.diagnostics, limits);
  return parsed;
}

/// The tree in one line: plain, 'quoted', null, [list], {key: map}.
std::string show(const Node& node) {
  if (node.is_null()) return "null";
  if (node.is_scalar()) return node.plain ? node.text : '\'' + node.text + '\'';
  std::string out;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (i > 0) out += ", ";
    if (node.is_map()) out += node.keys[i].text + ": ";
    out += show(node.items[i]);
  }
  return node.is_map() ? '{' + out + '}' : '[' + out + ']';
}

std::string tree(const std::string& text) {
  const Parsed parsed = read(text);
  return parsed.root ? show(*parsed.root) : "error: " + parsed.first_message();
}

TEST(Parse, KeepsScalarsAsWritten) {
  // No country is a boolean, no month a division, no leading zero octal.
  EXPECT_EQ(tree("[no, 010, 0x1F, 2024-01, 1.0, 12:30, .nan, yes, 1e3, 08]"),
            "[no, 010, 0x1F, 2024-01, 1.0, 12:30, .nan, yes, 1e3, 08]");
}

TEST(Parse, TellsQuotedFromPlain) {
  EXPECT_EQ(tree("[a, 'a', \"a\"]\n"), "[a, 'a', 'a']");
  EXPECT_EQ(tree("a: |\n  b\n"), "{a: 'b\n'}");
}

TEST(Parse, KnowsFourSpellingsOfNothing) {
  EXPECT_EQ(tree("a:\nb: ~\nc: null\nd: NULL\ne: nil\nf: ''\n"), "{a: null, b: null, c: null, d: null, e: nil, f: ''}");
}

TEST(Parse, GivesKeysInTheOrderOfTheFile) { EXPECT_EQ(tree("b: 1\na: 2\n10: 3\n"), "{b: 1, a: 2, 10: 3}"); }

TEST(Parse, CopiesAliases) {
  EXPECT_EQ(tree("a: &x {b: [c]}\nd: *x\ne: [*x, *x]\n"), "{a: {b: [c]}, d: {b: [c]}, e: [{b: [c]}, {b: [c]}]}");
  EXPECT_EQ(tree("- &x a\n- *x\n- &x b\n- *x\n"), "[a, a, b, b]") << "a name may be given again";
}

TEST(Parse, KeysThatLookLikeNothingAreTexts) { EXPECT_EQ(tree("null: a\n~: b\n"), "{null: a, ~: b}"); }

TEST(Parse, FoldsLinesLikeYaml) {
  EXPECT_EQ(tree("a: b\n  c\n\n  d\n"), "{a: b c\nd}");
  EXPECT_EQ(tree("a: >-\n  b\n  c\n\n  d\n"), "{a: 'b c\nd'}");
  EXPECT_EQ(tree("a: \"b\n  c\"\n"), "{a: 'b c'}");
}

TEST(Parse, JoinsSurrogatePairsBetweenDoubleQuotesOnly) {
  EXPECT_EQ(tree(R"(["\ud83d\ude00!\uD83D\uDE01", '\ud83d\ude00', \ud83d\ude00])"),
            "['😀!😁', '\\ud83d\\ude00', \\ud83d\\ude00]");
  EXPECT_EQ(tree(R"(["\\ud83d\\ude00 \ud83d\ude00"])"), R"(['\ud83d\ude00 😀'])");
  EXPECT_EQ(tree(R"({"\ud83d\ude00": 1})"), "{😀: 1}");
}

TEST(Parse, SurrogatePairsDoNotMovePlaces) {
  const Parsed parsed = read(R"(["\ud83d\ude00", b, "\ud83d\ude00 c"])");
  ASSERT_TRUE(parsed.root);
  EXPECT_EQ(parsed.at(parsed.root->items[0].span), R"("\ud83d\ude00")");
  EXPECT_EQ(parsed.at(parsed.root->items[1].span), "b");
  EXPECT_EQ(parsed.at(parsed.root->items[2].span), R"("\ud83d\ude00 c")");
}

TEST(Parse, ReadsAllLineEnds) {
  const std::string expected = "{a: b, c: 'd\ne\n'}";
  EXPECT_EQ(tree("a: b\nc: |\n  d\n  e\n"), expected);
  EXPECT_EQ(tree("a: b\r\nc: |\r\n  d\r\n  e\r\n"), expected);
  EXPECT_EQ(tree("a: b\rc: |\r  d\r  e\r"), expected);
  EXPECT_EQ(tree("a: \"b\\r\\nc\\rd\"\n"), "{a: 'b\nc\nd'}");
}

TEST(Parse, ReadsNothingFromEmptyFiles) {
  EXPECT_EQ(tree(""), "null");
  EXPECT_EQ(tree("# only a comment\n"), "null");
  EXPECT_EQ(tree("---\n"), "null");
}

struct SpanCase {
  const char *text, *covered;
};

class ScalarSpan : public testing::TestWithParam<SpanCase> {};

/// The value of the key `a`, or of the last key.
TEST_P(ScalarSpan, CoversExactlyTheText) {
  const Parsed parsed = read(GetParam().text);
  ASSERT_TRUE(parsed.root) << parsed.first_message();
  const Node* value = parsed.root->find("a");
  EXPECT_EQ(parsed.at(value ? value->span : parsed.root->items.back().span), GetParam().covered);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ScalarSpan,
    testing::Values(SpanCase{"a: b c  # d\n", "b c"}, SpanCase{"é: 1\na: ü ö\n", "ü ö"}, SpanCase{"a: b", "b"},
                    SpanCase{"a: \"b \\\" c\" # d\n", "\"b \\\" c\""}, SpanCase{"a: 'it''s'\n", "'it''s'"},
                    SpanCase{"a: b\n   c\n\n  d\ne: f\n", "b\n   c\n\n  d"},
                    SpanCase{"a: |\n  b\n\n  c\n\nd: e\n", "|\n  b\n\n  c"},
                    SpanCase{"a: >2-  # x\n    b\n  c\nd: e\n", ">2-  # x\n    b\n  c"},
                    SpanCase{"a: &x !!str b\nc: *x\n", "b"}, SpanCase{"a: !!str &x\n  b\nc: *x\n", "b"},
                    SpanCase{"a: !!str\nb: c\n", ""}, SpanCase{"a: ~\n", "~"}, SpanCase{"a:\n\nnull: b\n", ":"},
                    SpanCase{"- a\n- # c\n- b\n-\n", "-"}, SpanCase{"{a: {b, c: d}}", "b, c: d"},
                    SpanCase{"a:\n  - b\n  - [c]  # d\ne: f\n", "b\n  - [c]"}, SpanCase{"a: []\n", "["},
                    SpanCase{"{a: b c, d: e}", "b c"}, SpanCase{"a: b\r\nc: d\r\n", "b"}));

TEST(Parse, KeysHavePlacesToo) {
  const Parsed parsed = read("  \"a b\" : c\n  d:\n    é: f\n");
  ASSERT_TRUE(parsed.root);
  EXPECT_EQ(parsed.at(parsed.root->keys[0].span), "\"a b\"");
  EXPECT_EQ(parsed.at(parsed.root->find("d")->keys[0].span), "é");
}

TEST(Parse, AliasesPointToWhatTheyRepeat) {
  const Parsed parsed = read("a: &x [b]\nc: [*x, d]\n");
  ASSERT_TRUE(parsed.root);
  EXPECT_EQ(parsed.root->find("c")->items[0].span, parsed.root->find("a")->span);
  EXPECT_EQ(parsed.at(parsed.root->find("c")->span), "[*x, d");
}

TEST(Parse, FindLooksOnlyAtKeys) {
  const Parsed parsed = read("a: b\n");
  EXPECT_EQ(parsed.root->find("b"), nullptr);
  EXPECT_EQ(parsed.root->find("a")->text, "b");
  EXPECT_EQ(parsed.root->find("a")->find("a"), nullptr);
}

std::string repeated(const std::string& piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

void expect_limit(const std::string& text, const std::string& message, const ParseLimits& limits = {}) {
  const Parsed parsed = read(text, limits);
  EXPECT_FALSE(parsed.root);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1U);
  EXPECT_EQ(parsed.first_message(), message);
  EXPECT_EQ(parsed.diagnostics.all()[0].blame, Blame::limit);
}

TEST(ParseLimits, Depth) {
  const std::string message = "lists and maps stand more than 64 levels inside each other";
  EXPECT_TRUE(read(repeated("[", 64) + repeated("]", 64)).root);
  expect_limit(repeated("[", 65) + repeated("]", 65), message);
  expect_limit(repeated("- ", 400) + "a", message);
  expect_limit(repeated("? ", 600) + "a", message);
  expect_limit(repeated("{\"a\":", 3000), message);
}

TEST(ParseLimits, BracketsAreCountedBeforeTheLibraryReadsThem) {
  expect_limit(repeated("[", 2'000'000), "more than 10000 brackets are open");
}

TEST(ParseLimits, DepthIsCountedThroughAliases) {
  std::string chain = "- &a0 [x]\n";
  for (int i = 1; i < 100; ++i) chain += "- &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  expect_limit(chain, "lists and maps stand more than 64 levels inside each other");
}

TEST(ParseLimits, ABillionLaughsEndEarly) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string n = std::to_string(i);
    bomb += "a" + n + ": &a" + n + " [" + repeated("*a" + std::to_string(i - 1) + ", ", 10) + "]\n";
  }
  expect_limit(bomb, "the file holds more than 100000 values");
}

TEST(ParseLimits, TextIsCountedThroughAliases) {
  expect_limit("a: &a " + std::string(100'000, 'x') + "\nb:\n" + repeated("- *a\n", 2000),
               "the file holds more than 4194304 bytes of text");
}

TEST(ParseLimits, NestedNamesAreCountedOnEachLevel) {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "- &a" + std::to_string(i) + "\n" + std::string(static_cast<std::size_t>(2 * i + 2), ' ');
  expect_limit(text + "- [" + repeated("x,", 5000) + "]\n", "the file holds more than 100000 values");
}

TEST(ParseLimits, Values) {
  EXPECT_TRUE(read("[a, b, c]", {.nodes = 4}).root);
  expect_limit("[a, b, c]", "the file holds more than 3 values", {.nodes = 3});
}

TEST(ParseLimits, Bytes) { expect_limit("a: b\n", "the file is larger than 4 bytes", {.bytes = 4}); }

TEST(Parse, TakesTextsThatLookLikeBombs) {
  EXPECT_TRUE(read("a: '" + repeated("[", 9000) + "'\n").root) << "brackets in quotes are text";
}

}  // namespace
}  // namespace galley
