#include "text/break_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace galley {
namespace {

/// A line without any stretch counts as if this part of its measure could stretch: the emptier, the worse. TeX takes all
/// hopeless lines for equally bad (its inf_bad) and so gives one of them up to save its neighbours; here badness grows on.
constexpr std::int64_t kRigidShare = 128;
/// Demerits of each line where the fewest lines are wanted: more than all other costs of a line together.
constexpr double kFewestLines = 1e9;
/// More line ends than this within one measure are no text; every second one is then forgotten, to bound the time.
constexpr std::size_t kMostActive = 1024;
/// Widths are cut to this, in 1/65536 pt, so that no sum over 2^25 items can overflow.
constexpr std::int64_t kWidest = std::int64_t{1} << 38;

/// Fitness classes (TeX: The Program, section 817), ordered: neighbours may follow each other without demerits.
enum Fitness : std::uint8_t { kTight, kDecent, kLoose, kVeryLoose };
constexpr std::size_t kFitnessClasses = 4;

/// What stands before an item: sums over the items [0, i), in 1/65536 pt.
struct Sums {
  std::int64_t width = 0, stretch = 0, shrink = 0, fills = 0;
  std::int64_t letter_stretch = 0, letter_shrink = 0;
};

/// Hyphenated lines in a row that are told apart: none, one, two or more.
constexpr std::size_t kHyphenRuns = 3;

/// A way to end a line: the best one that leads to `item` with a last line of this fitness class after so many hyphens.
struct Node {
  std::size_t item = 0;
  std::size_t start = 0;     ///< first item of the next line, if that line reaches so far; 0 for the first line only
  std::size_t previous = 0;  ///< index into Search::nodes of the line end before; the first node is its own
  double demerits = 0;       ///< of all lines up to here
  double ratio = 0;          ///< of the line that ends here, as the three that follow
  bool overfull = false;
  bool begins_text = true;   ///< the next line is the first one, or follows a forced break
  std::uint8_t hyphens = 0;  ///< hyphenated lines in a row up to here, below kHyphenRuns
  Fitness fitness = kDecent;
};

/// How a line meets its measure.
struct Fit {
  double ratio = 0, badness = 0;
  Fitness fitness = kDecent;
  bool overfull = false;
};

/// Where a line may end, and what that costs.
struct Chance {
  std::size_t item = 0;
  std::int64_t width = 0;  ///< added to the line: the hyphen
  std::int64_t hang = 0;   ///< how far what ends the line stands out of the measure
  std::int64_t keeps = 0;  ///< of its shrink
  double penalty = 0;
  bool flagged = false, forced = false, last = false;
};

struct Search {
  const std::vector<LineItem>& items;
  const LineGoal& goal;
  double tolerance = 0;
  std::vector<Sums> sums{};             ///< of items.size() + 1
  std::vector<std::size_t> next_box{};  ///< first box at or after each item, or items.size()
  std::vector<Node> nodes{};
  std::vector<std::size_t> active{};  ///< indexes of nodes that a line may still start from, by item
};

std::int64_t bounded(Length length) { return std::clamp(length.scaled(), -kWidest, kWidest); }

void add_up(Search& search) {
  const std::size_t count = search.items.size();
  search.sums.resize(count + 1);
  search.next_box.resize(count + 1, count);
  for (std::size_t i = 0; i < count; ++i) {
    const LineItem& item = search.items[i];
    Sums sums = search.sums[i];
    if (item.kind != LineItem::Kind::penalty) sums.width += bounded(item.width);
    if (item.kind == LineItem::Kind::box) {
      sums.letter_stretch += std::max<std::int64_t>(0, bounded(item.letter_stretch));
      sums.letter_shrink += std::max<std::int64_t>(0, bounded(item.letter_shrink));
    }
    if (item.kind == LineItem::Kind::glue) {
      sums.stretch += std::max<std::int64_t>(0, bounded(item.stretch));
      sums.shrink += std::max<std::int64_t>(0, bounded(item.shrink));
      sums.fills += item.infinite_stretch ? 1 : 0;
    }
    search.sums[i + 1] = sums;
  }
  for (std::size_t i = count; i-- > 0;)
    search.next_box[i] = search.items[i].kind == LineItem::Kind::box ? i : search.next_box[i + 1];
}

/// The chance to end a line at item `at`, which may be one past the last item.
std::optional<Chance> chance_at(const std::vector<LineItem>& items, std::size_t at) {
  Chance chance{.item = at, .last = at + 1 >= items.size()};
  if (at == items.size()) {
    chance.forced = true;
    return chance;
  }
  const LineItem& item = items[at];
  const bool after_box = at > 0 && items[at - 1].kind == LineItem::Kind::box;
  if (after_box) chance.hang = bounded(items[at - 1].end_hang);
  if (after_box) chance.keeps = bounded(items[at - 1].end_keeps);
  if (item.kind == LineItem::Kind::glue) {
    return after_box && !item.infinite_stretch ? std::optional(chance) : std::nullopt;
  }
  if (item.kind == LineItem::Kind::box || !(item.penalty < kForbiddenBreak)) return std::nullopt;
  chance.width = bounded(item.width);
  if (item.flagged) chance.hang = bounded(item.end_hang);
  chance.penalty = item.penalty;
  chance.flagged = item.flagged;
  chance.forced = item.penalty <= kForcedBreak;
  return chance;
}

Fit fit_by_ratio(double ratio) {
  const double size = std::abs(ratio);
  const double badness = 100 * size * size * size;
  const Fitness fitness = ratio < -0.5 ? kTight : ratio <= 0.5 ? kDecent : ratio <= 1 ? kLoose : kVeryLoose;
  return {.ratio = ratio, .badness = badness, .fitness = fitness};
}

/// Fit of a line that can grow by `stretch` and has to grow by `shortfall` >= 0.
Fit fit_stretched(std::int64_t shortfall, std::int64_t stretch, std::int64_t measure) {
  if (shortfall == 0) return {};
  const std::int64_t given = std::max(stretch, std::max<std::int64_t>(1, measure / kRigidShare));
  Fit fit = fit_by_ratio(static_cast<double>(shortfall) / static_cast<double>(given));
  if (stretch <= 0) fit.ratio = 0;
  return fit;
}

/// Fit of the line from `from` to `to`, set to `measure`; `extra` is what the break itself adds to the line, `keeps` what its edges
/// do not give of its shrink.
Fit fit(const LineGoal& goal, const Sums& from, const Sums& to, std::int64_t extra, std::int64_t measure, std::int64_t keeps) {
  const std::int64_t shortfall = measure - (to.width - from.width) - extra;
  if (shortfall >= 0) {
    if (to.fills > from.fills) return {};
    if (goal.justify)
      return fit_stretched(shortfall, to.stretch - from.stretch + to.letter_stretch - from.letter_stretch, measure);
    const std::int64_t ragged = bounded(goal.ragged);
    Fit loose = fit_stretched(shortfall, ragged > 0 ? ragged : measure, measure);
    loose.ratio = 0;
    return loose;
  }
  const std::int64_t shrink = goal.justify ? to.shrink - from.shrink + to.letter_shrink - from.letter_shrink - keeps : 0;
  if (-shortfall > shrink) return {.ratio = goal.justify ? -1.0 : 0.0, .fitness = kTight, .overfull = true};
  return fit_by_ratio(static_cast<double>(shortfall) / static_cast<double>(shrink));
}

std::uint8_t hyphens_in_a_row(const Node& from, const Chance& chance) {
  return chance.flagged ? static_cast<std::uint8_t>(std::min<std::size_t>(from.hyphens + 1U, kHyphenRuns - 1)) : std::uint8_t{0};
}

/// Demerits of a line (TeX: The Program, section 859; without its cut at 100,000,000, which only served its integers).
double demerits(const LineGoal& goal, const Node& from, const Chance& chance, const Fit& fit) {
  const double base = goal.costs.line + fit.badness;
  double result = base * base;
  if (!goal.justify && goal.ragged <= Length{}) result += kFewestLines;
  if (!chance.forced) result += chance.penalty * std::abs(chance.penalty);
  if (from.hyphens > 0 && chance.last) result += goal.costs.last_hyphen;
  if (from.hyphens > 0 && chance.flagged && !chance.last) result += goal.costs.two_hyphens;
  if (from.hyphens > 1 && chance.flagged && !chance.last) result += goal.costs.ladder;
  if (std::abs(fit.fitness - from.fitness) > 1) result += goal.costs.fitness_change;
  return result;
}

const Sums& sums_at_start(const Search& search, const Node& from, const Chance& chance) {
  return search.sums[std::min(from.start, chance.item)];
}

/// What a last line costs that is too short, more the shorter it is; the only line of a text may be as short as it is.
double cost_of_last(const Search& search, const Node& from, const Chance& chance) {
  const std::int64_t shortest = bounded(search.goal.shortest_last);
  if (!chance.forced || from.begins_text || shortest <= 0) return 0;
  const std::int64_t width = search.sums[chance.item].width - sums_at_start(search, from, chance).width;
  if (width >= shortest) return 0;
  return search.goal.costs.short_last * (2 - static_cast<double>(width) / static_cast<double>(shortest));
}

Fit fit_line(const Search& search, const Node& from, const Chance& chance, std::int64_t extra) {
  const Length measure = from.start == 0 ? search.goal.measure.first : search.goal.measure.rest;
  std::int64_t room = bounded(chance.last ? measure - search.goal.measure.kept : measure);
  std::int64_t keeps = 0;
  if (search.goal.justify) {
    if (from.start < search.items.size()) {
      const Length hang = search.items[from.start].start_hang;
      room += bounded(from.start == 0 ? std::min(hang, search.goal.measure.most_hang) : hang);
      keeps += bounded(search.items[from.start].start_keeps);
    }
    if (!chance.forced) {
      room += chance.hang;
      keeps += chance.keeps;
    }
  }
  return fit(search.goal, sums_at_start(search, from, chance), search.sums[chance.item], extra, room, keeps);
}

Node line_end(const Search& search, std::size_t from, const Chance& chance, const Fit& fit, double total) {
  const std::size_t start = search.next_box[std::min(chance.item + 1, search.items.size())];
  return {.item = chance.item,
          .start = start,
          .previous = from,
          .demerits = total,
          .ratio = fit.ratio,
          .overfull = fit.overfull,
          .begins_text = chance.forced,
          .hyphens = hyphens_in_a_row(search.nodes[from], chance),
          .fitness = fit.fitness};
}

using BestEnds = std::array<std::array<std::optional<Node>, kFitnessClasses>, kHyphenRuns>;

/// Adds those of the best line ends that can still win: a line that follows costs at most `fitness_change` more after
/// one class than after another (TeX: The Program, section 836), and never more after fewer hyphens in a row.
void add_line_ends(Search& search, const BestEnds& best) {
  double least = std::numeric_limits<double>::infinity();
  for (const auto& classes : best) {
    for (const auto& node : classes)
      if (node) least = std::min(least, node->demerits);
    for (const auto& node : classes) {
      if (!node || node->demerits > least + std::abs(search.goal.costs.fitness_change)) continue;
      search.active.push_back(search.nodes.size());
      search.nodes.push_back(*node);
    }
  }
}

void forget_every_second(std::vector<std::size_t>& active) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < active.size(); i += 2) active[kept++] = active[i];
  active.resize(kept);
}

