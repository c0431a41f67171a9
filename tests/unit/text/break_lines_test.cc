#include "text/break_lines.h"
#include "tests/support/paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A paragraph whose every character is 1 pt wide; `letters` says what each item shows.
struct FakeParagraph {
  std::vector<LineItem> items;
  std::vector<std::string> letters;
  void add(const LineItem& item, std::string shown = {}) {
    items.push_back(item);
    letters.push_back(std::move(shown));
  }
  void end_line() {
    add(LineItem::make_penalty(kForbiddenBreak));
    add(LineItem::fill());
    add(LineItem::make_penalty(kForcedBreak));
  }
};

LineItem space() { return LineItem::glue(1_pt, 0.5_pt, 0.25_pt); }

/// The marks in `text` are those of tests/cases/breaks.txt.
FakeParagraph fake_paragraph(const std::string& text, double hyphen_penalty = 50) {
  FakeParagraph paragraph;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) paragraph.add(LineItem::box(Length::from_points(static_cast<double>(word.size()))), word);
    word.clear();
  };
  for (const char c : text) {
    if (std::string_view(" ~_^").find(c) == std::string_view::npos) {
      word += c;
      continue;
    }
    end_word();
    if (c == '~') paragraph.add(LineItem::make_penalty(hyphen_penalty, 1_pt, true));
    if (c == '_') paragraph.add(LineItem::make_penalty(kForbiddenBreak));
    if (c == ' ' || c == '_') paragraph.add(space(), std::string(1, c));
    if (c == '^') paragraph.end_line();
  }
  end_word();
  paragraph.end_line();
  return paragraph;
}

std::string shown(const FakeParagraph& paragraph, const std::vector<LineBreak>& breaks) {
  std::string lines;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    if (i > 0) lines += " / ";
    const std::size_t start = i == 0 ? 0 : line_start(paragraph.items, breaks[i - 1], breaks[i]);
    for (std::size_t at = start; at < breaks[i].item; ++at) lines += paragraph.letters[at];
    if (paragraph.items[breaks[i].item].flagged) lines += "-";
    if (breaks[i].overfull) lines += "!";
  }
  return lines;
}

// ---- Cases from a file ----

struct BreakCase {
  std::string name, text, lines;
  LineGoal goal;
};

void PrintTo(const BreakCase& each, std::ostream* out) { *out << each.name << ": " << each.text; }

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

LineGoal read_goal(const std::string& options) {
  LineGoal goal;
  std::istringstream in(options);
  std::optional<double> first;
  for (std::string option; in >> option;) {
    const std::string key = option.substr(0, option.find('='));
    const double value = std::stod(option.substr(key.size() + 1));
    if (key == "width")
      goal.measure.rest = Length::from_points(value);
    else if (key == "first")
      first = value;
    else if (key == "ragged")
      goal.justify = false, goal.ragged = Length::from_points(value);
    else if (key == "tolerance")
      goal.tolerance = value;
    else if (key == "line")
      goal.costs.line = value;
    else if (key == "fitness")
      goal.costs.fitness_change = value;
    else if (key == "hyphen")
      goal.costs.hyphen = value;
    else if (key == "two")
      goal.costs.two_hyphens = value;
    else if (key == "last")
      goal.costs.last_hyphen = value;
    else if (key == "ladder")
      goal.costs.ladder = value;
    else if (key == "shortest")
      goal.shortest_last = Length::from_points(value), goal.costs.short_last = 1e7;
    else
      ADD_FAILURE() << "unknown option " << key;
  }
  goal.measure.first = first ? Length::from_points(*first) : goal.measure.rest;
  return goal;
}

std::vector<BreakCase> read_cases() {
  std::ifstream file(source_folder() + "/tests/cases/breaks.txt");
  std::vector<BreakCase> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t options = line.find(';');
    const std::size_t text = line.find(';', options + 1);
    const std::size_t lines = line.find("=>");
    cases.push_back({line.substr(0, options), trimmed(line.substr(text + 1, lines - text - 1)),
                     trimmed(line.substr(lines + 2)), read_goal(line.substr(options + 1, text - options - 1))});
  }
  return cases;
}

