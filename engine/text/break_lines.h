// Total-fit line breaking over boxes, glue and penalties: Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into
// Lines", Software: Practice and Experience 11 (1981), 1119-1184; details (badness, fitness classes, demerits) as in
// TeX: The Program, parts 38 and 39. Knows no fonts and no text: items in, indexes out.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "base/length.h"
#include "base/styled_text.h"

namespace galley {

struct LineItem {
  enum class Kind : std::uint8_t { box, glue, penalty };
  Kind kind = Kind::box;
  Length width;              ///< box, glue: natural width; penalty: width added if the line ends here (a hyphen)
  Length stretch, shrink;    ///< glue
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

/// Measure of line n (0-based): `first`, then `rest`.
struct Measure {
  Length first, rest;
  [[nodiscard]] Length of(std::size_t line) const { return line == 0 ? first : rest; }
};

/// How the measure is met.
struct LineGoal {
  Measure measure;
  bool justify = true;
  Length ragged;   ///< not justified: stretch available at each line's end (badness 100 when used up)
  double tolerance = std::numeric_limits<double>::infinity();  ///< no line with more badness, if it can be avoided
  LineCosts costs;
};

struct LineBreak {
  std::size_t item = 0;      ///< the line ends at this item (glue: dropped; penalty: its width belongs to the line)
  double ratio = 0;          ///< share of stretch (> 0) or shrink (< 0, not below -1) that each glue of the line uses
  bool overfull = false;     ///< even shrunk fully the line is too long
};

/// The breaks of least total demerits, in order; the last one is the final item, which must be a forced break.
/// Always makes progress: where nothing fits, a line is overfull and says so.
std::vector<LineBreak> break_lines(const std::vector<LineItem>& items, const LineGoal& goal);

}  // namespace galley
