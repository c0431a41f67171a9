#include "export/pdf/parted_columns.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "export/reading.h"

namespace galley::pdf {
namespace {

/// Baselines nearer than this part of the type size are one line to MuPDF, the most generous of the readers.
constexpr double kSameLine = 0.8;

/// How far from the text the space stands. pypdf puts a drawn space before what reads from right to left; only for a move to the
/// right that is wider than a space it puts one behind.
constexpr Em kMove = 0.4_em;

bool is_beside(const ReadRun& last, const ReadRun& next) {
  if (next.page != last.page || next.run->upwards || last.run->upwards) return false;
  const double apart = std::fabs((next.at.y - last.at.y).points());
  return apart < kSameLine * std::max(next.run->size, last.run->size).points();
}

/// Whether both are drawn together, from left to right.
bool is_one_line(const std::vector<Item>& items, const ReadRun& last, const ReadRun& next) {
  return last.page == next.page && items[last.item].element == items[next.item].element && last.at.y == next.at.y;
}

Length right_end(const ReadRun& run) { return run.at.x + run.run->width(); }

/// A run of a space alone at the right end; nullopt: the face has none, or one stands there.
std::optional<Item> space_after(const ReadRun& last, ElementId element) {
  const GlyphRun& before = *last.run;
  if (before.glyphs.empty()) return std::nullopt;
  const TextRange& end = before.glyphs.back().text;
  if (before.text.compare(end.begin, end.end - end.begin, " ") == 0) return std::nullopt;
  const GlyphId id = before.face->glyph_of(U' ');
  if (id == 0) return std::nullopt;
  GlyphRun run;
  run.face = before.face;
  run.size = before.size;
  run.colour = before.colour;
  run.source = before.source;
  run.text = " ";
  run.glyphs = {{id, before.size.times(before.face->advance(id), before.face->metrics().units_per_em), {}, {}, {0, 1}}};
  return Item{{right_end(last) + kMove.at(before.size), last.at.y}, element, std::move(run)};
}

struct Insertion {
  std::size_t page = 0, after = 0;  ///< the item before
  Item space;
};

std::vector<Insertion> insertions(const Pages& pages) {
  std::vector<Insertion> out;
  const std::vector<ReadRun> runs = read_runs(pages);
  for (std::size_t next = 1; next < runs.size(); ++next) {
    const ReadRun& last = runs[next - 1];
    const std::vector<Item>& items = pages.pages[last.page].items;
    const bool is_apart = joint(pages.structure, last, runs[next]) != Joint::word;
    if (!is_apart || !is_beside(last, runs[next]) || is_one_line(items, last, runs[next])) continue;
    const ReadRun* rightmost = &last;
    for (std::size_t i = next - 1; i > 0 && is_one_line(items, last, runs[i - 1]); --i)
      if (right_end(runs[i - 1]) > right_end(*rightmost)) rightmost = &runs[i - 1];
    if (std::optional<Item> space = space_after(*rightmost, items[last.item].element))
      out.push_back({last.page, last.item, std::move(*space)});
  }
  return out;
}

}  // namespace

Pages with_parted_columns(Pages pages) {
  if (!pages.right_to_left) return pages;
  std::vector<Insertion> all = insertions(pages);
  for (std::size_t i = all.size(); i-- > 0;) {  // from the last to the first, so that the places of those before stay true
    std::vector<Item>& items = pages.pages[all[i].page].items;
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(all[i].after) + 1, std::move(all[i].space));
  }
  return pages;
}

}  // namespace galley::pdf
