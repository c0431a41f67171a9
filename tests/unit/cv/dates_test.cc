#include "cv/dates.h"

#include <gtest/gtest.h>

#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

std::string shown(const Date& date) {
  if (date.is_present) return "present";
  std::string out = std::to_string(date.year);
  if (date.season) out += " season " + std::to_string(static_cast<int>(*date.season));
  if (date.month) out += " month " + std::to_string(*date.month);
  if (date.day) out += " day " + std::to_string(*date.day);
  return out;
}

std::string shown(const std::optional<Dates>& dates) {
  if (!dates) return "error";
  std::string out;
  for (const DateRange& range : dates->ranges)
    out += (out.empty() ? "" : ", ") + shown(range.start) + (range.end ? " to " + shown(*range.end) : "");
  return dates->wording.empty() ? out : out + " as '" + dates->wording + "'";
}

struct Row {
  std::string written, read;
};

class DatesRow : public testing::TestWithParam<Row> {};

TEST_P(DatesRow, Reads) {
  test::Reading reading;
  const auto node = reading.node(GetParam().written);
  ASSERT_TRUE(node) << reading.messages();
  EXPECT_EQ(shown(read_dates(*node, reading.diagnostics)), GetParam().read) << reading.messages();
  EXPECT_EQ(reading.diagnostics.has_errors(), GetParam().read == "error");
}

INSTANTIATE_TEST_SUITE_P(
    Table, DatesRow,
    testing::Values(
        Row{"2016", "2016"}, Row{"2016-09", "2016 month 9"}, Row{"2016-09-01", "2016 month 9 day 1"},
        Row{"\"2016\"", "2016"}, Row{"2000-02-29", "2000 month 2 day 29"}, Row{"1900-02-29", "error"},
        Row{"2024-spring", "2024 season 0"}, Row{"2024-summer", "2024 season 1"}, Row{"2024-fall", "2024 season 2"},
        Row{"2024-autumn", "2024 season 2"}, Row{"2024-winter", "2024 season 3"}, Row{"2024-WINTER", "2024 season 3"},
        Row{"2024-21", "2024 season 0"}, Row{"2024-24", "2024 season 3"}, Row{"2024-20", "error"},
        Row{"2024-25", "error"}, Row{"2016/2020", "2016 to 2020"}, Row{"2016-09/present", "2016 month 9 to present"},
        Row{"2016/2016-09", "2016 to 2016 month 9"}, Row{"2016-09/2016", "2016 month 9 to 2016"},
        Row{"2016-12/2016-spring", "2016 month 12 to 2016 season 0"}, Row{"2016/2015", "error"},
        Row{"[2016, 2018/2019]", "2016, 2018 to 2019"}, Row{"[2016, x]", "error"}, Row{"[[2016]]", "error"},
        Row{"{date: 2016, shown: then}", "2016 as 'then'"}, Row{"{shown: soon}", " as 'soon'"},
        Row{"{date: [2016, 2018], shown: twice}", "2016, 2018 as 'twice'"}, Row{"{date: x, shown: then}", "error"},
        Row{"2016-00", "error"}, Row{"2016-13", "error"}, Row{"2016-01-00", "error"}, Row{"2016-01-32", "error"},
        Row{"2016-04-31", "error"}, Row{"20166", "error"}, Row{"-2016", "error"}, Row{"+2016", "error"},
        Row{"2016-", "error"}, Row{"/2016", "error"}, Row{"2016/", "error"}, Row{"2016--01", "error"},
        Row{"2016-01-01-01", "error"}, Row{"present/present", "error"}, Row{"2016 /  2017", "2016 to 2017"}));

}  // namespace
}  // namespace galley
