// Lengths as integers (galley/values.h), so that line and page breaks never hang on floating point.
//
//   constexpr Length gap = 18_mm - 2_pt;
//   Length advance = (0.25_em).at(style.size);    // Em x size -> Length; Length x Length does not compile
#pragma once

#include <compare>
#include <cstdint>

#include "galley/values.h"

namespace galley {

/// A length relative to a type size, in 1/65536 em.
class Em {
 public:
  constexpr Em() = default;
  static constexpr Em from_double(double em) {
    Em result;
    const double scaled = em * kUnitsPerEm;
    result.units_ = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    return result;
  }
  [[nodiscard]] constexpr double value() const { return static_cast<double>(units_) / kUnitsPerEm; }
  [[nodiscard]] constexpr Length at(Length size) const { return size.times(units_, kUnitsPerEm); }
  constexpr auto operator<=>(const Em&) const = default;

 private:
  static constexpr std::int64_t kUnitsPerEm = 65536;
  std::int64_t units_ = 0;
};

inline namespace literals {
constexpr Length operator""_pt(long double points) { return Length::from_points(static_cast<double>(points)); }
constexpr Length operator""_pt(unsigned long long points) { return Length::from_points(static_cast<double>(points)); }
constexpr Length operator""_mm(long double mm) { return Length::from_points(static_cast<double>(mm) * 72.0 / 25.4); }
constexpr Length operator""_mm(unsigned long long mm) { return Length::from_points(static_cast<double>(mm) * 72.0 / 25.4); }
constexpr Em operator""_em(long double em) { return Em::from_double(static_cast<double>(em)); }
constexpr Em operator""_em(unsigned long long em) { return Em::from_double(static_cast<double>(em)); }
}  // namespace literals

}  // namespace galley
