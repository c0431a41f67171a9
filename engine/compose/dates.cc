#include "compose/dates.h"

namespace galley {
namespace {

void replace(std::string& text, std::string_view name, std::string_view value) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
    text.replace(at, name.size(), value);
}

std::string format_date(const Date& date, const DateFormat& format, const Language& language) {
  if (date.is_present) return language.present;
  const auto pattern = [&](const std::string& own, const std::string& usual) { return own.empty() ? usual : own; };
  const Language::DatePatterns& own = language.dates;
  std::string text = date.season  ? pattern(own.season, format.season)
                     : date.day   ? pattern(own.day, format.day)
                     : date.month ? pattern(own.month, format.month)
                                  : pattern(own.year, format.year);
  replace(text, "{year}", std::to_string(date.year));
  if (date.day) replace(text, "{day}", std::to_string(*date.day));
  if (date.season) replace(text, "{season}", language.seasons.at(static_cast<std::size_t>(*date.season)));
  if (date.month) {
    const auto index = static_cast<std::size_t>(*date.month - 1);
    replace(text, "{month}", language.months.at(index));
    replace(text, "{mon}", language.months_short.at(index));
  }
  return text;
}

}  // namespace

std::string format_dates(const Dates& dates, const DateFormat& format, const Language& language) {
  if (!dates.wording.empty()) return dates.wording;
  std::string all;
  for (const DateRange& range : dates.ranges) {
    std::string text = format_date(range.start, format, language);
    if (range.end) {
      std::string pattern = format.range;
      replace(pattern, "{start}", text);
      replace(pattern, "{end}", format_date(*range.end, format, language));
      text = std::move(pattern);
    }
    all += (all.empty() ? "" : format.between) + text;
  }
  return all;
}

}  // namespace galley
