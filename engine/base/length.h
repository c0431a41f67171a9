// Lengths as integers, so that line and page breaks never hang on floating point.
//
//   constexpr Length gap = 18_mm - 2_pt;
//   Length advance = (0.25_em).at(style.size);    // Em x size -> Length; Length x Length does not compile
#pragma once

#include <compare>
#include <cstdint>

namespace galley {

/// A distance, stored in 1/65536 of a point (TeX's "scaled point", here over the PDF point of 1/72 inch).
/// Range: about +-1.4e14 pt, so sums over a whole document cannot overflow.
class Length {
 public:
  constexpr Length() = default;

  /// Nearest representable length. `points` must be finite; readers check that before they call.
  static constexpr Length from_points(double points) {
    const double scaled = points * kUnitsPerPoint;
    return from_scaled(static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5));
  }
  static constexpr Length from_scaled(std::int64_t units) {
    Length length;
    length.units_ = units;
    return length;
  }

  [[nodiscard]] constexpr std::int64_t scaled() const { return units_; }
  [[nodiscard]] constexpr double points() const { return static_cast<double>(units_) / kUnitsPerPoint; }

  /// This length times numerator / denominator, rounded to nearest (halves away from zero). `denominator` > 0.
  [[nodiscard]] constexpr Length times(std::int64_t numerator, std::int64_t denominator) const {
    const std::int64_t product = units_ * numerator;
    const std::int64_t half = denominator / 2;
    return from_scaled((product < 0 ? product - half : product + half) / denominator);
  }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return from_scaled(-units_); }
  constexpr Length& operator+=(Length other) { units_ += other.units_; return *this; }
  constexpr Length& operator-=(Length other) { units_ -= other.units_; return *this; }
  friend constexpr Length operator+(Length a, Length b) { return from_scaled(a.units_ + b.units_); }
  friend constexpr Length operator-(Length a, Length b) { return from_scaled(a.units_ - b.units_); }
  friend constexpr Length operator*(Length a, std::int64_t times) { return from_scaled(a.units_ * times); }
  friend constexpr Length operator/(Length a, std::int64_t parts) { return a.times(1, parts); }

 private:
  static constexpr double kUnitsPerPoint = 65536.0;
  std::int64_t units_ = 0;
};

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