class BreakCases : public ::testing::TestWithParam<BreakCase> {};

TEST_P(BreakCases, GivesTheLines) {
  const BreakCase& each = GetParam();
  const FakeParagraph paragraph = fake_paragraph(each.text, each.goal.costs.hyphen);
  EXPECT_EQ(trimmed(shown(paragraph, break_lines(paragraph.items, each.goal))), each.lines);
}

INSTANTIATE_TEST_SUITE_P(File, BreakCases, ::testing::ValuesIn(read_cases()),
                         [](const auto& each) { return each.param.name; });

// ---- Against all ways to break, tried one by one ----

/// The line [at, end) set to `measure`: its ratio and whether it is a last one; nothing if it cannot be shrunk that far.
struct TriedLine {
  double ratio = 0, width = 0;
  bool has_fill = false;
};

std::optional<TriedLine> try_line(const std::vector<LineItem>& items, const LineGoal& goal, std::size_t at, std::size_t end, double measure) {
  const bool at_edge = goal.justify && !(items[end].kind == LineItem::Kind::penalty && items[end].penalty <= kForcedBreak);
  TriedLine line;
  double room = measure + (goal.justify && at < items.size() ? items[at].start_hang.points() : 0);
  if (at_edge && items[end].flagged) room += items[end].end_hang.points();
  if (at_edge && !items[end].flagged && end > 0 && items[end - 1].kind == LineItem::Kind::box) room += items[end - 1].end_hang.points();
  double stretch = 0, shrink = 0;
  for (std::size_t i = at; i < end; ++i) {
    if (items[i].kind != LineItem::Kind::penalty) line.width += items[i].width.points();
    stretch += items[i].stretch.points() + items[i].letter_stretch.points();
    shrink += items[i].shrink.points() + items[i].letter_shrink.points();
    line.has_fill = line.has_fill || items[i].infinite_stretch;
  }
  const double missing = room - line.width - (items[end].kind == LineItem::Kind::penalty ? items[end].width.points() : 0);
  if (!goal.justify) shrink = 0, stretch = goal.ragged.points();
  if (-missing > shrink) return std::nullopt;
  const double rigid = std::floor(std::round(room * 65536) / 128) / 65536;  // in whole units, as the breaker counts
  if (missing < 0) line.ratio = missing / shrink;
  if (missing > 0 && !line.has_fill) line.ratio = missing / std::max(stretch, rigid);
  return line;
}

/// Demerits of breaking at `breaks`, straight from the definition; nothing if a line cannot be shrunk to its measure or
/// has more badness than the goal allows.
std::optional<double> total_demerits(const std::vector<LineItem>& items, const LineGoal& goal,
                                     const std::vector<std::size_t>& breaks) {
  double total = 0;
  int fitness_before = 1;
  int hyphens_before = 0;
  bool begins_text = true;
  for (std::size_t line = 0; line < breaks.size(); ++line) {
    const std::size_t end = breaks[line];
    std::size_t at = line == 0 ? 0 : breaks[line - 1] + 1;
    while (line > 0 && at < end && items[at].kind != LineItem::Kind::box) ++at;
    const std::optional<TriedLine> tried = try_line(items, goal, at, end, goal.measure.of(line).points());
    if (!tried) return std::nullopt;
    const double ratio = tried->ratio;
    const double badness = 100 * std::pow(std::abs(ratio), 3);
    if (badness > goal.tolerance) return std::nullopt;
    const int fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    const bool last = end + 1 == items.size();
    total += std::pow(goal.costs.line + badness, 2);
    if (const double penalty = items[end].penalty; penalty > kForcedBreak)
      total += penalty >= 0 ? penalty * penalty : -penalty * penalty;
    if (std::abs(fitness - fitness_before) > 1) total += goal.costs.fitness_change;
    const bool flagged = items[end].flagged, forced = items[end].kind == LineItem::Kind::penalty && items[end].penalty <= kForcedBreak;
    if (hyphens_before > 0 && last) total += goal.costs.last_hyphen;
    if (hyphens_before > 0 && flagged && !last) total += goal.costs.two_hyphens;
    if (hyphens_before > 1 && flagged && !last) total += goal.costs.ladder;
    if (forced && !begins_text && tried->width < goal.shortest_last.points())
      total += goal.costs.short_last * (2 - tried->width / goal.shortest_last.points());
    fitness_before = fitness;
    hyphens_before = flagged ? hyphens_before + 1 : 0;
    begins_text = forced;
  }
  return total;
}

