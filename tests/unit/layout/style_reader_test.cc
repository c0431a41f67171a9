#include "layout/style_reader.h"

#include <gtest/gtest.h>

#include "source/source.h"
#include "yaml/parse.h"

namespace galley {
namespace {

using Styles = std::map<std::string, StyleSpec, std::less<>>;

class StyleReaderTest : public testing::Test {
 protected:
  StyleSpec read(const std::string& text, const Styles& above = {}) {
    const auto file = add_checked(sources, "my.yaml", text, diagnostics);
    const auto node = parse(sources, *file, diagnostics);
    return read_style(node.value_or(Node{}), "quiet", above, diagnostics);
  }
  [[nodiscard]] std::string messages() const {
    std::string all;
    for (const Diagnostic& each : diagnostics.all()) all += each.message + (each.help.empty() ? "" : " | " + each.help) + "\n";
    return all;
  }

  SourceMap sources;
  Diagnostics diagnostics;
};

TEST_F(StyleReaderTest, AnEmptyStyleChangesNothing) {
  Style over;
  over.family = "Tinos";
  over.size = 11_pt;
  over.spacing.stretch = 0.1_em;
  over.tie_after = {"&"};
  over.before = "[";  // belongs to the style that it stands in
  const Style style = apply(read("{}"), over);
  over.before.clear();
  EXPECT_EQ(style, over);
  EXPECT_EQ(messages(), "");
}

TEST_F(StyleReaderTest, ReadsEveryKey) {
  const Style style = apply(read(R"yaml(
family: Tinos
weight: semibold
slant: italic
width: 87.5%
optical-size: 14pt
size: 12pt
leading: 1.5em
colour: "#ff0000"
case: upper
tracking: 0.1em
features: [onum, -liga]
spacing: {space: 0.3em, stretch: 0.2em, shrink: 0.1em, extra: 0.05em, after-capital: 0.5, factors: {".?": 3, ")": 0}}
hyphenate: yes
break-at: spaces
tie-after: ["&", and]
align: center
ragged: 2em
line-costs: {line: 1, fitness-change: 2, hyphen: -3, two-hyphens: 4, last-hyphen: 5}
before: "["
after: "]"
)yaml"),
                            Style{});
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(style.family, "Tinos");
  EXPECT_EQ(style.weight, 600);
  EXPECT_TRUE(style.italic);
  EXPECT_EQ(style.width, 875);
  EXPECT_EQ(style.optical_size, (OpticalSize{OpticalSize::From::style, 14_pt}));
  EXPECT_EQ(style.size, 12_pt);
  EXPECT_EQ(style.leading, 18_pt);
  EXPECT_EQ(style.colour, (Colour{255, 0, 0}));
  EXPECT_EQ(style.letter_case, LetterCase::upper);
  EXPECT_EQ(style.tracking, 0.1_em);
  EXPECT_EQ(style.features, (std::vector<Feature>{{"onum", 1}, {"liga", 0}}));
  EXPECT_EQ(style.spacing, (Spacing{0.3_em, 0.2_em, 0.1_em, 0.05_em, {{U'.', 3}, {U'?', 3}, {U')', 0}}, 0.5}));
  EXPECT_TRUE(style.hyphenate);
  EXPECT_EQ(style.break_at, BreakAt::spaces);
  EXPECT_EQ(style.tie_after, (std::vector<std::string>{"&", "and"}));
  EXPECT_EQ(style.align, Align::centre);
  EXPECT_EQ(style.ragged, 2_em);
  EXPECT_EQ(style.costs, (LineCosts{1, 2, -3, 4, 0, 5}));
  EXPECT_EQ(style.before, "[");
  EXPECT_EQ(style.after, "]");
}

TEST_F(StyleReaderTest, SizesInEmAreRelativeToTheTextAroundAndLeadingToTheSize) {
  Style over;
  over.size = 20_pt;
  const Style style = apply(read("{size: 0.5em, leading: 1.2em}"), over);
  EXPECT_EQ(style.size, 10_pt);
  EXPECT_NEAR(style.leading.points(), 12, 1e-3);
}

TEST_F(StyleReaderTest, TypeInsideTypeDoesNotGrowWithoutEnd) {
  const StyleSpec huge = read("{size: 10em}");
  Style style;
  for (int i = 0; i < 50; ++i) style = apply(huge, style);
  EXPECT_EQ(style.size, 600_pt);
}

TEST_F(StyleReaderTest, LikeTakesOverAStyleAboveAndChangesIt) {
  Styles above;
  above["loud"] = read("{weight: bold, size: 2em, spacing: {space: 0.3em, stretch: 0.1em}, before: '('}");
  const StyleSpec spec = read("{like: loud, size: 9pt, spacing: {stretch: 0.2em}}", above);
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(spec.weight, 700);
  EXPECT_EQ(spec.size, 9_pt);
  EXPECT_FALSE(spec.size_factor) << "the size replaces the factor of the other style";
  EXPECT_EQ(spec.spacing->space, 0.3_em);
  EXPECT_EQ(spec.spacing->stretch, 0.2_em);
  EXPECT_EQ(spec.before, "(");
}

struct Slip {
  std::string style, messages;
};

TEST_F(StyleReaderTest, SaysWhatIsWrong) {
  const Styles above = {{"loud", {}}};
  const std::vector<Slip> slips = {
      {"{like: lous}", "the style 'quiet' is like 'lous', which does not stand above it | did you mean 'loud'?\n"},
      {"{weight: heavy}", "'weight' cannot be 'heavy' | light, regular, medium, semibold, bold, black or a number from 100 to 900\n"},
      {"{weight: 1000}", "'weight' cannot be '1000' | light, regular, medium, semibold, bold, black or a number from 100 to 900\n"},
      {"{slant: bold}", "'slant' cannot be 'bold' | one of: upright, italic\n"},
      {"{size: 0pt}", "a type size must be above 0 and at most 600pt or 10em\n"},
      {"{size: 601pt}", "a type size must be above 0 and at most 600pt or 10em\n"},
      {"{size: -1em}", "a type size must be above 0 and at most 600pt or 10em\n"},
      {"{size: 11em}", "a type size must be above 0 and at most 600pt or 10em\n"},
      {"{leading: 0em}", "the leading must be above 0 and at most 1200pt or 10em\n"},
      {"{leading: -12pt}", "the leading must be above 0 and at most 1200pt or 10em\n"},
      {"{colour: reddish}", "'reddish' is not a colour | a name such as navy, or \"#1f3a5f\" in quotes\n"},
      {"{colour: [1, 2, 3]}", "'colour' must be a text, not a list\n"},
      {"{features: [oldstyle]}", "'oldstyle' is no OpenType feature | four letters such as onum, smcp, liga; -liga switches one off\n"},
      {"{spacing: {factors: [1, 2]}}", "'factors' must be a map, not a list | factors: {\",\": 1.25, \".?!\": 3}\n"},
      {"{spacing: {factors: {'.': 11}}}", "a space factor must be a number from 0 to 10\n"},
      {"{spacing: {strech: 1em}}", "unknown key 'strech' in spacing | did you mean 'stretch'?\n"},
      {"{align: middle}", "'align' cannot be 'middle' | one of: left, right, centre, center, justify\n"},
      {"{line-costs: {line: -1}}", "'line' must be a number from 0 to 1000000000, not '-1'\n"},
      {"{color: red}", "unknown key 'color' in the style 'quiet' | did you mean 'colour'?\n"}};
  for (const Slip& slip : slips) {
    diagnostics = {};
    read(slip.style, above);
    EXPECT_EQ(messages(), slip.messages) << slip.style;
  }
}

TEST_F(StyleReaderTest, WidthsHaveNamesAndAreInherited) {
  const StyleSpec narrow = read("width: extra-condensed");
  EXPECT_EQ(narrow.width, 625);
  EXPECT_EQ(apply(read("like: narrow", {{"narrow", narrow}}), Style{}).width, 625);
  EXPECT_EQ(apply(read("width: normal", {}), apply(narrow, Style{})).width, kNormalWidth);
  EXPECT_EQ(messages(), "");
}

TEST_F(StyleReaderTest, OpticalSizesFollowTheTypeUnlessTheStyleSaysOtherwise) {
  EXPECT_EQ(Style{}.optical_size.from, OpticalSize::From::type);
  const Style fixed = apply(read("optical-size: 8pt"), Style{});
  EXPECT_EQ(apply(read("optical-size: auto"), fixed).optical_size, OpticalSize{});
  EXPECT_EQ(apply(read("optical-size: none"), fixed).optical_size.from, OpticalSize::From::font);
  EXPECT_EQ(messages(), "");
}

}  // namespace
}  // namespace galley
