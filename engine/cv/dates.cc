#include "cv/dates.h"

#include <array>

#include "base/numbers.h"
#include "cv/date_spelling.h"
#include "cv/reading.h"

namespace galley {
namespace {

struct SeasonName {
  std::string_view name, code;
  Season season;
};
constexpr std::array<SeasonName, 5> kSeasons = {{{"spring", "21", Season::spring},
                                                 {"summer", "22", Season::summer},
                                                 {"autumn", "23", Season::autumn},
                                                 {"fall", "23", Season::autumn},
                                                 {"winter", "24", Season::winter}}};

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::nullopt_t refuse(const Node& node, std::string_view text, std::string_view why, std::string help,
                      Diagnostics& diagnostics) {
  std::string message = in_quotes(text) + " is not a date";
  if (!why.empty()) message.append(": ").append(why);
  if (const std::string ours = help.empty() ? our_spelling(text) : std::string(); !ours.empty()) help = "write " + ours;
  if (help.empty())
    help =
        "write 2016, 2016-09, 2016-09-01, 2016-summer or a range such as 2016-09/present; other words go into {date: "
        "2016, shown: \"" +
        std::string(text) + "\"}";
  diagnostics.error(node.span, std::move(message), std::move(help)).code = Code::bad_date;
  return std::nullopt;
}

int days_in(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Season> season_of(std::string_view word) {
  const std::string lower = to_lower_ascii(word);
  for (const SeasonName& each : kSeasons)
    if (lower == each.name || lower == each.code) return each.season;
  return std::nullopt;
}

bool is_number(std::string_view text, std::size_t digits) { return text.size() == digits && parse_whole(text); }

/// One date; `written` is the whole text that it is part of.
std::optional<Date> parse_date(std::string_view text, std::string_view written, const Node& node,
                               Diagnostics& diagnostics) {
  if (to_lower_ascii(text) == "present") {
    Date present;
    present.is_present = true;
    return present;
  }
  Date date;
  date.is_approximate = text.starts_with('~');
  if (date.is_approximate) text.remove_prefix(1);
  const auto parts = split(text, '-');
  if (!is_number(parts[0], 4) || parts[0][0] == '0' || parts.size() > 3)
    return refuse(node, written, "", "", diagnostics);
  date.year = *parse_whole(parts[0]);
  if (parts.size() == 1) return date;
  date.season = season_of(parts[1]);
  if (date.season && parts.size() == 2) return date;
  if (is_number(parts[1], 4) && parts.size() == 2)
    return refuse(node, written, "a range is written with '/'",
                  "write " + std::string(parts[0]) + "/" + std::string(parts[1]), diagnostics);
  if (!is_number(parts[1], 2)) {
    if (!is_number(parts[1], 1)) return refuse(node, written, "", "", diagnostics);
    return refuse(node, written, "months have two digits",
                  "write " + std::string(parts[0]) + "-0" + std::string(parts[1]), diagnostics);
  }
  date.month = parse_whole(parts[1]);
  if (*date.month < 1 || *date.month > 12)
    return refuse(node, written, "months are 01 to 12",
                  "seasons are spring, summer, autumn (or fall) and winter: 2016-summer", diagnostics);
  if (parts.size() == 2) return date;
  const int last = days_in(date.year, *date.month);
  if (is_number(parts[2], 2)) date.day = parse_whole(parts[2]);
  if (!date.day || *date.day < 1 || *date.day > last)
    return refuse(node, written, "the days of that month are 01 to " + std::to_string(last),
                  "write the day, or leave "
                  "it out",
                  diagnostics);
  return date;
}

/// Whether `end` is certainly before `start`, as far as both are known. A winter may be at either end of its year.
bool is_before(const Date& end, const Date& start) {
  if (end.is_present || start.is_present) return false;
  if (end.year != start.year) return end.year < start.year;
  if (end.season && start.season && *end.season != Season::winter && *start.season != Season::winter)
    return *end.season < *start.season;
  if (!end.month || !start.month) return false;
  if (*end.month != *start.month) return *end.month < *start.month;
  return end.day && start.day && *end.day < *start.day;
}

std::optional<DateRange> checked_range(const Date& start, const Date& end, const Node& node, Diagnostics& diagnostics) {
  if (start.is_present) {
    diagnostics.error(node.span, "a range cannot start at the present", "write the earlier date first: 2016/present").code = Code::bad_date;
    return std::nullopt;
  }
  if (is_before(end, start)) {
    diagnostics.error(node.span, "this range ends before it starts", "write the earlier date first").code = Code::bad_date;
    return std::nullopt;
  }
  return DateRange{start, end};
}

std::optional<DateRange> read_range(const Node& node, Diagnostics& diagnostics) {
  if (!expect(node, Node::Kind::scalar, "a date", diagnostics)) return std::nullopt;
  const std::string_view text = trim(node.text);
  const auto parts = split(text, '/');
  if (parts.size() > 2) return refuse(node, text, "", "", diagnostics);
  const std::optional<Date> start = parse_date(trim(parts[0]), text, node, diagnostics);
  if (!start) return std::nullopt;
  if (parts.size() == 2) {
    const std::optional<Date> end = parse_date(trim(parts[1]), text, node, diagnostics);
    return end ? checked_range(*start, *end, node, diagnostics) : std::nullopt;
  }
  if (!start->is_present) return DateRange{*start, std::nullopt};
  return refuse(node, text, "it needs a start", "write a range such as 2016/present", diagnostics);
}

std::optional<Dates> read_worded(const Node& map, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  reject_other_keys(map, {"date", "shown"}, "a date with words of its own", diagnostics);
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  const Node* shown = map.find("shown");
  if (!shown) {
    diagnostics.error(beginning(map), "this date has no words of its own", "add 'shown: …', or write only the date").code = Code::bad_date;
    return std::nullopt;
  }
  const Node* date = map.find("date");
  if (date && date->is_map()) {
    diagnostics.error(beginning(*date), "'date' must be a date, a range or a list of them, not a map").code = Code::bad_date;
    return std::nullopt;
  }
  std::optional<Dates> dates = date ? read_dates(*date, diagnostics) : Dates{};
  const std::optional<std::string> words = read_text(*shown, "shown", diagnostics);
  if (!dates || !words) return std::nullopt;
  dates->wording = *words;
  return dates;
}

}  // namespace

std::optional<Dates> read_dates(const Node& node, Diagnostics& diagnostics) {
  if (node.is_map()) return read_worded(node, diagnostics);
  Dates dates;
  if (!node.is_list()) {
    const std::optional<DateRange> range = read_range(node, diagnostics);
    if (!range) return std::nullopt;
    dates.ranges = {*range};
    return dates;
  }
  for (const Node& each : node.items)
    if (const std::optional<DateRange> range = read_range(each, diagnostics)) dates.ranges.push_back(*range);
  if (node.items.empty()) diagnostics.error(node.span, "this list has no dates").code = Code::bad_date;
  if (dates.ranges.empty() || dates.ranges.size() != node.items.size()) return std::nullopt;
  return dates;
}

std::optional<Dates> read_dates_between(const Node& start, const Node* end, Diagnostics& diagnostics) {
  const std::optional<DateRange> first = read_range(start, diagnostics);
  std::optional<DateRange> last;
  if (end && to_lower_ascii(trim(end->text)) != "present") {
    last = read_range(*end, diagnostics);
    if (!last) return std::nullopt;
  }
  if (!first) return std::nullopt;
  if (first->end || (last && last->end)) {
    diagnostics.error(first->end ? start.span : end->span, "a range stands where one date is expected",
                      "write the range as 'dates'").code = Code::bad_date;
    return std::nullopt;
  }
  Date until;
  until.is_present = true;
  if (last) until = last->start;
  const std::optional<DateRange> range = checked_range(first->start, until, end ? *end : start, diagnostics);
  if (!range) return std::nullopt;
  return Dates{{*range}, {}};
}

}  // namespace galley
