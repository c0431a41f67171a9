#include "page/dump_flow.h"

#include <algorithm>
#include <cmath>

#include "base/dump_text.h"
#include "base/numbers.h"

namespace galley {
namespace {

constexpr std::size_t kNumberWidth = 4;
constexpr std::size_t kCostWidth = 6;
constexpr std::size_t kMostWords = 60;  // characters of each stretch
/// Runs that stand apart by less go on: below what rounding moves them.
constexpr Length kSamePlace = 0.01_pt;

struct Extent {
  Length left, right;
  std::string words;
};

/// A space that ends a run may hang out of the column; it is no part of what is seen.
Length trailing_space(const GlyphRun& run) {
  return run.right_to_left || run.glyphs.empty() || !run.text.ends_with(' ') ? Length{} : run.glyphs.back().advance;
}

Extent extent_of(const FlowLine& line) {
  Extent extent;
  std::vector<std::string> stretches;
  Point end;
  for (const Item& item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item.what);
    if (!run) continue;
    const Length right = item.at.x + run->width();
    const bool goes_on = !stretches.empty() && item.at.y == end.y &&
                         item.at.x - end.x <= kSamePlace && end.x - item.at.x <= kSamePlace;
    if (goes_on) {
      stretches.back() += run->text;
    } else {
      stretches.push_back(run->text);
    }
    extent.left = end == Point{} ? item.at.x : std::min(extent.left, item.at.x);
    extent.right = std::max(extent.right, right - trailing_space(*run));
    end = {right, item.at.y};
  }
  for (const std::string& stretch : stretches)
    extent.words += (extent.words.empty() ? "" : " | ") + quoted(shortened(stretch, kMostWords));
  return extent;
}

}  // namespace

std::string dump_flow(const std::vector<FlowLine>& lines) {
  std::string out = "   #      step     hang   cost      left    right\n";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const FlowLine& line = lines[i];
    const Extent extent = extent_of(line);
    const std::string cost = std::isinf(line.break_cost) ? "never" : format_number(line.break_cost, 3);
    out += right_aligned(std::to_string(i + 1), kNumberWidth) + "  " + place(line.step) + ' ' + place(line.hang) + ' ' +
           right_aligned(cost, kCostWidth) + "  " + place(extent.left) + ' ' + place(extent.right) + "  " +
           extent.words + (line.from_page_top ? "  from the page's top" : "") + '\n';
  }
  return out;
}

}  // namespace galley
