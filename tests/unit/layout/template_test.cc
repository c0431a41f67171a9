#include "layout/template.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

/// A template in a notation that shows how it was understood: 'literal' field:modifier->url ?test !absent $phrase / (group).
std::string shown(const Template& parts) {
  std::string text;
  for (const TemplatePart& part : parts) {
    if (!text.empty()) text += ' ';
    switch (part.kind) {
      case TemplatePart::Kind::literal: text += "'" + part.text + "'"; break;
      case TemplatePart::Kind::field: text += part.text; break;
      case TemplatePart::Kind::phrase: text += "$" + part.text; break;
      case TemplatePart::Kind::test: text += "?" + part.text; break;
      case TemplatePart::Kind::absent: text += "!" + part.text; break;
      case TemplatePart::Kind::preferred_break: text += "/"; break;
      case TemplatePart::Kind::group: text += "(" + shown(part.parts) + ")"; break;
    }
    for (const std::string& modifier : part.modifiers) text += ":" + modifier;
    if (!part.link_field.empty()) text += "->" + part.link_field;
  }
  return text;
}

struct Reading {
  std::string text, expected;
};

class Reads : public testing::TestWithParam<Reading> {};

TEST_P(Reads, AsExplained) {
  Diagnostics diagnostics;
  const auto parsed = parse_template(GetParam().text, {}, diagnostics);
  ASSERT_TRUE(parsed) << diagnostics.all().front().message;
  EXPECT_EQ(shown(*parsed), GetParam().expected);
  EXPECT_TRUE(diagnostics.all().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Template, Reads,
    testing::Values(Reading{"", ""}, Reading{"plain “text”", "'plain “text”'"}, Reading{"{name}", "name"},
                    Reading{"{ name : a : b -> url }", "name:a:b->url"}, Reading{"{name -> url}", "name->url"},
                    Reading{"{phrase.advisor}: {advisor}", "$advisor ': ' advisor"},
                    Reading{"{phrase.in:strong}", "$in:strong"}, Reading{"[.{?url}]", "('.' ?url)"}, Reading{"[{!a} {b}]", "(!a ' ' b)"},
                    Reading{"a{/}b", "'a' / 'b'"}, Reading{"{a}[, {b}[ ({c})]]", "a (', ' b (' (' c ')'))"},
                    Reading{"[{a}][{b}]", "(a) (b)"}, Reading{"[[{a}]]", "'[' a ']'"},
                    Reading{"{{x}} ]]", "'{x} ]'"}, Reading{"[a ]] {b}]", "('a ] ' b)"},
                    Reading{"[x[y[{a}]]]", "('x' ('y' (a)))"}));

struct Slip {
  std::string text, message, help;
};

class Refuses : public testing::TestWithParam<Slip> {};

TEST_P(Refuses, OnceWithThePlaceAndHelp) {
  Diagnostics diagnostics;
  const Span place{3, 10, 40};
  EXPECT_FALSE(parse_template(GetParam().text, place, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "in a template: " + GetParam().message);
  EXPECT_EQ(diagnostics.all()[0].help, GetParam().help);
  EXPECT_EQ(diagnostics.all()[0].span, place);
}

INSTANTIATE_TEST_SUITE_P(
    Template, Refuses,
    testing::Values(Slip{"{name", "'{' is not closed", "write '{{' for the character itself"},
                    Slip{"[{name}", "'[' is not closed", "write '[[' for the character itself"},
                    Slip{"a ] b", "']' closes nothing", "write ']]' for the character itself"},
                    Slip{"a } b", "'}' closes nothing", "write '}}' for the character itself"},
                    Slip{"{}", "'{}' names no field", "write '{field}', or '{{' for the character itself"},
                    Slip{"{?}", "'{}' names no field", "write '{field}', or '{{' for the character itself"},
                    Slip{"{ -> url}", "'{}' names no field", "write '{field}', or '{{' for the character itself"},
                    Slip{"[a {", "'{' is not closed", "write '{{' for the character itself"}));

TEST(Template, PointsAtTheFieldWhereTheFileHasTheTextAsItIs) {
  Diagnostics diagnostics;
  const std::string text = "a [{b}]";
  const auto parsed = parse_template(text, {0, 100, 109}, diagnostics);  // quoted
  ASSERT_TRUE(parsed);
  EXPECT_EQ((*parsed)[1].parts[0].source, (Span{0, 104, 107}));
  EXPECT_EQ(parse_template(text, {0, 100, 107}, diagnostics)->at(1).parts[0].source, (Span{0, 103, 106}));
  EXPECT_EQ(parse_template(text, {0, 100, 120}, diagnostics)->at(1).parts[0].source, (Span{0, 100, 120})) << "escapes";
  parse_template("ab]", {0, 100, 105}, diagnostics);
  EXPECT_EQ(diagnostics.all().at(0).span, (Span{0, 103, 104}));
}

TEST(Template, BoundsTheDepthOfGroups) {
  Diagnostics diagnostics;
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "[ ";
  EXPECT_FALSE(parse_template(deep, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "in a template: '[' inside more than 16 others");
}

}  // namespace
}  // namespace galley
