// What a language says: names of months and seasons, "present", and phrases. Data: data/languages/*.yaml.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/styled_text.h"
#include "source/node.h"

namespace galley {

struct Language {
  std::string tag = "en";  ///< BCP 47
  std::array<std::string, 12> months, months_short;  ///< empty: CLDR's, see cldr.h
  std::array<std::string, 12> months_with_day;  ///< "12 maja"; empty: as `months`
  std::array<std::string, 4> seasons;  ///< spring, summer, autumn, winter
  std::string present;
  bool right_to_left = false;
  /// How the language writes a date, where a layout's pattern would be wrong ("{mon} {year}"); empty: as the layout says.
  struct DatePatterns {
    std::string year, month, day, season;
  };
  DatePatterns dates;
  TextUsage usage;
  /// What straight quotes of a text become, and where a narrow no-break space stands. Quotes: CLDR's, unless a file says others.
  struct Marks {
    std::string open, close, inner_open, inner_close;
    std::string narrow_before;   ///< characters before which it does: ";:!?"
    bool narrow_inside = false;  ///< it does inside quotes
    bool full_spaces = false;    ///< there stand no-break spaces as wide as others
  };
  Marks marks;
  /// Marks that layouts write between fields, and what this language writes instead: ", " is "、" in Japanese.
  std::map<std::string, std::string, std::less<>> punctuation;
  /// A phrase by name; several forms by number where they differ ("one", "other").
  struct Phrase {
    std::string one, other;
  };
  std::map<std::string, Phrase, std::less<>> phrases;

  /// nullptr when the language has no such phrase.
  [[nodiscard]] const Phrase* phrase(std::string_view name) const;
};

std::optional<Language> read_language(const Node& root, Diagnostics& diagnostics);

}  // namespace galley
