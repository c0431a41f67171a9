#include "export/png/png.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <numbers>

#include "font/outline.h"

namespace galley {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kMostDots = 30000;  // on a side; Cairo's own limit is 32767

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using Context = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;

/// Cairo's pixels: alpha, red, green, blue in a word of the machine, the colours multiplied by alpha.
Surface surface_of(const Image& image) {
  const int width = static_cast<int>(image.width), height = static_cast<int>(image.height);
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height), &cairo_surface_destroy);
  unsigned char* bytes = cairo_image_surface_get_data(surface.get());
  if (!bytes) return surface;  // too large or no memory: nothing is drawn
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  const auto channels = static_cast<std::size_t>(image.channels);
  for (std::size_t i = 0; i < std::size_t{image.width} * image.height; ++i) {
    const std::uint32_t alpha = image.alpha.empty() ? 255 : image.alpha[i];
    std::uint32_t word = alpha;
    for (std::size_t channel = 0; channel < 3; ++channel)
      word = word << 8 | (image.pixels[i * channels + (channels == 1 ? 0 : channel)] * alpha + 127) / 255;
    std::memcpy(bytes + i / image.width * stride + i % image.width * sizeof(word), &word, sizeof(word));
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

/// Draws the items of a page in points, the origin at its top left corner.
class Painter {
 public:
  explicit Painter(cairo_t* cairo) : cairo_(cairo) {}

  void paint(const Page& page) {
    for (const Item& item : page.items) {
      at_ = item.at;
      std::visit(*this, item.what);
    }
  }

  void operator()(const GlyphRun& run) {
    set_colour(run.colour);
    const double scale = run.size.points() / run.face->metrics().units_per_em;
    Length pen;
    for (const Glyph& glyph : run.glyphs) {
      cairo_save(cairo_);
      if (run.upwards) {
        cairo_translate(cairo_, (at_.x - glyph.y).points(), (at_.y - pen - glyph.x).points());
        cairo_rotate(cairo_, -std::numbers::pi / 2);
      } else {
        cairo_translate(cairo_, (at_.x + pen + glyph.x).points(), (at_.y - glyph.y).points());
      }
      cairo_scale(cairo_, scale, -scale);
      trace(glyph_outline(*run.face, glyph.id));
      cairo_restore(cairo_);
      cairo_fill(cairo_);
      pen += glyph.advance;
    }
  }

  void operator()(const Rule& rule) {
    set_colour(rule.colour);
    cairo_rectangle(cairo_, at_.x.points(), at_.y.points(), rule.size.width.points(), rule.size.height.points());
    cairo_fill(cairo_);
  }

  void operator()(const Shape& shape) {
    set_colour(shape.colour);
    trace(shape.path);
    cairo_set_fill_rule(cairo_, shape.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_fill(cairo_);
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_WINDING);
  }

  void operator()(const Picture& picture) {
    const Surface surface = surface_of(*picture.image);
    cairo_save(cairo_);
    if (!picture.clip.empty()) {
      trace(picture.clip);
      cairo_clip(cairo_);
    }
    cairo_translate(cairo_, at_.x.points(), at_.y.points());
    cairo_rectangle(cairo_, 0, 0, picture.size.width.points(), picture.size.height.points());
    cairo_scale(cairo_, picture.size.width.points() / picture.image->width, picture.size.height.points() / picture.image->height);
    cairo_set_source_surface(cairo_, surface.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(cairo_), CAIRO_EXTEND_PAD);  // no pale seam at the edges
    cairo_fill(cairo_);
    cairo_restore(cairo_);
  }

  void operator()(const LinkArea&) {}

 private:
  void set_colour(const Colour& colour) { cairo_set_source_rgb(cairo_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0); }

  void trace(const std::vector<PathStep>& steps) {
    const auto x = [&](const Point& point) { return (at_.x + point.x).points(); };
    const auto y = [&](const Point& point) { return (at_.y + point.y).points(); };
    for (const PathStep& step : steps) {
      switch (step.kind) {
        case PathStep::Kind::move: cairo_move_to(cairo_, x(step.to), y(step.to)); break;
        case PathStep::Kind::line: cairo_line_to(cairo_, x(step.to), y(step.to)); break;
        case PathStep::Kind::curve:
          cairo_curve_to(cairo_, x(step.control1), y(step.control1), x(step.control2), y(step.control2), x(step.to), y(step.to));
          break;
        case PathStep::Kind::close: cairo_close_path(cairo_); break;
      }
    }
  }

  void trace(const std::vector<OutlineStep>& steps) {
    double x = 0, y = 0;
    for (const OutlineStep& step : steps) {
      switch (step.kind) {
        case OutlineStep::Kind::move: cairo_move_to(cairo_, step.x, step.y); break;
        case OutlineStep::Kind::line: cairo_line_to(cairo_, step.x, step.y); break;
        case OutlineStep::Kind::quadratic:  // as a cubic: its control points lie two thirds of the way
          cairo_curve_to(cairo_, x + 2.0 / 3 * (step.x1 - x), y + 2.0 / 3 * (step.y1 - y), step.x + 2.0 / 3 * (step.x1 - step.x),
                         step.y + 2.0 / 3 * (step.y1 - step.y), step.x, step.y);
          break;
        case OutlineStep::Kind::cubic: cairo_curve_to(cairo_, step.x1, step.y1, step.x2, step.y2, step.x, step.y); break;
        case OutlineStep::Kind::close: cairo_close_path(cairo_); break;
      }
      x = step.x;
      y = step.y;
    }
  }

  cairo_t* cairo_;
  Point at_;
};

Surface sheet(int width, int height) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), &cairo_surface_destroy);
  const Context cairo(cairo_create(surface.get()), &cairo_destroy);
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  return surface;
}