/// Least demerits of all ways to break that leave out no forced break.
std::optional<double> least_demerits(const std::vector<LineItem>& items, const LineGoal& goal) {
  std::vector<std::size_t> chances;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool space = items[i].kind == LineItem::Kind::glue && !items[i].infinite_stretch && i > 0 &&
                       items[i - 1].kind == LineItem::Kind::box;
    if (space || (items[i].kind == LineItem::Kind::penalty && items[i].penalty < kForbiddenBreak)) chances.push_back(i);
  }
  std::optional<double> least;
  for (std::size_t chosen = 0; chosen < std::size_t{1} << chances.size(); ++chosen) {
    std::vector<std::size_t> breaks;
    bool skips_forced = false;
    for (std::size_t bit = 0; bit < chances.size(); ++bit) {
      const bool forced =
          items[chances[bit]].kind == LineItem::Kind::penalty && items[chances[bit]].penalty <= kForcedBreak;
      if (chosen >> bit & 1)
        breaks.push_back(chances[bit]);
      else if (forced)
        skips_forced = true;
    }
    if (skips_forced) continue;
    const std::optional<double> total = total_demerits(items, goal, breaks);
    if (total && (!least || *total < *least)) least = total;
  }
  return least;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : numbers_(seed) {}
  std::int64_t between(std::int64_t low, std::int64_t high) {  // the standard's distributions differ between libraries
    return low + static_cast<std::int64_t>(numbers_() % static_cast<std::uint64_t>(high - low + 1));
  }
  Length length(std::int64_t low, std::int64_t high) { return Length::from_scaled(between(low * 65536, high * 65536)); }
  bool one_in(std::int64_t count) { return between(1, count) == 1; }

 private:
  std::mt19937 numbers_;
};

/// What letters give, and how far they stand out, where the paragraph has that at all.
LineItem random_box(Dice& dice, std::int64_t widest, bool optical) {
  LineItem box = LineItem::box(dice.length(1, widest));
  if (!optical) return box;
  box.letter_stretch = box.width.times(dice.between(0, 20), 100);
  box.letter_shrink = box.width.times(dice.between(0, 10), 100);
  box.start_hang = dice.length(0, 1) / 2;
  box.end_hang = dice.length(0, 1) / 2;
  return box;
}

FakeParagraph random_paragraph(Dice& dice) {
  FakeParagraph paragraph;
  const bool optical = dice.one_in(2);
  const std::int64_t words = dice.between(1, 8);
  for (std::int64_t word = 0; word < words; ++word) {
    paragraph.add(random_box(dice, 12, optical));
    if (dice.one_in(3)) {
      paragraph.add(
          LineItem::make_penalty(static_cast<double>(dice.between(-60, 120)), dice.length(0, 2), !dice.one_in(3)));
      if (optical) paragraph.items.back().end_hang = dice.length(0, 1) / 2;
      paragraph.add(random_box(dice, 6, optical));
    }
    if (dice.one_in(12))
      paragraph.end_line();
    else if (dice.one_in(10))
      paragraph.add(LineItem::make_penalty(kForbiddenBreak));
    if (word + 1 < words) paragraph.add(LineItem::glue(dice.length(1, 3), dice.length(0, 2), dice.length(0, 1)));
  }
  paragraph.end_line();
  return paragraph;
}

