#include "font/ink.h"

#include <hb.h>

#include <algorithm>

namespace galley {
namespace {

/// A glyph's ink in a run: x along the baseline, y upwards from it.
std::optional<Rectangle> glyph_ink(const GlyphRun& run, const Glyph& glyph, Length pen) {
  hb_glyph_extents_t box{};
  if (!hb_font_get_glyph_extents(run.face->shaper_font(), glyph.id, &box) || box.width == 0 || box.height == 0) return std::nullopt;
  const int em = run.face->metrics().units_per_em;
  const Length left = pen + glyph.x + run.size.times(box.x_bearing, em), top = glyph.y + run.size.times(box.y_bearing, em);
  return Rectangle{left, top, left + run.size.times(box.width, em), top + run.size.times(box.height, em)};
}

/// The same on the page.
Rectangle placed(const Rectangle& ink, const GlyphRun& run, const Point& at) {
  if (run.upwards) return {at.x - ink.top, at.y - ink.right, at.x - ink.bottom, at.y - ink.left};
  return {at.x + ink.left, at.y - ink.top, at.x + ink.right, at.y - ink.bottom};
}

}  // namespace

std::optional<Rectangle> ink_of(const GlyphRun& run, const Point& at) {
  if (!run.face) return std::nullopt;
  std::optional<Rectangle> all;
  Length pen;
  for (const Glyph& glyph : run.glyphs) {
    if (const auto ink = glyph_ink(run, glyph, pen)) {
      if (!all) all = ink;
      all = Rectangle{std::min(all->left, ink->left), std::max(all->top, ink->top), std::max(all->right, ink->right), std::min(all->bottom, ink->bottom)};
    }
    pen += glyph.advance;
  }
  return all ? std::optional(placed(*all, run, at)) : std::nullopt;
}

}  // namespace galley
