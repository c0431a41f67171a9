#include "tests/support/inside.h"

#include <hb.h>

namespace galley::testing {

std::string first_outside(const Pages& pages) {
  constexpr double kSlack = 0.06;  // points
  for (const Page& page : pages.pages) {
    const double trim = page.trim.points(), width = page.size.width.points(), height = page.size.height.points();
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.what);
      if (!run) continue;
      double pen = 0;
      for (const Glyph& glyph : run->glyphs) {
        hb_glyph_extents_t box{};
        hb_font_get_glyph_extents(run->face->shaper_font(), glyph.id, &box);
        const double scale = run->size.points() / run->face->metrics().units_per_em;
        const double u0 = pen + glyph.x.points() + box.x_bearing * scale, u1 = u0 + box.width * scale;
        const double v1 = glyph.y.points() + box.y_bearing * scale, v0 = v1 + box.height * scale;
        const double x = item.at.x.points(), y = item.at.y.points();
        const double left = run->upwards ? x - v1 : x + u0, right = run->upwards ? x - v0 : x + u1;
        const double top = run->upwards ? y - u1 : y - v1, bottom = run->upwards ? y - u0 : y - v0;
        const bool inside = left >= trim - kSlack && right <= width - trim + kSlack && top >= trim - kSlack && bottom <= height - trim + kSlack;
        if (box.width != 0 && box.height != 0 && !inside) return run->text;
        pen += glyph.advance.points();
      }
    }
  }
  return {};
}

}  // namespace galley::testing
