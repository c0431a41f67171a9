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

/// What is said of the line that opens a stream.
const char* how_it_opens(Opening opening) {
  switch (opening) {
    case Opening::top:
      return "  at the top";
    case Opening::baseline:
      return "  from the page's top";
    case Opening::below:
      return "";
    case Opening::level:
      return "  level with the text";
  }
  return "";
}

}  // namespace

std::string dump_flow(const std::vector<Flowed>& streams) {
  std::string out = "   #      step     hang   cost      left    right\n";
  std::size_t number = 0;
  for (const Flowed& stream : streams) {
    for (const FlowLine& line : stream.lines) {
      const Extent extent = extent_of(line);
      const std::string cost = std::isinf(line.break_cost) ? "never" : format_number(line.break_cost, 3);
      const bool opens = &line == &stream.lines.front();
      const char* begins = line.begins == Begins::page ? "  begins a page" : line.begins == Begins::column ? "  begins a column" : "";
      out += right_aligned(std::to_string(++number), kNumberWidth) + "  " + place(line.step) + ' ' + place(line.hang) + ' ' +
             right_aligned(cost, kCostWidth) + "  " + place(extent.left) + ' ' + place(extent.right) + "  " + extent.words +
             (opens ? how_it_opens(stream.frame.opening) : begins) + '\n';
    }
  }
  return out;
}

}  // namespace galley
