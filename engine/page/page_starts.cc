#include <algorithm>
#include <cmath>

#include "page/paginate.h"

namespace galley {
namespace {

/// Lines (the unit of break costs) as a length, so that costs and white space add up exactly.
Length as_length(double lines, Length leading) { return Length::from_points(lines * leading.points()); }

/// The best way to set lines i … on pages of their own.
struct Way {
  Length cost;
  std::size_t next = 0;    ///< the line that begins the page after the first
  bool fits = true;        ///< the first page's lines do
};

class Breaker {
 public:
  Breaker(std::span<const FlowLine> lines, const Frame& frame, const BreakRules& breaks)
      : lines_(lines), frame_(frame), rules_(breaks), page_cost_(as_length(breaks.page, frame.leading)), ways_(lines.size() + 1) {
    for (std::size_t i = lines.size(); i-- > 0;) ways_[i] = way_from(i, frame.top + std::max(frame.first_line, lines[i].rise));
  }

  std::vector<std::size_t> starts(std::optional<Entrance> entrance) const {
    std::vector<std::size_t> starts;
    std::size_t at = 0;
    if (entrance && !lines_.empty()) {
      starts.push_back(0);
      const Way here = way_from(0, entrance->baseline);
      const bool waits = entrance->may_wait && (!here.fits || here.cost > cost_of_waiting(*entrance));
      at = waits ? 0 : here.next;
    }
    for (; at < lines_.size(); at = ways_[at].next) starts.push_back(at);
    return starts;
  }

 private:
  /// With line i on the baseline y of a page.
  [[nodiscard]] Way way_from(std::size_t i, Length y) const {
    Way best;
    Length lowest = y + lines_[i].hang;
    bool found = false;
    for (std::size_t j = i + 1; j <= lines_.size(); ++j) {
      // Lines i … j-1 are on the page. Only the first may stand too low.
      if (j > i + 1) {
        y += lines_[j - 1].step;
        lowest = std::max(lowest, y + lines_[j - 1].hang);
        if (lowest > frame_.lowest && found) break;
      }
      const bool is_last = j == lines_.size();
      const bool is_forced = !is_last && lines_[j].begins != Begins::anywhere;
      if (!is_last && !is_forced && std::isinf(lines_[j].break_cost)) continue;
      Length cost = ways_[j].cost + page_cost_;
      if (is_last) cost += shortness_of_last_page(i, y);
      else if (!is_forced) cost += break_before(j, y + lines_[j].step);
      const bool fits = lowest <= frame_.lowest;
      if (!found || cost <= best.cost) best = {cost, j, fits};
      found = true;
      if (!fits || is_forced) break;
    }
    return best;
  }

  /// What a break before line j costs, which would otherwise stand on the baseline y. White that would stand before it anyway
  /// is no waste: so the white of all pages but the last adds up to the same sum wherever the pages between are cut, and only
  /// what the break costs and what the last page takes decide.
  [[nodiscard]] Length break_before(std::size_t j, Length y) const {
    return as_length(lines_[j].break_cost, frame_.leading) + (frame_.lowest - y) + unevenness(frame_.lowest - y);
  }

  /// A page that is left a third empty looks worse than three that are a tenth.
  [[nodiscard]] Length unevenness(Length white) const {
    const double height = (frame_.lowest - frame_.top - frame_.first_line).points(), share = white.points() / height;
    return rules_.white > 0 && share > 0 ? Length::from_points(rules_.white * share * share * height) : Length{};
  }

  /// Of one that line i begins and that ends on the baseline y.
  [[nodiscard]] Length shortness_of_last_page(std::size_t i, Length y) const {
    const bool is_short = y - frame_.top - frame_.first_line < frame_.leading * (rules_.last_page - 1);
    return i > 0 && is_short ? as_length(rules_.short_last_page, frame_.leading) : Length{};
  }

  [[nodiscard]] Length cost_of_waiting(const Entrance& entrance) const {
    return ways_[0].cost + page_cost_ + as_length(entrance.break_cost, frame_.leading) + break_before(0, entrance.baseline);
  }

  std::span<const FlowLine> lines_;
  const Frame& frame_;
  const BreakRules& rules_;
  Length page_cost_;
  std::vector<Way> ways_;  ///< by first line; the last is that of no lines
};

}  // namespace

std::vector<std::size_t> page_starts(std::span<const FlowLine> lines, const Frame& frame, const BreakRules& breaks, std::optional<Entrance> entrance) {
  return Breaker(lines, frame, breaks).starts(entrance);
}

}  // namespace galley
