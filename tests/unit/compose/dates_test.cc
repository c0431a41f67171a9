#include "compose/dates.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

Language english() {
  Language language;
  language.months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  language.months_short = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  language.seasons = {"Spring", "Summer", "Fall", "Winter"};
  language.present = "present";
  return language;
}

const DateFormat kLong{"{year}", "{month} {year}", "{day}. {month} {year}", "{season} of {year}", "{start} to {end}", "; ", false};
const DateFormat kShort{"({year})", "{mon} {year}", "{year}-{mon}-{day}", "{season} {year}", "{start}–{end}", ", ", false};

Date year(int y) { return {y, {}, {}, {}, false}; }
Date month(int y, int m) { return {y, m, {}, {}, false}; }
Date day(int y, int m, int d) { return {y, m, d, {}, false}; }
Date season(int y, Season s) { return {y, {}, {}, s, false}; }
Date present() { return {0, {}, {}, {}, true}; }

TEST(FormatDates, WritesADateAsPreciselyAsItIsKnown) {
  struct {
    Date date;
    std::string in_long, in_short;
  } const cases[] = {{year(2016), "2016", "(2016)"},
                     {month(2016, 1), "January 2016", "Jan 2016"},
                     {month(2016, 12), "December 2016", "Dec 2016"},
                     {day(2020, 2, 29), "29. February 2020", "2020-Feb-29"},
                     {season(2024, Season::autumn), "Fall of 2024", "Fall 2024"},
                     {present(), "present", "present"}};
  for (const auto& each : cases) {
    EXPECT_EQ(format_dates({{{each.date, {}}}, {}}, kLong, english()), each.in_long);
    EXPECT_EQ(format_dates({{{each.date, {}}}, {}}, kShort, english()), each.in_short);
  }
}

TEST(FormatDates, WritesRangesAndSeveralDates) {
  EXPECT_EQ(format_dates({{{month(2016, 9), month(2021, 6)}}, {}}, kLong, english()), "September 2016 to June 2021");
  EXPECT_EQ(format_dates({{{year(2021), present()}}, {}}, kShort, english()), "(2021)–present");
  EXPECT_EQ(format_dates({{{year(2016), {}}, {year(2018), year(2019)}}, {}}, kLong, english()), "2016; 2018 to 2019");
  EXPECT_EQ(format_dates({}, kLong, english()), "");
}

TEST(FormatDates, AShortNameThatIsTheWholeOneIsDeclinedAfterADay) {
  Language language = english();
  language.months[4] = language.months_short[4] = "май";
  language.months_with_day = language.months;
  language.months_with_day[4] = "мая";
  const auto shown = [&](const Date& date) { return format_dates({{{date, {}}}, {}}, kShort, language); };
  EXPECT_EQ(shown(day(2020, 5, 5)), "2020-мая-5");
  EXPECT_EQ(shown(month(2020, 5)), "май 2020");
  EXPECT_EQ(shown(day(2020, 6, 5)), "2020-Jun-5") << "an abbreviation has one form";
}

TEST(FormatDates, ARangeWithinOneYearMayHaveItOnce) {
  DateFormat format{"{year}", "{mon} {year}", "{day} {mon} {year}", "{season} {year}", "{start} – {end}", ", ", true};
  Language language = english();
  const auto shown = [&](const Date& start, const Date& end) { return format_dates({{{start, end}}, {}}, format, language); };
  EXPECT_EQ(shown(month(2020, 6), month(2020, 9)), "Jun – Sep 2020");
  EXPECT_EQ(shown(day(2020, 6, 28), day(2020, 7, 3)), "28 Jun – 3 Jul 2020");
  EXPECT_EQ(shown(season(2020, Season::summer), month(2020, 11)), "Summer – Nov 2020");
  EXPECT_EQ(shown(month(2020, 6), month(2021, 6)), "Jun 2020 – Jun 2021");
  EXPECT_EQ(shown(month(2020, 6), present()), "Jun 2020 – present");
  EXPECT_EQ(shown(year(2020), month(2020, 6)), "2020 – Jun 2020") << "a year alone is no part of itself";
  EXPECT_EQ(shown(year(2020), year(2020)), "2020 – 2020");
  language.dates = {"{year}年", "{year}年{mon}", "{year}年{mon}{day}日", "{year}年{season}"};
  EXPECT_EQ(shown(month(2020, 6), month(2020, 9)), "2020年Jun – Sep") << "where the year goes first, the end is without";
  language.dates = {"", "{mon} {year} г.", "", ""};
  EXPECT_EQ(shown(month(2020, 6), month(2020, 9)), "Jun – Sep 2020 г.");
  language.dates = {"", "{mon}, im Jahr {year}, {mon}", "", ""};
  EXPECT_EQ(shown(month(2020, 6), month(2020, 9)), "Jun, im Jahr 2020, Jun – Sep, im Jahr 2020, Sep") << "a year in the middle stays";
}

TEST(FormatDates, TheAuthorsWordingWins) {
  EXPECT_EQ(format_dates({{{year(2016), {}}}, "that {year}"}, kLong, english()), "that {year}");
}

TEST(FormatDates, PutsTheLayoutsDashesIntoTheAuthorsWords) {
  DateFormat format = kShort;
  format.range = "{start} – {end}";
  struct {
    std::string written, shown;
  } const cases[] = {{"Jun 2020 –Sep 2020", "Jun 2020 – Sep 2020"}, {"2019-2020", "2019 – 2020"},   {"2019 - 2020", "2019 – 2020"},
                     {"2019–2020", "2019 – 2020"},                  {"2019 — now", "2019 – now"}, {"since summer 2021", "since summer 2021"},
                     {"2019-20, 2020-06", "2019-20, 2020-06"},      {"– 2020", "– 2020"},        {"2019 –", "2019 – "},
                     {"-2020", "-2020"},                            {"12019-2020", "12019-2020"}};
  for (const auto& each : cases) {
    EXPECT_EQ(format_dates({{}, each.written}, format, english(), DashesOf::layout), each.shown);
    EXPECT_EQ(format_dates({{}, each.written}, format, english(), DashesOf::author), each.written);
  }
}

}  // namespace
}  // namespace galley
