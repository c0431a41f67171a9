// Values that requests are made of, and how to get them from text as users write it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "galley/message.h"

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

/// In what a PDF states its colours.
enum class Inks : std::uint8_t { rgb, grey, cmyk };

/// What PDF/A asks for, each level with all that those before it do.
enum class ArchiveLevel : std::uint8_t {
  none,
  b,  ///< looks the same in every reader and in years to come
  u,  ///< and its text can be searched and copied
  a,  ///< and has its structure
};

enum class ArchivePart : std::uint8_t { two = 2, three = 3 };

/// What a PDF promises: PDF/UA-1 (ISO 14289-1, for people who have it read to them) and PDF/A (for archives), the latter in part 2
/// (ISO 19005-2) or 3 (ISO 19005-3: the same, but files may be attached) and one of three levels. A file can be both UA and A.
struct Standards {
  bool ua1 = true;
  ArchiveLevel archive = ArchiveLevel::a;
  ArchivePart part = ArchivePart::two;
  bool operator==(const Standards&) const = default;
};

/// What a text stands for; or the message that says why it stands for nothing.
template <typename Value>
struct Parsed {
  std::optional<Value> value;
  Message problem = {};
};

/// "ua1", "a2a", "a2b", "a2u", "a3a", "a3b", "a3u", or "ua1" and one of the others joined by ',' or '+'; "none".
Parsed<Standards> standards_from(std::string_view names);
/// "rgb", "grey" or "cmyk".
Parsed<Inks> inks_from(std::string_view name);
/// A number and its unit: "3mm", "-1.5pt", "2cm", "1in".
Parsed<Length> length_from(std::string_view text);

}  // namespace galley