LineGoal random_goal(Dice& dice) {
  LineGoal goal;
  goal.measure = {dice.length(12, 40), dice.length(12, 40)};
  if (dice.one_in(3)) goal.justify = false, goal.ragged = dice.length(1, 20);
  if (dice.one_in(3)) goal.tolerance = static_cast<double>(dice.between(50, 2000));
  goal.costs.line = static_cast<double>(dice.between(0, 100));
  goal.costs.fitness_change = static_cast<double>(dice.between(0, 20000));
  goal.costs.two_hyphens = static_cast<double>(dice.between(0, 20000));
  goal.costs.last_hyphen = static_cast<double>(dice.between(0, 20000));
  if (dice.one_in(2)) goal.costs.ladder = static_cast<double>(dice.between(1, 100000));
  if (dice.one_in(2)) goal.shortest_last = dice.length(1, 10), goal.costs.short_last = static_cast<double>(dice.between(1, 100000));
  return goal;
}

std::vector<std::size_t> ends_of(const std::vector<LineBreak>& breaks) {
  std::vector<std::size_t> ends;
  for (const LineBreak& each : breaks) ends.push_back(each.item);
  return ends;
}

TEST(BreakLines, FindsTheLeastDemeritsOfAllWaysToBreak) {
  Dice dice(1981);
  int solved = 0;
  int without_limit = 0;
  int overfull = 0;
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE(round);
    const FakeParagraph paragraph = random_paragraph(dice);
    LineGoal goal = random_goal(dice);
    const std::vector<LineBreak> breaks = break_lines(paragraph.items, goal);
    std::optional<double> least = least_demerits(paragraph.items, goal);
    if (!least) {
      goal.tolerance = kInfinity;
      least = least_demerits(paragraph.items, goal);
      ++without_limit;
    }
    const bool too_long =
        std::any_of(breaks.begin(), breaks.end(), [](const LineBreak& each) { return each.overfull; });
    ASSERT_EQ(too_long, !least.has_value());
    if (!least) {
      ++overfull;
      continue;
    }
    const std::optional<double> total = total_demerits(paragraph.items, goal, ends_of(breaks));
    ASSERT_TRUE(total.has_value());
    ASSERT_NEAR(*total, *least, 1e-9 * std::max(1.0, *least));
    ++solved;
  }
  EXPECT_GT(solved, 250);  // the dice must not avoid any of the three outcomes
  EXPECT_GT(without_limit, 25);
  EXPECT_GT(overfull, 5);
}

// ---- Against the typeset original of the seed CV ----

/// Paragraphs as an independent measurement of the original gives them: where its lines begin, and each word's width
/// with the factor of the space after it (1 where none is written).
TEST(BreakLines, BreaksTheOriginalsParagraphsAsTeXDid) {
  std::ifstream file(source_folder() + "/tests/cases/breaks_of_the_original.txt");
  constexpr double kSize = 9.9626;
  int paragraphs = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream openings(line.substr(0, line.find(':')));
    std::istringstream words(line.substr(line.find(':') + 1));
    std::vector<std::size_t> expected;
    for (std::size_t word = 0; openings >> word;) expected.push_back(word);
    FakeParagraph paragraph;
    LineItem after;
    for (std::string word; words >> word;) {
      if (!paragraph.items.empty()) paragraph.add(after);
      const std::size_t comma = word.find(',');
      const double factor = comma == std::string::npos ? 1 : std::stod(word.substr(comma + 1));
      paragraph.add(LineItem::box(Length::from_points(std::stod(word.substr(0, comma)))));
      after = LineItem::glue(Length::from_points(kSize / 4 + (factor >= 2 ? kSize / 12 : 0)),
                             Length::from_points(kSize / 8 * factor), Length::from_points(kSize / 12 / factor));
    }
    paragraph.end_line();
    const std::vector<LineBreak> breaks = break_lines(paragraph.items, {.measure = {395.585_pt, 395.585_pt}});
    std::vector<std::size_t> found = {0};
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) found.push_back((breaks[i].item + 1) / 2);
    EXPECT_EQ(found, expected) << line;
    ++paragraphs;
  }
  EXPECT_EQ(paragraphs, 37);
}

// ---- What the lines are told ----

