#include "compose/dates.h"

#include <algorithm>

#include "base/fill.h"

namespace galley {
namespace {

std::string format_date(const Date& date, const DateFormat& format, const Language& language) {
  if (date.is_present) return language.present;
  const auto pattern = [](const std::string& own, const std::string& usual) -> const std::string& { return own.empty() ? usual : own; };
  const Language::DatePatterns& own = language.dates;
  const std::string& chosen = date.season  ? pattern(own.season, format.season)
                              : date.day   ? pattern(own.day, format.day)
                              : date.month ? pattern(own.month, format.month)
                                           : pattern(own.year, format.year);
  const auto month_of = [&](const auto& names) { return date.month ? names.at(static_cast<std::size_t>(*date.month - 1)) : std::string(); };
  const std::string season = date.season ? language.seasons.at(static_cast<std::size_t>(*date.season)) : std::string();
  return (date.is_approximate ? "~" : "") + fill(chosen, {{"{year}", std::to_string(date.year)},
                       {"{season}", season},
                       {"{month}", month_of(date.day && !language.months_with_day.front().empty() ? language.months_with_day : language.months)},
                       {"{mon}", month_of(language.months_short)},
                       {"{day}", date.day ? std::to_string(*date.day) : std::string()}});
}

/// "Jun 2020 –Sep 2020" with the range's own dash and spaces. A hyphen without spaces may belong to a word, and stays.
std::string with_dashes_of(const DateFormat& format, const std::string& wording) {
  const std::string dash = fill(format.range, {{"{start}", ""}, {"{end}", ""}});
  std::string out;
  for (std::size_t at = 0; at < wording.size();) {
    std::size_t begin = wording.find_first_not_of(' ', at);
    if (begin == std::string::npos) begin = wording.size();
    const std::string_view rest = std::string_view(wording).substr(begin);
    const std::size_t length = rest.starts_with("–") || rest.starts_with("—") ? 3 : begin > at && rest.starts_with("- ") ? 1 : 0;
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

}  // namespace

std::string format_dates(const Dates& dates, const DateFormat& format, const Language& language, DashesOf dashes) {
  if (!dates.wording.empty()) return dashes == DashesOf::author ? dates.wording : with_dashes_of(format, dates.wording);
  std::string all;
  for (const DateRange& range : dates.ranges) {
    std::string text = format_date(range.start, format, language);
    if (range.end) text = fill(format.range, {{"{start}", text}, {"{end}", format_date(*range.end, format, language)}});
    all += (all.empty() ? "" : format.between) + text;
  }
  return all;
}

}  // namespace galley
