#include "layout/icon_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "base/numbers.h"

namespace galley {
namespace {

struct Spot {
  double x = 0, y = 0;
  Spot operator+(const Spot& other) const { return {x + other.x, y + other.y}; }
  Spot operator-(const Spot& other) const { return {x - other.x, y - other.y}; }
  Spot operator*(double factor) const { return {x * factor, y * factor}; }
};

Point point(const Spot& spot) { return {Length::from_points(spot.x), Length::from_points(spot.y)}; }

constexpr double kFarthest = 1000;

// Drawings are part of the output, whose bytes are the same everywhere. IEEE 754 says to the last bit what + - * / and
// the square root give, but not what a sine is: so angles are directions here, of length 1.

Spot unit(const Spot& spot) { return spot * (1 / std::sqrt(spot.x * spot.x + spot.y * spot.y)); }

/// `spot` turned by the angle from the x axis to `by`.
Spot turned(const Spot& spot, const Spot& by) {
  return {spot.x * by.x - spot.y * by.y, spot.x * by.y + spot.y * by.x};
}

/// The direction of an angle: whole quarters as they are, the rest by Taylor's series.
Spot direction(double degrees) {
  constexpr double kQuarter = 90;
  const double quarters = std::floor(degrees / kQuarter);
  const double angle = (degrees - quarters * kQuarter) * std::numbers::pi / 180;
  double cosine = 0, sine = 0, term = 1;  // term: angle^n / n!
  constexpr int kTerms = 24;              // the next is below 1e-19
  for (int n = 0; n < kTerms; ++n) {
    (n % 2 == 0 ? cosine : sine) += n % 4 < 2 ? term : -term;
    term = term * angle / (n + 1);
  }
  Spot spot = unit({cosine, sine});
  for (int i = 0; i < (static_cast<int>(quarters) % 4 + 4) % 4; ++i) spot = {-spot.y, spot.x};
  return spot;
}

/// Reads letters and numbers: "M2-5.5.5" is M, 2, -5.5, 0.5.
class Scanner {
 public:
  explicit Scanner(std::string_view data) : data_(data) {}

  bool at_end() {
    skip();
    return at_ == data_.size();
  }
  /// A command's letter, or 0 where a number stands.
  char letter() {
    skip();
    const char c = at_ < data_.size() ? data_[at_] : 0;
    if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) return 0;
    ++at_;
    return c;
  }
  double number() {
    skip();
    const std::size_t begin = at_;
    bool point = false;
    while (at_ < data_.size()) {
      const char c = data_[at_];
      const bool sign = (c == '-' || c == '+') && at_ == begin, dot = c == '.' && !point;
      if (!sign && !dot && (c < '0' || c > '9')) break;
      point = point || dot;
      ++at_;
    }
    std::string text(data_.substr(begin, at_ - begin));
    if (text.starts_with('+')) text.erase(0, 1);
    const std::size_t digits = text.starts_with('-') ? 1 : 0;
    if (text.size() > digits && text[digits] == '.') text.insert(digits, 1, '0');
    const auto value = parse_decimal(text);
    good = good && value && std::abs(*value) <= kFarthest;
    return good ? *value : 0;
  }
  /// Of arcs: 0 or 1, after which the next number may follow at once.
  bool flag() {
    skip();
    const char c = at_ < data_.size() ? data_[at_] : 0;
    good = good && (c == '0' || c == '1');
    if (good) ++at_;
    return c == '1';
  }
  bool good = true;

 private:
  void skip() {
    while (at_ < data_.size() && (data_[at_] == ' ' || data_[at_] == ',' || data_[at_] == '\n')) ++at_;
  }
  std::string_view data_;
  std::size_t at_ = 0;
};

class PathReader {
 public:
  explicit PathReader(std::string_view data) : scan_(data) {}

  std::optional<Icon> read() {
    char command = 0;
    while (scan_.good && !scan_.at_end()) {
      if (const char letter = scan_.letter()) {
        command = letter;
      } else if (command == 'M' || command == 'm') {
        command = command == 'M' ? 'L' : 'l';  // further pairs after a move are lines
      } else if (command == 'Z' || command == 'z') {
        return std::nullopt;
      }
      if (path_.empty() && command != 'M' && command != 'm') return std::nullopt;
      step(command);
    }
    if (!scan_.good || path_.empty()) return std::nullopt;
    return std::move(path_);
  }