TEST(BreakLines, SaysHowFarTheGlueOfALineGoes) {
  const FakeParagraph loose = fake_paragraph("aa bb cc ddddddd");
  const std::vector<LineBreak> breaks = break_lines(loose.items, {.measure = {8.5_pt, 8.5_pt}});
  ASSERT_THAT(breaks, SizeIs(2));
  EXPECT_DOUBLE_EQ(breaks[0].ratio, 0.5);  // two spaces of 0.5 pt stretch fill 0.5 pt
  EXPECT_DOUBLE_EQ(breaks[1].ratio, 0);    // the last line is filled

  const FakeParagraph tight = fake_paragraph("aa bb cc ddddddd");
  EXPECT_DOUBLE_EQ(break_lines(tight.items, {.measure = {7.75_pt, 7.75_pt}})[0].ratio, -0.5);
}

TEST(BreakLines, LeavesTheSpacesOfRaggedLinesAlone) {
  const FakeParagraph paragraph = fake_paragraph("aa bb cc ddddddd eeee");
  for (const Length ragged : {0_pt, 3_pt})
    for (const LineBreak& each :
         break_lines(paragraph.items, {.measure = {8.5_pt, 8.5_pt}, .justify = false, .ragged = ragged}))
      EXPECT_EQ(each.ratio, 0);
}

TEST(BreakLines, ShrinksALineFullyBeforeItIsTooLong) {
  const FakeParagraph paragraph = fake_paragraph("aaaa_bbbb cc");
  const std::vector<LineBreak> breaks = break_lines(paragraph.items, {.measure = {5_pt, 5_pt}});
  ASSERT_THAT(breaks, SizeIs(2));
  EXPECT_TRUE(breaks[0].overfull);
  EXPECT_EQ(breaks[0].ratio, -1);
  EXPECT_FALSE(breaks[1].overfull);
}

TEST(BreakLines, DropsGlueAndPenaltiesAtTheStartOfALine) {
  FakeParagraph paragraph;
  paragraph.add(LineItem::box(5_pt));
  paragraph.add(LineItem::make_penalty(0));
  paragraph.add(space());
  paragraph.add(LineItem::make_penalty(kForbiddenBreak));
  paragraph.add(space());
  paragraph.add(LineItem::box(5_pt));
  paragraph.end_line();
  const std::vector<LineBreak> breaks = break_lines(paragraph.items, {.measure = {5_pt, 5_pt}});
  ASSERT_THAT(ends_of(breaks), ElementsAre(1, 8));
  EXPECT_FALSE(breaks[1].overfull);
  EXPECT_EQ(line_start(paragraph.items, breaks[0], breaks[1]), 5u);
}

TEST(BreakLines, AHyphenThatDoesNotFitRulesOutNoLongerLine) {
  FakeParagraph paragraph;
  paragraph.add(LineItem::box(9_pt));
  paragraph.add(LineItem::make_penalty(50, 3_pt, true));
  paragraph.add(LineItem::box(1_pt));
  paragraph.end_line();
  EXPECT_THAT(ends_of(break_lines(paragraph.items, {.measure = {10_pt, 10_pt}})), ElementsAre(5));
}

// ---- Anything goes in, lines come out ----

/// Every break must lie behind the one before, and the last be the end.
void expect_progress(const std::vector<LineItem>& items, const std::vector<LineBreak>& breaks, std::size_t end) {
  ASSERT_FALSE(breaks.empty());
  for (std::size_t i = 1; i < breaks.size(); ++i) EXPECT_LT(breaks[i - 1].item, breaks[i].item);
  EXPECT_EQ(breaks.back().item, end);
  EXPECT_LE(breaks.size(), items.size() + 1);
  for (const LineBreak& each : breaks) EXPECT_GE(each.ratio, -1);
}