/// Tries all lines that end at `chance`. False when no line can start any more: there is no solution.
bool extend(Search& search, const Chance& chance) {
  BestEnds best;
  std::optional<std::size_t> last_dropped;  // the start of the shortest line that is too long
  std::size_t kept = 0;
  for (const std::size_t index : search.active) {
    const Node& from = search.nodes[index];
    const Fit line = fit_line(search, from, chance, chance.width);
    const bool hopeless = line.overfull && (chance.width <= 0 || fit_line(search, from, chance, 0).overfull);
    if (hopeless || chance.forced) {
      if (!last_dropped || search.nodes[*last_dropped].item != from.item ||
          search.nodes[*last_dropped].demerits > from.demerits)
        last_dropped = index;
    } else {
      search.active[kept++] = index;
    }
    if (line.overfull || !(line.badness <= search.tolerance)) continue;
    const double total = from.demerits + demerits(search.goal, from, chance, line) + cost_of_last(search, from, chance);
    std::optional<Node>& rival = best[search.goal.costs.ladder > 0 ? hyphens_in_a_row(from, chance) : 0][line.fitness];
    if (!rival || total <= rival->demerits) rival = line_end(search, index, chance, line, total);
  }
  search.active.resize(kept);
  add_line_ends(search, best);
  if (search.active.size() > kMostActive) forget_every_second(search.active);
  if (!search.active.empty()) return true;
  if (std::isfinite(search.tolerance) || !last_dropped) return false;

  const Node from = search.nodes[*last_dropped];
  search.active.push_back(search.nodes.size());
  search.nodes.push_back(
      line_end(search, *last_dropped, chance, fit_line(search, from, chance, chance.width), from.demerits));
  return true;
}