void paint_on(cairo_surface_t* surface, const Page& page, double left, double top, double scale) {
  const Context cairo(cairo_create(surface), &cairo_destroy);
  cairo_translate(cairo.get(), left, top);
  cairo_scale(cairo.get(), scale, scale);
  cairo_rectangle(cairo.get(), 0, 0, page.size.width.points(), page.size.height.points());
  cairo_clip(cairo.get());
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  Painter(cairo.get()).paint(page);
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

std::optional<std::string> encoded(cairo_surface_t* surface, Diagnostics& diagnostics) {
  std::string bytes;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface, &append, &bytes);
  if (status == CAIRO_STATUS_SUCCESS) return bytes;
  diagnostics.fail(Blame::machine, {}, std::string("the picture could not be made: ") + cairo_status_to_string(status),
                   "ask for fewer dots per inch");
  return std::nullopt;
}

}  // namespace

std::optional<std::string> write_png(const Page& page, double resolution, Diagnostics& diagnostics) {
  const double scale = resolution / kPointsPerInch;
  const auto dots = [&](Length length) { return std::clamp(static_cast<int>(std::lround(length.points() * scale)), 1, kMostDots); };
  const Surface surface = sheet(dots(page.size.width), dots(page.size.height));
  paint_on(surface.get(), page, 0, 0, scale);
  return encoded(surface.get(), diagnostics);
}

std::optional<std::string> write_contact_sheet(const std::vector<const Page*>& pages, int columns, int width, Diagnostics& diagnostics) {
  constexpr int kGap = 12;  // dots around each picture
  columns = std::clamp(columns, 1, std::max(1, static_cast<int>(pages.size())));
  int height = 0;
  for (const Page* page : pages)
    height = std::max(height, static_cast<int>(std::lround(page->size.height.points() / page->size.width.points() * width)));
  const int rows = (static_cast<int>(pages.size()) + columns - 1) / columns;
  const Surface surface = sheet(std::min(kMostDots, columns * (width + kGap) + kGap), std::clamp(rows * (height + kGap) + kGap, 1, kMostDots));
  {
    const Context cairo(cairo_create(surface.get()), &cairo_destroy);
    cairo_set_source_rgb(cairo.get(), 0.8, 0.8, 0.8);
    cairo_paint(cairo.get());
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const int column = static_cast<int>(i) % columns, row = static_cast<int>(i) / columns;
    paint_on(surface.get(), *pages[i], kGap + column * (width + kGap), kGap + row * (height + kGap), width / pages[i]->size.width.points());
  }
  return encoded(surface.get(), diagnostics);
}

}  // namespace galley
