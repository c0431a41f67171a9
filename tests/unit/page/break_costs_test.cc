#include "page/break_costs.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

/// Each rule a power of two of its own, so that a sum tells which ones were applied.
BreakRules rules() {
  BreakRules rules;
  rules.inside_section = 1;
  rules.inside_whole_section = 2;
  rules.inside_entry = 4;
  rules.inside_whole_entry = 8;
  rules.orphan = 16;
  rules.widow = 32;
  rules.after_heading = 64;
  rules.whole_section = 6;
  rules.whole_entry = 3;
  return rules;
}

/// One letter a line: S starts a section, E an entry, h in the head, a stands after a heading, n is never broken before,
/// 2 is a paragraph's second line, l its last, b both, . any other.
std::vector<double> costs(const std::string& letters) {
  std::vector<LinePlace> places;
  for (const char letter : letters) {
    LinePlace place;
    place.starts_section = letter == 'S';
    place.starts_entry = letter == 'E' || letter == 'S';
    place.in_head = letter == 'h';
    place.after_heading = letter == 'a';
    place.never = letter == 'n';
    place.second = letter == '2' || letter == 'b';
    place.last = letter == 'l' || letter == 'b';
    places.push_back(place);
  }
  std::vector<FlowLine> lines(letters.size());
  set_break_costs(places, rules(), lines);
  std::vector<double> all;
  for (const FlowLine& line : lines) all.push_back(line.break_cost);
  return all;
}

using Costs = std::vector<double>;

TEST(BreakCosts, NothingBeforeASection) { EXPECT_EQ(costs("SS"), (Costs{0, 0})); }

TEST(BreakCosts, AShortSectionStaysWholeRatherThanALongOne) {
  EXPECT_EQ(costs("SEEEEE"), (Costs{0, 2, 2, 2, 2, 2}));
  EXPECT_EQ(costs("SEEEEEE"), (Costs{0, 1, 1, 1, 1, 1, 1}));
  EXPECT_EQ(costs("SESEEEEEE"), (Costs{0, 2, 0, 1, 1, 1, 1, 1, 1})) << "each section counts for itself";
}

TEST(BreakCosts, AShortEntryStaysWholeRatherThanALongOne) {
  EXPECT_EQ(costs("S.."), (Costs{0, 2 + 8, 2 + 8}));
  EXPECT_EQ(costs("S..."), (Costs{0, 2 + 4, 2 + 4, 2 + 4}));
  EXPECT_EQ(costs("S.E...."), (Costs{0, 1 + 8, 1, 1 + 4, 1 + 4, 1 + 4, 1 + 4}));
}

TEST(BreakCosts, WidowsAndOrphans) {
  EXPECT_EQ(costs("S2.l"), (Costs{0, 2 + 4 + 16, 2 + 4, 2 + 4 + 32}));
  EXPECT_EQ(costs("Sb"), (Costs{0, 2 + 8 + 16 + 32})) << "two lines: a break leaves both";
}

TEST(BreakCosts, HeadingsAndTheHeadOfTheDocument) {
  EXPECT_EQ(costs("Sa"), (Costs{0, 64 + 2 + 8}));
  EXPECT_EQ(costs("hhS")[1], 64 + 2 + 8);
  EXPECT_EQ(costs("hhS")[2], 0);
}

TEST(BreakCosts, NeverIsBeyondAnyCost) { EXPECT_EQ(costs("Sn")[1], kNeverBreak); }

}  // namespace
}  // namespace galley
