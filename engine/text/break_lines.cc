#include "text/break_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
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

/// What stands before an item: sums over the items [0, i), in 1/65536 pt. Letters give as spaces do.
struct Sums {
  std::int64_t width = 0, stretch = 0, shrink = 0, fills = 0;
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

/// Where a line may begin, and what no line end changes of it: each is tried with every line end.
struct Start {
  std::size_t node = 0;       ///< index into Search::nodes
  std::size_t first_item = 0; ///< Node::start
  Sums before;                ///< at first_item
  std::int64_t room = 0, room_of_last = 0;  ///< measure with what the line's start stands out of it
  std::int64_t keeps = 0;     ///< of its shrink
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
  std::int64_t hang = 0;   ///< how far what ends a justified line stands out of the measure
  std::int64_t keeps = 0;  ///< of its shrink
  double penalty = 0;
  bool flagged = false, forced = false, last = false;
};

struct Search {
  const std::vector<LineItem>& items;
  const LineGoal& goal;
  double tolerance = 0;
  double loosest = 0;  ///< ratio beyond which badness passes the tolerance for certain
  std::vector<Sums> sums{};             ///< of items.size() + 1
  std::vector<std::size_t> next_box{};  ///< first box at or after each item, or items.size()
  std::vector<Node> nodes{};
  std::vector<Start> active{};  ///< where a line may still begin, by item
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
      sums.stretch += std::max<std::int64_t>(0, bounded(item.letter_stretch));
      sums.shrink += std::max<std::int64_t>(0, bounded(item.letter_shrink));
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

/// Fit of a line that can grow by `stretch` and has to grow by `shortfall` >= 0; of no badness that counts beyond `loosest`.
Fit fit_stretched(std::int64_t shortfall, std::int64_t stretch, std::int64_t measure, double loosest) {
  if (shortfall == 0) return {};
  const auto given = static_cast<double>(std::max(stretch, std::max<std::int64_t>(1, measure / kRigidShare)));
  if (static_cast<double>(shortfall) > loosest * given) return {.badness = std::numeric_limits<double>::infinity(), .fitness = kVeryLoose};
  Fit fit = fit_by_ratio(static_cast<double>(shortfall) / given);
  if (stretch <= 0) fit.ratio = 0;
  return fit;
}

/// Fit of the line from `start` to `chance`, to which the break adds `extra`.
Fit fit_line(const Search& search, const Start& start, const Chance& chance, std::int64_t extra) {
  const LineGoal& goal = search.goal;
  const Sums& to = search.sums[chance.item];
  const Sums& from = chance.item < start.first_item ? to : start.before;  // nothing may stand between two breaks
  const std::int64_t room = (chance.last ? start.room_of_last : start.room) + chance.hang;
  const std::int64_t shortfall = room - (to.width - from.width) - extra;
  if (shortfall >= 0) {
    if (to.fills > from.fills) return {};
    if (goal.justify) return fit_stretched(shortfall, to.stretch - from.stretch, room, search.loosest);
    const std::int64_t ragged = bounded(goal.ragged);
    Fit loose = fit_stretched(shortfall, ragged > 0 ? ragged : room, room, search.loosest);
    loose.ratio = 0;
    return loose;
  }
  const std::int64_t shrink = goal.justify ? to.shrink - from.shrink - start.keeps - chance.keeps : 0;
  if (-shortfall > shrink) return {.ratio = goal.justify ? -1.0 : 0.0, .fitness = kTight, .overfull = true};
  return fit_by_ratio(static_cast<double>(shortfall) / static_cast<double>(shrink));
}

std::uint8_t hyphens_in_a_row(const Node& from, const Chance& chance) {
  return chance.flagged ? static_cast<std::uint8_t>(std::min<std::size_t>(from.hyphens + 1U, kHyphenRuns - 1)) : std::uint8_t{0};
}

bool wants_fewest_lines(const LineGoal& goal) { return !goal.justify && goal.ragged <= Length{}; }

/// Demerits of a line (TeX: The Program, section 859; without its cut at 100,000,000, which only served its integers).
double demerits(const LineGoal& goal, const Node& from, const Chance& chance, const Fit& fit) {
  const double base = goal.costs.line + fit.badness;
  double result = base * base;
  if (wants_fewest_lines(goal)) result += kFewestLines;
  if (!chance.forced) result += chance.penalty * std::abs(chance.penalty);
  if (from.hyphens > 0 && chance.last) result += goal.costs.last_hyphen;
  if (from.hyphens > 0 && chance.flagged && !chance.last) result += goal.costs.two_hyphens;
  if (from.hyphens > 1 && chance.flagged && !chance.last) result += goal.costs.ladder;
  if (std::abs(fit.fitness - from.fitness) > 1) result += goal.costs.fitness_change;
  return result;
}

/// What a last line costs that is too short, more the shorter it is; the only line of a text may be as short as it is.
double cost_of_last(const Search& search, const Start& start, const Chance& chance) {
  const std::int64_t shortest = bounded(search.goal.shortest_last);
  if (!chance.forced || search.nodes[start.node].begins_text || shortest <= 0) return 0;
  const std::int64_t width = chance.item < start.first_item ? 0 : search.sums[chance.item].width - start.before.width;
  if (width >= shortest) return 0;
  return search.goal.costs.short_last * (2 - static_cast<double>(width) / static_cast<double>(shortest));
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

Start start_at(const Search& search, std::size_t node) {
  const LineGoal& goal = search.goal;
  const std::size_t first = search.nodes[node].start;
  const Length measure = first == 0 ? goal.measure.first : goal.measure.rest;
  Start start{node, first, search.sums[first], bounded(measure), bounded(measure - goal.measure.kept), 0};
  if (!goal.justify || first >= search.items.size()) return start;
  const LineItem& item = search.items[first];
  const std::int64_t hang = bounded(first == 0 ? std::min(item.start_hang, goal.measure.most_hang) : item.start_hang);
  start.room += hang;
  start.room_of_last += hang;
  start.keeps = bounded(item.start_keeps);
  return start;
}

void add_node(Search& search, const Node& node) {
  search.nodes.push_back(node);
  search.active.push_back(start_at(search, search.nodes.size() - 1));
}

/// Adds those of the best line ends that can still win: a line that follows costs at most `fitness_change` more after
/// one class than after another (TeX: The Program, section 836), and never more after fewer hyphens in a row.
void add_line_ends(Search& search, const BestEnds& best) {
  double least = std::numeric_limits<double>::infinity();
  for (const auto& classes : best) {
    for (const auto& node : classes)
      if (node) least = std::min(least, node->demerits);
    for (const auto& node : classes) {
      if (!node || node->demerits > least + std::abs(search.goal.costs.fitness_change)) continue;
      add_node(search, *node);
    }
  }
}

void forget_every_second(std::vector<Start>& active) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < active.size(); i += 2) active[kept++] = active[i];
  active.resize(kept);
}

/// Tries all lines that end at `chance`. False when no line can start any more: there is no solution.
bool extend(Search& search, const Chance& chance) {
  BestEnds best;
  bool any = false;
  std::optional<Start> last_dropped;  // the start of the shortest line that is too long
  std::size_t kept = 0;
  for (const Start& start : search.active) {
    const Node& from = search.nodes[start.node];
    const Fit line = fit_line(search, start, chance, chance.width);
    const bool hopeless = line.overfull && (chance.width <= 0 || fit_line(search, start, chance, 0).overfull);
    const bool is_acceptable = !line.overfull && line.badness <= search.tolerance;
    if (is_acceptable) {
      const double total = from.demerits + demerits(search.goal, from, chance, line) + cost_of_last(search, start, chance);
      std::optional<Node>& rival = best[search.goal.costs.ladder > 0 ? hyphens_in_a_row(from, chance) : 0][line.fitness];
      if (!rival || total <= rival->demerits) rival = line_end(search, start.node, chance, line, total);
      any = true;
    }
    if (!hopeless && !chance.forced) {
      search.active[kept++] = start;
    } else if (!last_dropped || search.nodes[last_dropped->node].item != from.item || search.nodes[last_dropped->node].demerits > from.demerits) {
      last_dropped = start;
    }
  }
  search.active.resize(kept);
  if (any) add_line_ends(search, best);
  if (search.active.size() > kMostActive) forget_every_second(search.active);
  if (!search.active.empty()) return true;
  if (std::isfinite(search.tolerance) || !last_dropped) return false;
  const double demerits = search.nodes[last_dropped->node].demerits;
  add_node(search, line_end(search, last_dropped->node, chance, fit_line(search, *last_dropped, chance, chance.width), demerits));
  return true;
}

/// Breaks and what they cost.
struct Found {
  std::vector<LineBreak> breaks;
  double demerits = 0;
};

Found follow_back(const Search& search) {
  std::size_t best = search.active.front().node;
  for (const Start& start : search.active)
    if (search.nodes[start.node].demerits < search.nodes[best].demerits) best = start.node;
  Found found{{}, search.nodes[best].demerits};
  for (std::size_t at = best; at != 0; at = search.nodes[at].previous)
    found.breaks.push_back({search.nodes[at].item, search.nodes[at].ratio, search.nodes[at].overfull});
  std::reverse(found.breaks.begin(), found.breaks.end());
  return found;
}

/// The best breaks with no line of more badness than `tolerance`; none when there are none.
Found best_breaks(Search& search, double tolerance) {
  constexpr double kCertain = 1.01;  // far above what rounding can move
  search.tolerance = tolerance;
  search.loosest = kCertain * std::cbrt(tolerance / 100);
  search.nodes.clear();
  search.active.clear();
  add_node(search, {});
  const std::size_t count = search.items.size();
  const LineItem& end = search.items.back();
  const bool ends_in_forced = end.kind == LineItem::Kind::penalty && end.penalty <= kForcedBreak;
  for (std::size_t at = 0; at < count + (ends_in_forced ? 0 : 1); ++at) {
    std::optional<Chance> chance = chance_at(search.items, at);
    if (!chance) continue;
    if (!search.goal.justify || chance->forced) chance->hang = chance->keeps = 0;
    if (!extend(search, *chance)) return {};
  }
  return follow_back(search);
}

/// What penalties may take off demerits at most.
double most_encouragement(const std::vector<LineItem>& items) {
  double most = 0;
  for (const LineItem& item : items)
    if (item.kind == LineItem::Kind::penalty && item.penalty < 0 && item.penalty > kForcedBreak) most += item.penalty * item.penalty;
  return most;
}

/// The best breaks of all, if no line needs more badness than is usual: those without such lines, where they cost less than one such
/// line alone. Else none. It is nearly always so, and then most line ends need not be looked at.
std::vector<LineBreak> breaks_of_usual_lines(Search& search) {
  constexpr double kUsual = 1000;  // stretched to twice what a line can give, and a little more
  if (search.goal.tolerance <= kUsual || wants_fewest_lines(search.goal)) return {};
  Found found = best_breaks(search, kUsual);
  const double worse = search.goal.costs.line + kUsual;
  return found.demerits < worse * worse - most_encouragement(search.items) ? std::move(found.breaks) : std::vector<LineBreak>();
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
  if (std::vector<LineBreak> breaks = breaks_of_usual_lines(search); !breaks.empty()) return breaks;
  if (std::isfinite(goal.tolerance)) {
    std::vector<LineBreak> breaks = best_breaks(search, goal.tolerance).breaks;
    if (!breaks.empty()) return breaks;
  }
  return best_breaks(search, std::numeric_limits<double>::infinity()).breaks;
}

std::size_t line_start(const std::vector<LineItem>& items, const LineBreak& broken, const LineBreak& next) {
  std::size_t at = broken.item + 1;
  while (at < next.item && items[at].kind != LineItem::Kind::box) ++at;
  return std::min(at, next.item);
}

}  // namespace galley
