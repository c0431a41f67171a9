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
    path_.push_back({kind, point(end), {}, {}});
    pen_ = end;
  }

  void curve(const Spot& first, const Spot& second, const Spot& end) {
    path_.push_back({PathStep::Kind::curve, point(end), point(first), point(second)});
    pen_ = end;
  }

  /// SVG 1.1, F.6.5: from two ends to the centre; then a curve for each quarter.
  void arc(const Spot& from) {
    double rx = std::abs(scan_.number()), ry = std::abs(scan_.number());
    const double tilt = scan_.number() * std::numbers::pi / 180;
    const bool large = scan_.flag(), sweep = scan_.flag();
    const Spot end = from + pair(), begin = pen_;
    if (!scan_.good) return;
    if (rx == 0 || ry == 0) return to(PathStep::Kind::line, end);
    const auto turned = [&](const Spot& spot, double angle) {
      return Spot{spot.x * std::cos(angle) - spot.y * std::sin(angle), spot.x * std::sin(angle) + spot.y * std::cos(angle)};
    };
    const Spot half = turned((begin - end) * 0.5, -tilt);
    const double stretch = std::sqrt(std::max(1.0, half.x * half.x / (rx * rx) + half.y * half.y / (ry * ry)));
    rx *= stretch;
    ry *= stretch;
    const double below = rx * rx * half.y * half.y + ry * ry * half.x * half.x;
    if (below == 0) return;  // both ends are one point: nothing to draw
    const double far = std::sqrt(std::max(0.0, rx * rx * ry * ry - below) / below) * (large == sweep ? -1 : 1);
    const Spot middle{far * rx * half.y / ry, -far * ry * half.x / rx};
    const Spot centre = turned(middle, tilt) + (begin + end) * 0.5;
    const double first = std::atan2((half.y - middle.y) / ry, (half.x - middle.x) / rx);
    double sweep_angle = std::atan2((-half.y - middle.y) / ry, (-half.x - middle.x) / rx) - first;
    if (sweep && sweep_angle < 0) sweep_angle += 2 * std::numbers::pi;
    if (!sweep && sweep_angle > 0) sweep_angle -= 2 * std::numbers::pi;
    const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(sweep_angle) / (std::numbers::pi / 2) - 1e-9)));
    const double angle = sweep_angle / parts, reach = 4.0 / 3 * std::tan(angle / 4);
    const auto on = [&](double x, double y) { return centre + turned({rx * x, ry * y}, tilt); };
    for (int i = 0; i < parts; ++i) {
      const double a = first + angle * i, b = a + angle;
      curve(on(std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a)),
            on(std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b)), i + 1 == parts ? end : on(std::cos(b), std::sin(b)));
    }
  }

  Scanner scan_;
  Icon path_;
  Spot pen_, start_, reflected_;
};

}  // namespace

std::optional<Icon> parse_icon_path(std::string_view data) { return PathReader(data).read(); }

}  // namespace galley
