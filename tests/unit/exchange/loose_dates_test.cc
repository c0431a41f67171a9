#include "exchange/loose_dates.h"

#include <gtest/gtest.h>

#include "exchange/tree.h"

namespace galley {
namespace {

TEST(LooseDate, ReadsOneDateHoweverItIsWritten) {
  const auto reads = [](std::string_view text) { return loose_date(text).value_or("-"); };
  EXPECT_EQ(reads("2014"), "2014");
  EXPECT_EQ(reads(" 2014-6 "), "2014-06");
  EXPECT_EQ(reads("2014/06/29"), "2014-06-29");
  EXPECT_EQ(reads("2014-06-29T10:00:00Z"), "2014-06-29");
  EXPECT_EQ(reads("2014-00-00"), "2014");
  EXPECT_EQ(reads("06/2014"), "2014-06");
  EXPECT_EQ(reads("29.6.2014"), "2014-06-29");
  EXPECT_EQ(reads("06/29/2014"), "2014-06-29");
  EXPECT_EQ(reads("June 2014"), "2014-06");
  EXPECT_EQ(reads("Sept. 2014"), "2014-09");
  EXPECT_EQ(reads("Aug. 1st, 2018"), "2018-08-01");
  EXPECT_EQ(reads("29 June 2014"), "2014-06-29");
  EXPECT_EQ(reads("Fall 2014"), "2014-autumn");
  EXPECT_EQ(reads("Present"), "present");
  EXPECT_EQ(reads("In progress."), "present");
}

TEST(LooseDate, GuessesNothing) {
  for (const std::string_view text : {"03/04/2020", "31 June 2014", "June", "about 2014", "2014-13", "20144", "", "soon", "June 2014 Fall"})
    EXPECT_FALSE(loose_date(text)) << text;
}

std::string dates(const std::string& text) {
  Diagnostics diagnostics;
  const Node node = loose_dates(text_node(text, {}), diagnostics);
  return node.is_map() ? "shown " + node.items[0].text : node.text;
}

TEST(LooseDates, ReadsRanges) {
  EXPECT_EQ(dates("2010 – 2014"), "2010/2014");
  EXPECT_EQ(dates("2010-2014"), "2010/2014");
  EXPECT_EQ(dates("Jun 2014 to present"), "2014-06/present");
  EXPECT_EQ(dates("2014-06/2015"), "2014-06/2015");
  EXPECT_EQ(dates("a long time"), "shown a long time");
  EXPECT_EQ(dates("2014 - 2010"), "shown 2014 - 2010");
}

}  // namespace
}  // namespace galley