 private:
  void step(char command) {
    const bool relative = command >= 'a';
    const Spot from = relative ? pen_ : Spot{};
    const char kind = relative ? static_cast<char>(command - 'a' + 'A') : command;
    const Spot pen = pen_;
    Spot reflected = pen;  // where the next smooth curve's first control point lies
    switch (kind) {
      case 'M': to(PathStep::Kind::move, from + pair()); start_ = pen_; break;
      case 'L': to(PathStep::Kind::line, from + pair()); break;
      case 'H': to(PathStep::Kind::line, {from.x + scan_.number(), pen.y}); break;
      case 'V': to(PathStep::Kind::line, {pen.x, from.y + scan_.number()}); break;
      case 'Z': path_.push_back({PathStep::Kind::close, {}, {}, {}}); pen_ = start_; break;
      case 'C':
      case 'S': {
        const Spot first = kind == 'C' ? from + pair() : reflected_, second = from + pair(), end = from + pair();
        curve(first, second, end);
        reflected = end * 2 - second;
        break;
      }
      case 'Q': {
        const Spot control = from + pair(), end = from + pair();
        curve(pen + (control - pen) * (2.0 / 3), end + (control - end) * (2.0 / 3), end);
        break;
      }
      case 'A': arc(from); break;
      default: scan_.good = false;
    }
    reflected_ = kind == 'C' || kind == 'S' ? reflected : pen_;
  }

  Spot pair() {
    const double x = scan_.number();
    return {x, scan_.number()};
  }

  void to(PathStep::Kind kind, const Spot& end) {
    if (!within_reach(end)) return;
    path_.push_back({kind, point(end), {}, {}});
    pen_ = end;
  }

  void curve(const Spot& first, const Spot& second, const Spot& end) {
    if (!within_reach(first) || !within_reach(second) || !within_reach(end)) return;
    path_.push_back({PathStep::Kind::curve, point(end), point(first), point(second)});
    pen_ = end;
  }

  /// Numbers of the data are near, but relative steps add up and a flat arc's centre may lie anywhere.
  bool within_reach(const Spot& spot) {
    const bool near = std::abs(spot.x) <= kFarthest && std::abs(spot.y) <= kFarthest;  // false for what is no number, too
    scan_.good = scan_.good && near;
    return near;
  }

  /// SVG 1.1, F.6.5: from two ends to the centre; then a curve for each quarter and for the rest.
  void arc(const Spot& from) {
    double rx = std::abs(scan_.number()), ry = std::abs(scan_.number());
    const Spot tilt = direction(scan_.number());
    const bool large = scan_.flag(), sweep = scan_.flag();
    const Spot end = from + pair(), begin = pen_;
    if (!scan_.good) return;
    if (rx == 0 || ry == 0) return to(PathStep::Kind::line, end);
    const Spot half = turned((begin - end) * 0.5, {tilt.x, -tilt.y});
    const double stretch = std::sqrt(std::max(1.0, half.x * half.x / (rx * rx) + half.y * half.y / (ry * ry)));
    rx *= stretch;
    ry *= stretch;
    const double below = rx * rx * half.y * half.y + ry * ry * half.x * half.x;
    if (below == 0) return;  // both ends are one point: nothing to draw
    const double far = std::sqrt(std::max(0.0, rx * rx * ry * ry - below) / below) * (large == sweep ? -1 : 1);
    const Spot middle{far * rx * half.y / ry, -far * ry * half.x / rx};
    const Spot centre = turned(middle, tilt) + (begin + end) * 0.5;
    const auto on = [&](const Spot& unit) { return centre + turned({rx * unit.x, ry * unit.y}, tilt); };
    const double way = sweep ? 1 : -1;
    Spot at = unit({(half.x - middle.x) / rx, (half.y - middle.y) / ry});
    const Spot last = unit({(-half.x - middle.x) / rx, (-half.y - middle.y) / ry});
    for (int quarter = 0; quarter < 4; ++quarter) {
      const double cosine = at.x * last.x + at.y * last.y, sine = way * (at.x * last.y - at.y * last.x);
      constexpr double kNoise = 1e-9;  // a quarter that rounding has made a little longer is still one
      const bool is_rest = sine > 0 && cosine > -kNoise;
      const Spot next = is_rest ? last : Spot{-way * at.y, way * at.x};
      const double half_tangent = is_rest ? sine / (1 + cosine) : 1;
      const double reach = way * 4.0 / 3 * half_tangent / (1 + std::sqrt(1 + half_tangent * half_tangent));
      curve(on({at.x - reach * at.y, at.y + reach * at.x}), on({next.x + reach * next.y, next.y - reach * next.x}),
            is_rest ? end : on(next));
      if (is_rest) return;
      at = next;
    }
  }

  Scanner scan_;
  Icon path_;
  Spot pen_, start_, reflected_;
};

}  // namespace

std::optional<Icon> parse_icon_path(std::string_view data) { return PathReader(data).read(); }

}  // namespace galley
