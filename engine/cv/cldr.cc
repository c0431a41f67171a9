#include "cv/cldr.h"

#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <array>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace galley {
namespace {

using Bundle = std::unique_ptr<UResourceBundle, decltype(&ures_close)>;
using LocaleName = std::array<char, ULOC_FULLNAME_CAPACITY>;

std::string utf8_of(const UChar* text, std::int32_t length) {
  constexpr std::size_t kLongest = 256;  // bytes: a pattern, a name
  std::array<char, kLongest> bytes{};
  std::int32_t written = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &written, text, length, &error);
  return U_SUCCESS(error) ? std::string(bytes.data(), static_cast<std::size_t>(written)) : std::string();
}

/// "sr_Cyrl_RS", "sr_Cyrl", "sr" of "sr-Cyrl-RS"; no root.
std::vector<std::string> locales_of(const std::string& tag) {
  std::vector<std::string> all;
  UErrorCode error = U_ZERO_ERROR;
  LocaleName locale{};
  uloc_forLanguageTag(tag.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), nullptr, &error);
  while (U_SUCCESS(error) && locale.front() != '\0') {
    all.emplace_back(locale.data());
    LocaleName parent{};
    uloc_getParent(locale.data(), parent.data(), static_cast<std::int32_t>(parent.size()), &error);
    locale = parent;
  }
  return all;
}

/// A resource that this locale has of its own.
Bundle own(const std::string& locale, std::initializer_list<const char*> path) {
  UErrorCode error = U_ZERO_ERROR;
  Bundle bundle(ures_openDirect(nullptr, locale.c_str(), &error), &ures_close);
  for (const char* key : path) {
    if (U_FAILURE(error)) break;
    bundle = Bundle(ures_getByKey(bundle.get(), key, nullptr, &error), &ures_close);
  }
  return U_SUCCESS(error) ? std::move(bundle) : Bundle(nullptr, &ures_close);
}

std::string text_of(const Bundle& table, const char* key) {
  if (!table) return {};
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t length = 0;
  const UChar* text = ures_getStringByKey(table.get(), key, &length, &error);
  return U_SUCCESS(error) ? utf8_of(text, length) : std::string();
}

using Months = std::array<std::string, 12>;

bool read_months(const std::vector<std::string>& locales, const char* use, const char* width, Months& months) {
  for (const std::string& locale : locales) {
    const Bundle names = own(locale, {"calendar", "gregorian", "monthNames", use, width});
    if (!names || ures_getSize(names.get()) < static_cast<std::int32_t>(months.size())) continue;
    for (std::size_t i = 0; i < months.size(); ++i) {
      UErrorCode error = U_ZERO_ERROR;
      std::int32_t length = 0;
      const UChar* text = ures_getStringByIndex(names.get(), static_cast<std::int32_t>(i), &length, &error);
      if (U_SUCCESS(error)) months.at(i) = utf8_of(text, length);
    }
    return true;
  }
  return false;
}

/// "d MMM y" (UTS 35) as "{day} {mon} {year}"; empty if it has a field that we have no word for.
std::string our_pattern(std::string_view cldr) {
  std::string out;
  bool quoted = false;
  for (std::size_t at = 0; at < cldr.size();) {
    const char c = cldr[at];
    std::size_t end = at + 1;
    while (end < cldr.size() && cldr[end] == c) ++end;
    const std::size_t count = end - at;
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '\'') {
      quoted = !quoted;
      end = at + 1;
    } else if (quoted || !is_letter) {
      out += cldr.substr(at, count);
    } else if (c == 'y') {
      out += "{year}";
    } else if (c == 'd') {
      out += "{day}";
    } else if ((c == 'M' || c == 'L') && count >= 3) {
      out += count == 3 ? "{mon}" : "{month}";
    } else {
      return {};
    }
    at = end;
  }
  return out;
}

std::string pattern_of(const std::vector<std::string>& locales, const char* skeleton) {
  for (const std::string& locale : locales)
    if (const std::string text = text_of(own(locale, {"calendar", "gregorian", "availableFormats"}), skeleton); !text.empty()) return our_pattern(text);
  return {};
}

}  // namespace

void add_quotes(const std::string& tag, Language::Marks& marks) {
  std::vector<std::string> locales = locales_of(tag);
  locales.emplace_back("root");
  for (const std::string& locale : locales) {
    const Bundle table = own(locale, {"delimiters"});
    for (const auto& [key, mark] : {std::pair{"quotationStart", &marks.open}, std::pair{"quotationEnd", &marks.close},
                                    std::pair{"alternateQuotationStart", &marks.inner_open}, std::pair{"alternateQuotationEnd", &marks.inner_close}})
      if (mark->empty()) *mark = text_of(table, key);
  }
}

void add_months(const std::string& tag, Language& language) {
  const bool has_months = !language.months.front().empty(), has_short = !language.months_short.front().empty();
  if (has_months && has_short) return;
  const std::vector<std::string> locales = locales_of(tag);
  Months with_day;
  if (!has_months && read_months(locales, "format", "wide", with_day)) {
    language.months = with_day;
    if (language.months_with_day.front().empty()) language.months_with_day = with_day;
    read_months(locales, "stand-alone", "wide", language.months);
  }
  if (!has_short && !read_months(locales, "format", "abbreviated", language.months_short)) language.months_short = language.months;
}

bool put_months(const std::string& tag, Language& language) {
  const std::vector<std::string> locales = locales_of(tag);
  Months months;
  if (!read_months(locales, "format", "wide", months)) return false;
  language.months = language.months_short = language.months_with_day = {};
  add_months(tag, language);
  language.dates.month = pattern_of(locales, "yMMM");
  language.dates.day = pattern_of(locales, "yMMMd");
  return true;
}

}  // namespace galley
