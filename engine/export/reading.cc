#include "export/reading.h"

#include <algorithm>
#include <cmath>

namespace galley {
namespace {

/// Baselines nearer than this part of the type size are one line: superscripts and small caps stay in it.
constexpr double kSameLine = 0.4;
/// A gap wider than this part of the type size parts words even if no space stands in it, e.g. before a date at the
/// right margin. Kerning between runs is far below, the narrowest word space above.
constexpr double kWordGap = 0.12;

bool is_block(Role role) {
  switch (role) {
    case Role::heading1:
    case Role::heading2:
    case Role::heading3:
    case Role::paragraph:
    case Role::list_item:
      return true;
    default:
      return false;
  }
}

/// The nearest block that holds the element.
ElementId block_of(const Structure& structure, ElementId element) {
  while (element != kArtifact && !is_block(structure.elements[element].role))
    element = structure.elements[element].parent;
  return element;
}

bool is_within(const Structure& structure, ElementId element, ElementId outer) {
  while (element != kArtifact && element != outer) element = structure.elements[element].parent;
  return element == outer;
}

double larger_size(const ReadRun& last, const ReadRun& next) {
  return std::max(next.run->size, last.run->size).points();
}

/// Where a run begins along its baseline, and where the baseline stands: of text that reads upwards, x and y change places.
Length along(const ReadRun& run) { return run.run->upwards ? -run.at.y : run.at.x; }
Length across(const ReadRun& run) { return run.run->upwards ? run.at.x : run.at.y; }

bool is_same_line(const ReadRun& last, const ReadRun& next) {
  const double apart = std::fabs((across(next) - across(last)).points());
  return next.page == last.page && next.run->upwards == last.run->upwards && apart < kSameLine * larger_size(last, next);
}

/// What is between the two, whichever is on the left: where the direction changes, text goes on to the left.
bool is_gap(const ReadRun& last, const ReadRun& next) {
  const Length after = along(next) - along(last) - last.run->width();
  const Length before = along(last) - along(next) - next.run->width();
  return std::max(after, before).points() > kWordGap * larger_size(last, next);
}

/// Whether runs [begin, end) leave no gap between x = `from` and `to`, if both are points between runs.
bool is_covered(const std::vector<ReadRun>& runs, std::size_t begin, std::size_t end, Length from, Length to, Length gap) {
  for (bool moved = true; moved && to - from > gap;) {
    moved = false;
    for (std::size_t i = begin; i < end; ++i) {
      const Length left = along(runs[i]), right = left + runs[i].run->width();
      if (left > from + gap || right <= from) continue;
      from = right;
      moved = true;
    }
  }
  return to - from <= gap;
}

/// Where directions meet in a line, runs that read on from one another stand apart with others between.
void join_mixed_lines(std::vector<ReadRun>& runs) {
  for (std::size_t begin = 0, end = 1; begin < runs.size(); begin = end++) {
    bool turns = runs[begin].run->right_to_left;
    for (; end < runs.size() && is_same_line(runs[end - 1], runs[end]) && runs[end].block == runs[begin].block; ++end)
      turns = turns || runs[end].run->right_to_left;
    if (!turns) continue;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const ReadRun &last = runs[i - 1], &next = runs[i];
      const Length gap = Length::from_points(kWordGap * larger_size(last, next));
      const Length from = std::min(along(last) + last.run->width(), along(next) + next.run->width());
      runs[i].goes_on = is_gap(last, next) && is_covered(runs, begin, end, from, std::max(along(last), along(next)), gap);
    }
  }
}

}  // namespace

std::vector<ReadRun> read_runs(const Pages& pages) {
  std::vector<ReadRun> runs;
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    const std::vector<Item>& items = pages.pages[page].items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto* run = std::get_if<GlyphRun>(&items[i].what);
      if (run && items[i].element != kArtifact && !run->text.empty())
        runs.push_back({run, page, i, items[i].at, block_of(pages.structure, items[i].element)});
    }
  }
  join_mixed_lines(runs);
  return runs;
}

bool breaks_off(std::string_view text) {
  for (const std::string_view mark : {"-", "/", "\u00AD", "\u2010", "\u2013", "\u2014"})
    if (text.ends_with(mark)) return true;
  return false;
}

Joint joint(const Structure& structure, const ReadRun& last, const ReadRun& next) {
  const bool same_line = is_same_line(last, next);
  // A label and the paragraph in its list item are one block to a reader.
  const bool same_block =
      next.block == last.block || (same_line && last.block != kArtifact && is_within(structure, next.block, last.block));
  if (!same_block) return Joint::block;
  if (!same_line) return Joint::line;
  return is_gap(last, next) && !next.goes_on ? Joint::space : Joint::word;
}

}  // namespace galley
