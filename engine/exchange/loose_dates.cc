#include "exchange/loose_dates.h"

#include <algorithm>
#include <array>
#include <vector>

#include "cv/dates.h"
#include "cv/reading.h"
#include "exchange/texts.h"
#include "exchange/tree.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> kPresent = {"present", "current", "currently", "now",   "ongoing", "today",
                                                       "to date", "till date", "until now", "still", "till now", "in progress"};

bool is_digit(char each) { return each >= '0' && each <= '9'; }

/// Runs of digits and runs of letters, in lower case: "Aug. 1st, 2018" is aug, 1, st, 2018.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool joined = false;
  for (const char each : to_lower_ascii(text)) {
    const bool letter = (each >= 'a' && each <= 'z') || static_cast<unsigned char>(each) >= 0x80;
    if (!letter && !is_digit(each)) {
      joined = false;
      continue;
    }
    if (!joined || is_digit(words.back().back()) != is_digit(each)) words.emplace_back();
    words.back() += each;
    joined = true;
  }
  return words;
}

int month_of(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (word.size() >= 3 && kMonths[i].starts_with(word)) return static_cast<int>(i) + 1;
  return 0;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "2014", "2014-06" or "2014-06-29"; a month or day of 0 is not known.
std::optional<std::string> iso(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month > 12 || day > 31) return std::nullopt;
  std::string date = std::to_string(year);
  if (month < 1) return date;
  date += "-" + two_digits(month);
  return day < 1 ? date : date + "-" + two_digits(day);
}

/// Numbers alone: 2014, 2014-6, 2014/06/29, 06/2014, 29.6.2014.
std::optional<std::string> of_numbers(const std::vector<std::string>& words) {
  if (words.empty() || words.size() > 3) return std::nullopt;
  std::vector<int> numbers;
  for (const std::string& each : words) {
    if (each.size() > 4 || !is_digit(each[0])) return std::nullopt;
    numbers.push_back(std::stoi(each));
  }
  numbers.resize(3);
  if (words[0].size() == 4) return iso(numbers[0], numbers[1], numbers[2]);
  if (words.size() == 2 && words[1].size() == 4) return iso(numbers[1], numbers[0], 0);
  if (words.size() != 3 || words[2].size() != 4) return std::nullopt;
  if (numbers[0] > 12) return iso(numbers[2], numbers[1], numbers[0]);
  if (numbers[1] > 12 || numbers[0] == numbers[1]) return iso(numbers[2], numbers[0], numbers[1]);
  return std::nullopt;  // which is the day, and which the month?
}

/// A year with the name of a month, and perhaps a day; or with a season.
std::optional<std::string> of_words(const std::vector<std::string>& words) {
  int year = 0, month = 0, day = 0;
  std::string season;
  for (const std::string& each : words) {
    const bool ordinal = each == "st" || each == "nd" || each == "rd" || each == "th" || each == "of";
    if (is_digit(each[0]) && each.size() == 4 && year == 0) {
      year = std::stoi(each);
    } else if (is_digit(each[0]) && each.size() <= 2 && day == 0) {
      day = std::stoi(each);
    } else if (month_of(each) > 0 && month == 0) {
      month = month_of(each);
    } else if (season.empty() && (each == "spring" || each == "summer" || each == "autumn" || each == "winter" || each == "fall")) {
      season = each == "fall" ? "autumn" : each;
    } else if (!ordinal || (each != "of" && day == 0)) {
      return std::nullopt;
    }
  }
  if (!season.empty() && month == 0 && day == 0 && year > 0) return std::to_string(year) + "-" + season;
  if (month == 0 || !season.empty()) return std::nullopt;
  return iso(year, month, day);
}

/// Whether our own reader takes it: 31 June, a range the wrong way round.
bool is_good(const std::string& dates) {
  Diagnostics unheard;
  return read_dates(text_node(dates, {}), unheard).has_value();
}

Node shown(std::string words, Span span) {
  Node map = map_node(span);
  put(map, "shown", text_node(std::move(words), span));
  return map;
}

/// Every place where a range may be cut in two: " - ", "–", " to ".
std::optional<std::string> loose_range(std::string_view text) {
  for (const std::string_view joint : {" - ", " – ", " — ", "–", "—", " to ", " until ", "/", "-"}) {
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos || text.find(joint, at + joint.size()) != std::string_view::npos) continue;
    const auto start = loose_date(text.substr(0, at));
    const auto end = loose_date(text.substr(at + joint.size()));
    if (!start || !end) continue;
    std::string range = *start + "/" + *end;
    if (is_good(range)) return range;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> loose_date(std::string_view text) {
  text = trim(text);
  while (text.ends_with('.') || text.ends_with(',')) text.remove_suffix(1);
  const std::string lower = to_lower_ascii(text);
  if (std::find(kPresent.begin(), kPresent.end(), lower) != kPresent.end()) return "present";
  const std::size_t time = lower.find('t');  // 2014-06-29T10:00:00Z
  const bool timed = time == 10 && is_digit(lower[0]) && is_digit(lower[9]);
  const std::vector<std::string> words = words_of(timed ? text.substr(0, time) : text);
  std::optional<std::string> date = of_numbers(words);
  if (!date) date = of_words(words);
  return date && is_good(*date) ? date : std::nullopt;
}

Node loose_dates(const Node& written, Diagnostics& diagnostics) {
  if (!written.is_scalar()) {
    diagnostics.warn(written.span, "a date that is " + std::string(describe(written.kind)) + " is not carried over").code = Code::not_carried_over;
    return {};
  }
  const std::string text(trim(written.text));
  std::optional<std::string> date = is_good(text) ? text : loose_date(text);
  if (date == "present") date.reset();
  if (!date) date = loose_range(text);
  if (date) return text_node(*date, written.span);
  return shown(without_markup(text, written.span, diagnostics), written.span);
}

Node loose_dates_between(const Node* start, const Node* end, Diagnostics& diagnostics) {
  if (!start || !start->is_scalar()) return end ? loose_dates(*end, diagnostics) : Node{};
  const std::string from(trim(start->text)), to(end && end->is_scalar() ? trim(end->text) : "present");
  const auto first = loose_date(from), last = loose_date(to);
  if (first && last && *first != "present") {
    const std::string range = *first == *last ? *first : *first + "/" + *last;
    if (is_good(range)) return text_node(range, start->span);
    diagnostics.warn(end ? end->span : start->span, "these dates end before they start; they are shown as they are written").code = Code::bad_date;
  }
  return shown(without_markup(end ? from + " – " + to : from, start->span, diagnostics), start->span);
}

}  // namespace galley
