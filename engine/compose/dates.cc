#include "compose/dates.h"

#include <algorithm>

#include "base/fill.h"

namespace galley {
namespace {

constexpr std::string_view kYear = "{year}";

/// The language's own, or else the layout's.
const std::string& pattern_of(const Date& date, const DateFormat& format, const Language& language) {
  const auto pattern = [](const std::string& own, const std::string& usual) -> const std::string& { return own.empty() ? usual : own; };
  const Language::DatePatterns& own = language.dates;
  return date.season  ? pattern(own.season, format.season)
         : date.day   ? pattern(own.day, format.day)
         : date.month ? pattern(own.month, format.month)
                      : pattern(own.year, format.year);
}

/// "{mon} {year}" -> "{mon}"; a pattern that does not end with the year stays whole.
std::string without_last_year(const std::string& pattern) {
  const std::size_t year = pattern.rfind(kYear);
  if (year == std::string::npos || pattern.find('{', year + 1) != std::string::npos) return pattern;
  const std::size_t before = pattern.rfind('}', year);
  return before == std::string::npos ? pattern : pattern.substr(0, before + 1);
}

/// "{year}年{mon}" -> "{mon}"; a pattern that does not begin with the year stays whole.
std::string without_first_year(const std::string& pattern) {
  const std::size_t next = pattern.find('{', pattern.find('{') + 1);
  return pattern.find(kYear) != pattern.find('{') || next == std::string::npos ? pattern : pattern.substr(next);
}

std::string format_date(const Date& date, const std::string& pattern, const Language& language) {
  if (date.is_present) return language.present;
  const bool has_day_form = date.day && !language.months_with_day.front().empty();
  const auto month_of = [&](const auto& names) { return date.month ? names.at(static_cast<std::size_t>(*date.month - 1)) : std::string(); };
  // A short name that is the whole one (май) is declined like it: 5 мая.
  const bool is_whole = has_day_form && month_of(language.months_short) == month_of(language.months);
  const std::string season = date.season ? language.seasons.at(static_cast<std::size_t>(*date.season)) : std::string();
  return (date.is_approximate ? "~" : "") + fill(pattern, {{kYear, std::to_string(date.year)},
                       {"{season}", season},
                       {"{month}", month_of(has_day_form ? language.months_with_day : language.months)},
                       {"{mon}", month_of(is_whole ? language.months_with_day : language.months_short)},
                       {"{day}", date.day ? std::to_string(*date.day) : std::string()}});
}

/// A hyphen between two numbers of four digits.
bool parts_years(std::string_view text, std::size_t hyphen) {
  constexpr std::size_t kLength = 4;
  const auto digits = [&](std::size_t begin, std::size_t count) {
    const std::string_view part = text.substr(std::min(begin, text.size()), count);
    return static_cast<std::size_t>(std::count_if(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; }));
  };
  if (hyphen < kLength || hyphen >= text.size() || text[hyphen] != '-') return false;
  const bool more_before = hyphen > kLength && digits(hyphen - kLength - 1, 1) == 1, more_after = digits(hyphen + 1 + kLength, 1) == 1;
  return digits(hyphen - kLength, kLength) == kLength && digits(hyphen + 1, kLength) == kLength && !more_before && !more_after;
}

/// "Jun 2020 –Sep 2020" with the range's own dash and spaces. A hyphen without spaces may belong to a word, and stays, unless it
/// stands between two years.
std::string with_dashes_of(const DateFormat& format, const std::string& wording) {
  const std::string dash = fill(format.range, {{"{start}", ""}, {"{end}", ""}});
  std::string out;
  for (std::size_t at = 0; at < wording.size();) {
    std::size_t begin = wording.find_first_not_of(' ', at);
    if (begin == std::string::npos) begin = wording.size();
    const std::string_view rest = std::string_view(wording).substr(begin);
    const std::size_t length = rest.starts_with("–") || rest.starts_with("—") ? 3 : (begin > at && rest.starts_with("- ")) || parts_years(wording, begin) ? 1 : 0;
    if (length > 0 && !out.empty()) {
      out += dash;
      at = std::min(wording.find_first_not_of(' ', begin + length), wording.size());
    } else {
      out += wording.substr(at, begin + 1 - at);
      at = begin + 1;
    }
  }
  return out;
}

/// In the language's order: "Jun – Sep 2020", "2020年6月 – 9月".
std::string format_range(const DateRange& range, const DateFormat& format, const Language& language) {
  std::string start = pattern_of(range.start, format, language);
  if (!range.end) return format_date(range.start, start, language);
  std::string end = pattern_of(*range.end, format, language);
  if (format.year_once && range.is_within_a_year()) {
    const std::string shorter = without_last_year(start);
    if (shorter == start) end = without_first_year(end);
    start = shorter;
  }
  return fill(format.range, {{"{start}", format_date(range.start, start, language)}, {"{end}", format_date(*range.end, end, language)}});
}

}  // namespace

std::string format_dates(const Dates& dates, const DateFormat& format, const Language& language, DashesOf dashes) {
  if (!dates.wording.empty()) return dashes == DashesOf::author ? dates.wording : with_dashes_of(format, dates.wording);
  std::string all;
  for (const DateRange& range : dates.ranges) all += (all.empty() ? "" : format.between) + format_range(range, format, language);
  return all;
}

}  // namespace galley
