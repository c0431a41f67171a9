// Total-fit line breaking over boxes, glue and penalties: Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into
// Lines", Software: Practice and Experience 11 (1981), 1119-1184; details (badness, fitness classes, demerits) as in
// TeX: The Program, parts 38 and 39. Knows no fonts and no text: items in, indexes out.
//
//   std::vector<LineItem> items = {LineItem::box(30_pt), LineItem::glue(3_pt, 1.5_pt, 1_pt), LineItem::box(40_pt),
//                                  LineItem::make_penalty(kForbiddenBreak), LineItem::fill(),
//                                  LineItem::make_penalty(kForcedBreak)};
//   auto breaks = break_lines(items, {.measure = {72_pt, 72_pt}});   // one break, at item 5
//
// A line may end at a glue that follows a box (not at fill) and at any penalty below kForbiddenBreak. Glue and penalties
// at the start of a line belong to no line: see line_start().
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "base/length.h"
#include "base/styled_text.h"

namespace galley {

struct LineItem {
  enum class Kind : std::uint8_t { box, glue, penalty };
  Kind kind = Kind::box;
  Length width{};            ///< box, glue: natural width; penalty: width added if the line ends here (a hyphen)
  Length stretch{}, shrink{};  ///< glue
  /// Box: what its letters give beside the spaces, and how far it stands out of the measure where it begins or ends a
  /// line (penalty: where the line ends here).
  Length letter_stretch{}, letter_shrink{}, start_hang{}, end_hang{};
  Length start_keeps{}, end_keeps{};  ///< box: of letter_shrink, what it does not give there
  bool infinite_stretch = false;  ///< glue that fills (the end of a last line)
  double penalty = 0;        ///< kForced or below: must break; kForbidden or above: must not
  bool flagged = false;      ///< penalty: a hyphenated break

  static LineItem box(Length width);
  static LineItem glue(Length width, Length stretch, Length shrink);
  static LineItem fill();                                             ///< zero width, infinite stretch
  static LineItem make_penalty(double penalty, Length width = {}, bool flagged = false);
};

constexpr double kForcedBreak = -10000;
constexpr double kForbiddenBreak = 10000;

/// Measure of line n (0-based): `first`, then `rest`; the last line leaves `kept` of its own free, for what stands beside it.
struct Measure {
  Length first{}, rest{}, kept{};
  Length most_hang = 100000_pt;  ///< the first line does not stand out further at its start: a mark is there
  [[nodiscard]] Length narrowest() const { return std::min(first, rest) - kept; }
  [[nodiscard]] Length of(std::size_t line) const { return line == 0 ? first : rest; }
};

/// How the measure is met.
struct LineGoal {
  Measure measure{};
  bool justify = true;
  /// Not justified: stretch available at each line's end (badness 100 when used up). Zero: as few lines as possible,
  /// and of those the most even ones.
  Length ragged{};
  Length shortest_last{};  ///< a last line below this costs LineCosts::short_last
  double tolerance = std::numeric_limits<double>::infinity();  ///< no line with more badness, if it can be avoided
  LineCosts costs{};
};

struct LineBreak {
  std::size_t item = 0;      ///< the line ends at this item (glue: dropped; penalty: its width belongs to the line)
  double ratio = 0;          ///< share of stretch (> 0) or shrink (< 0, not below -1) that glue and letters of the line
                             ///< use; 0 where lines are not justified, and where fill or nothing at all can stretch
  bool overfull = false;     ///< even shrunk fully the line is too long
};

/// The breaks of least total demerits, in order; the last one is the final item, which should be a forced break (if it
/// is not, the last break is items.size()). No items: no breaks. Always makes progress: where nothing fits, a line is
/// overfull and says so; where `tolerance` allows no solution, it is ignored.
///
/// As in TeX, glue is taken never to shrink by more than its width, and boxes not to be negative: then no line longer
/// than an overfull one can fit. Other values are safe, but may miss the best breaks. Widths beyond +-4 million points
/// count as that. Cost: items x line ends within one measure.
std::vector<LineBreak> break_lines(const std::vector<LineItem>& items, const LineGoal& goal);

/// The item that the line after `broken` begins with: the first box, or the next break if that comes earlier. The first
/// line begins with item 0.
std::size_t line_start(const std::vector<LineItem>& items, const LineBreak& broken, const LineBreak& next);

}  // namespace galley
