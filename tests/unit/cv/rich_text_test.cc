#include "cv/rich_text.h"

#include <gtest/gtest.h>

#include "tests/support/growth.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

Node scalar(const std::string& text) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = text;
  node.plain = true;
  node.span = {0, 0, static_cast<std::uint32_t>(text.size())};
  return node;
}

/// <s>strong</s>, <e>emphasis</e>, <uri|linked>, {fr|in a language}, ↵ for a line break
std::string shown(const RichText& text) {
  std::string out;
  for (const RichSpan& span : text) {
    std::string words = span.text;
    for (std::size_t at; (at = words.find("\u2028")) != std::string::npos;) words.replace(at, 3, "↵");
    if (!span.language.empty()) words = "{" + span.language + "|" + words + "}";
    if (!span.link.empty()) words = "<" + span.link + "|" + words + ">";
    if (span.emphasis) words = "<e>" + words + "</e>";
    if (span.strong) words = "<s>" + words + "</s>";
    out += words;
  }
  return out;
}

struct Row {
  std::string written, shown;
};

class RichTextRow : public testing::TestWithParam<Row> {};

TEST_P(RichTextRow, Reads) {
  Diagnostics diagnostics;
  EXPECT_EQ(shown(read_rich_text(scalar(GetParam().written), diagnostics)), GetParam().shown);
  EXPECT_TRUE(diagnostics.all().empty()) << diagnostics.all()[0].message;
}

INSTANTIATE_TEST_SUITE_P(
    Table, RichTextRow,
    testing::Values(
        Row{"", ""}, Row{"plain", "plain"}, Row{"**b**", "<s>b</s>"}, Row{"*i*", "<e>i</e>"},
        Row{"***bi***", "<s><e>bi</e></s>"}, Row{"**b *bi* b**", "<s>b </s><s><e>bi</e></s><s> b</s>"},
        Row{"*D. melanogaster* and *C. elegans*", "<e>D. melanogaster</e> and <e>C. elegans</e>"},
        Row{"(*in brackets*)", "(<e>in brackets</e>)"}, Row{"“*in quotes.*”", "“<e>in quotes.</e>”"},
        // literal
        Row{"* denotes equal contributions", "* denotes equal contributions"}, Row{"5 * 3 * 2", "5 * 3 * 2"},
        Row{"Gao*, Wu", "Gao*, Wu"}, Row{"*a", "*a"}, Row{"a*", "a*"}, Row{"2**10", "2**10"}, Row{"****", "****"},
        Row{"C++, C#, R&D, 50 %, $5, a_b_c, <x>, `x`, ~, ^", "C++, C#, R&D, 50 %, $5, a_b_c, <x>, `x`, ~, ^"},
        Row{"*a**", "<e>a</e>*"}, Row{"C:\\temp", "C:\\temp"}, Row{"a\\", "a\\"},
        // escapes
        Row{"\\*a\\*", "*a*"}, Row{"\\\\", "\\"}, Row{"\\[a](https://b.org)", "[a](https://b.org)"}, Row{"\\_", "_"},
        // languages
        Row{"[Les Misérables]{lang=fr}, 1862", "{fr|Les Misérables}, 1862"}, Row{"*[a b]{lang=pt-BR}*", "<e>{pt-BR|a b}</e>"},
        Row{"[a]{lang=}", "[a]{lang=}"}, Row{"[a]{lang=f r}", "[a]{lang=f r}"}, Row{"[a]{class=b}", "[a]{class=b}"},
        Row{"[a]{lang=fr", "[a]{lang=fr"}, Row{"a]{lang=fr}", "a]{lang=fr}"},
        // links
        Row{"[a](https://b.org)", "<https://b.org|a>"},
        Row{"x [**a** c](mailto:d@e) y", "x <s><mailto:d@e|a></s><mailto:d@e| c> y"},
        Row{"**[a](tel:1) b**", "<s><tel:1|a></s><s> b</s>"},
        Row{"[a (b)](https://c.org/d_(e))", "<https://c.org/d_(e)|a (b)>"},
        Row{"[a](HTTPS://b.org/\\))", "<HTTPS://b.org/)|a>"}, Row{"[ä](https://b.org/ä)", "<https://b.org/%C3%A4|ä>"},
        Row{"[a] [b] (c)", "[a] [b] (c)"}, Row{"[a](see below)", "[a](see below)"}, Row{"a [b", "a [b"},
        Row{"a ] b", "a ] b"}, Row{"[[a](https://b.org)]", "[<https://b.org|a>]"},
        Row{"*a [b* c](https://d.org)", "*a <https://d.org|b* c>"},
        Row{"*a [b](https://d.org) c*", "<e>a </e><e><https://d.org|b></e><e> c</e>"},
        // lines
        Row{"a\nb", "a b"}, Row{"a  \n  b\n", "a b"}, Row{"a\n\nb", "a↵b"}, Row{"a\\\nb", "a↵b"}, Row{"\u2028a", "↵a"}, Row{"a\u2028 b", "a↵b"}, Row{"a\u2028\n  b", "a↵b"},
        Row{" \n ", ""}));

TEST(RichText, KnowsWhereEachSpanStands) {
  Diagnostics diagnostics;
  const RichText text = read_rich_text(scalar("See *this* [page](https://a.org)."), diagnostics);
  ASSERT_EQ(text.size(), 5U);
  EXPECT_EQ(text[1].source, (Span{0, 5, 9}));
  EXPECT_EQ(text[3].source, (Span{0, 12, 16}));
  EXPECT_EQ(text[4].source, (Span{0, 32, 33}));
}

TEST(RichText, PlacesInsideQuotesCountTheQuote) {
  test::Reading reading;
  const auto node = reading.node("\"See **this**\"");
  const RichText text = read_rich_text(*node, reading.diagnostics);
  ASSERT_EQ(text.size(), 2U);
  EXPECT_EQ(text[1].source, (Span{0, 7, 11}));
}

TEST(RichText, WarnsOfAStrongTextThatNeverEnds) {
  Diagnostics diagnostics;
  EXPECT_EQ(shown(read_rich_text(scalar("a **b"), diagnostics)), "a **b");
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].span, (Span{0, 2, 4}));
}

TEST(RichText, ARefusedLinkKeepsItsWords) {
  Diagnostics diagnostics;
  EXPECT_EQ(shown(read_rich_text(scalar("[a](javascript:b)"), diagnostics)), "a");
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(RichText, TakesTimeInProportionToTheLength) {
  const auto reading = [](const std::string& part, std::size_t bytes) {
    std::string text = "x";
    while (text.size() < bytes) text += part;
    return [text] {
      Diagnostics diagnostics;
      EXPECT_LE(plain_text(read_rich_text(scalar(text + "x"), diagnostics)).size(), text.size() + 1);
    };
  };
  for (const std::string part : {"*", "**a ", "*a", "[", "](", "[a](", " ", "\\", "[*a", "a*b**", "(", "\n", "***a"})
    EXPECT_LT(test::growth(reading(part, 10'000), reading(part, 100'000)), test::kMostGrowth) << part;
}

}  // namespace
}  // namespace galley
