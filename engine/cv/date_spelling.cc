#include "cv/date_spelling.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/numbers.h"
#include "cv/reading.h"

namespace galley {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 5> kSeasons = {"spring", "summer", "autumn", "fall", "winter"};
constexpr std::array<std::string_view, 6> kNow = {"present", "now", "today", "current", "ongoing", "date"};
constexpr std::array<std::string_view, 4> kBetween = {" to ", " until ", "–", " - "};

/// "sep", "sept." and "september" are the ninth; 0: no month.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i].starts_with(word) || (word == "sept" && i == 8)) return static_cast<int>(i) + 1;
  return 0;
}

template <typename Names>
bool is_one_of(std::string_view word, const Names& names) {
  return std::find(names.begin(), names.end(), word) != names.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(" ,./-", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(" ,./-", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// One date, in lower case; empty where it is not clear.
std::string one_date(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() == 1 && is_one_of(words[0], kNow)) return "present";
  std::optional<int> year, month, day;
  std::string season;
  std::vector<int> small;
  for (const std::string_view word : words) {
    const auto number = parse_whole(word);
    if (number && word.size() == 4 && !year) year = number;
    else if (number && word.size() <= 2 && *number > 0) small.push_back(*number);
    else if (const int named = month_of(word); named > 0 && !month) month = named;
    else if (is_one_of(word, kSeasons) && season.empty()) season = word;
    else return {};
  }
  if (!year || *year < 1000) return {};
  if (!season.empty()) return month || !small.empty() ? std::string() : std::to_string(*year) + "-" + season;
  const bool day_first = text.find('.') != std::string_view::npos;  // 31.12.2016; with strokes either may be first
  if (small.size() == 1 && month) day = small[0];
  else if (small.size() == 1) month = small[0];
  else if (small.size() == 2 && !month && (day_first || small[0] > 12)) day = small[0], month = small[1];
  else if (!small.empty()) return {};
  if ((month && *month > 12) || (day && *day > 31)) return {};
  return std::to_string(*year) + (month ? "-" + two_digits(*month) : "") + (day ? "-" + two_digits(*day) : "");
}

}  // namespace

std::string our_spelling(std::string_view written) {
  const std::string text = to_lower_ascii(trim(written));
  for (const std::string_view between : kBetween) {
    const std::size_t at = text.find(between);
    if (at == std::string::npos) continue;
    const std::string start = one_date(std::string_view(text).substr(0, at)), end = one_date(std::string_view(text).substr(at + between.size()));
    return start.empty() || end.empty() || start == "present" ? std::string() : start + "/" + end;
  }
  return one_date(text);
}

}  // namespace galley