TEST(BreakLines, TheLastLineLeavesRoomForWhatStandsBesideIt) {
  const std::vector<LineItem> items = {LineItem::box(4_pt), LineItem::glue(1_pt, {}, {}), LineItem::box(4_pt), LineItem::glue(1_pt, {}, {}),
                                       LineItem::box(4_pt), LineItem::make_penalty(kForbiddenBreak), LineItem::fill(), LineItem::make_penalty(kForcedBreak)};
  const auto breaks = [&](Length kept) { return ends_of(break_lines(items, {.measure = {10_pt, 10_pt, kept}, .justify = false})); };
  EXPECT_THAT(breaks({}), ElementsAre(3, 7));
  EXPECT_THAT(breaks(6_pt), ElementsAre(3, 7));
  EXPECT_THAT(ends_of(break_lines(items, {.measure = {14_pt, 14_pt, 5_pt}, .justify = false})), ElementsAre(3, 7)) << "all would fit on one line alone";
}

TEST(BreakLines, NoItemsAreNoLines) { EXPECT_THAT(break_lines({}, {.measure = {10_pt, 10_pt}}), IsEmpty()); }

TEST(BreakLines, OnlyAForcedBreakIsAnEmptyLine) {
  EXPECT_THAT(ends_of(break_lines({LineItem::make_penalty(kForcedBreak)}, {.measure = {10_pt, 10_pt}})),
              ElementsAre(0));
}

TEST(BreakLines, EndsBehindTheItemsIfNoForcedBreakDoes) {
  EXPECT_THAT(ends_of(break_lines({LineItem::box(5_pt), space(), LineItem::box(8_pt)}, {.measure = {9_pt, 9_pt}})),
              ElementsAre(1, 3));
}

TEST(BreakLines, MeasuresOfNothingGiveOneWordALine) {
  const FakeParagraph paragraph = fake_paragraph("a bb c");
  for (const Length width : {0_pt, -5_pt, Length::from_scaled(std::numeric_limits<std::int64_t>::min())})
    for (const bool justify : {true, false}) {
      const auto breaks = break_lines(paragraph.items, {.measure = {width, width}, .justify = justify});
      EXPECT_EQ(shown(paragraph, breaks), "a! / bb! / c!");
    }
}

TEST(BreakLines, HugeAndNegativeWidthsAreNoTrouble) {
  const Length huge = Length::from_scaled(std::numeric_limits<std::int64_t>::max());
  const Length tiny = Length::from_scaled(std::numeric_limits<std::int64_t>::min());
  const Length widths[] = {huge, tiny, -5_pt, 0_pt, 5_pt};
  Dice dice(7);
  for (int round = 0; round < 500; ++round) {
    FakeParagraph paragraph;
    const auto any = [&] { return widths[dice.between(0, 4)]; };
    for (int word = 0; word < 12; ++word) {
      paragraph.add(LineItem::box(any()));
      if (dice.one_in(3)) paragraph.add(LineItem::make_penalty(0, any(), true));
      paragraph.add(LineItem::glue(any(), any(), any()));
    }
    paragraph.end_line();
    const LineGoal goal = {.measure = {any(), any()}, .justify = dice.one_in(2), .ragged = any()};
    expect_progress(paragraph.items, break_lines(paragraph.items, goal), paragraph.items.size() - 1);
  }
}

TEST(BreakLines, NumbersThatAreNoneAreNoTrouble) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  for (const double value : {kNone, kInfinity, -kInfinity}) {
    FakeParagraph paragraph = fake_paragraph("aa bb~cc dd", value);
    LineGoal goal = {.measure = {5_pt, 5_pt}, .tolerance = value};
    expect_progress(paragraph.items, break_lines(paragraph.items, goal), paragraph.items.size() - 1);
    goal.costs = {value, value, value, value, value};
    expect_progress(paragraph.items, break_lines(paragraph.items, goal), paragraph.items.size() - 1);
  }
}

TEST(BreakLines, MoreChancesThanALineEverHasAreNoTrouble) {
  FakeParagraph paragraph;
  for (int i = 0; i < 4000; ++i) {
    paragraph.add(LineItem::box({}));
    paragraph.add(LineItem::glue({}, {}, {}));
  }
  paragraph.end_line();
  EXPECT_THAT(break_lines(paragraph.items, {.measure = {10_pt, 10_pt}}), SizeIs(1));
}

}  // namespace
}  // namespace galley