std::vector<LineBreak> follow_back(const Search& search) {
  std::size_t best = search.active.front();
  for (const std::size_t index : search.active)
    if (search.nodes[index].demerits < search.nodes[best].demerits) best = index;
  std::vector<LineBreak> breaks;
  for (std::size_t at = best; at != 0; at = search.nodes[at].previous)
    breaks.push_back({search.nodes[at].item, search.nodes[at].ratio, search.nodes[at].overfull});
  std::reverse(breaks.begin(), breaks.end());
  return breaks;
}

/// The best breaks with no line of more badness than `tolerance`; empty when there are none.
std::vector<LineBreak> best_breaks(Search& search, double tolerance) {
  search.tolerance = tolerance;
  search.nodes.assign(1, Node{});
  search.active.assign(1, 0);
  const std::size_t count = search.items.size();
  const LineItem& end = search.items.back();
  const bool ends_in_forced = end.kind == LineItem::Kind::penalty && end.penalty <= kForcedBreak;
  for (std::size_t at = 0; at < count + (ends_in_forced ? 0 : 1); ++at) {
    std::optional<Chance> chance = chance_at(search.items, at);
    if (chance && !extend(search, *chance)) return {};
  }
  return follow_back(search);
}

}  // namespace

LineItem LineItem::box(Length width) { return {.kind = Kind::box, .width = width}; }

LineItem LineItem::glue(Length width, Length stretch, Length shrink) {
  return {.kind = Kind::glue, .width = width, .stretch = stretch, .shrink = shrink};
}

LineItem LineItem::fill() { return {.kind = Kind::glue, .infinite_stretch = true}; }

LineItem LineItem::make_penalty(double penalty, Length width, bool flagged) {
  return {.kind = Kind::penalty, .width = width, .penalty = penalty, .flagged = flagged};
}

std::vector<LineBreak> break_lines(const std::vector<LineItem>& items, const LineGoal& goal) {
  if (items.empty()) return {};
  Search search{.items = items, .goal = goal};
  add_up(search);
  search.nodes.reserve(items.size());
  if (std::isfinite(goal.tolerance)) {
    std::vector<LineBreak> breaks = best_breaks(search, goal.tolerance);
    if (!breaks.empty()) return breaks;
  }
  return best_breaks(search, std::numeric_limits<double>::infinity());
}

std::size_t line_start(const std::vector<LineItem>& items, const LineBreak& broken, const LineBreak& next) {
  std::size_t at = broken.item + 1;
  while (at < next.item && items[at].kind != LineItem::Kind::box) ++at;
  return std::min(at, next.item);
}

}  // namespace galley
