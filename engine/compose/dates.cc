#include "compose/dates.h"

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
  return fill(chosen, {{"{year}", std::to_string(date.year)},
                       {"{season}", season},
                       {"{month}", month_of(date.day ? language.months_with_day : language.months)},
                       {"{mon}", month_of(language.months_short)},
                       {"{day}", date.day ? std::to_string(*date.day) : std::string()}});
}

}  // namespace

std::string format_dates(const Dates& dates, const DateFormat& format, const Language& language) {
  if (!dates.wording.empty()) return dates.wording;
  std::string all;
  for (const DateRange& range : dates.ranges) {
    std::string text = format_date(range.start, format, language);
    if (range.end) text = fill(format.range, {{"{start}", text}, {"{end}", format_date(*range.end, format, language)}});
    all += (all.empty() ? "" : format.between) + text;
  }
  return all;
}

}  // namespace galley
