#include "font/outline.h"

#include <hb.h>

#include <memory>

namespace galley {
namespace {

using Steps = std::vector<OutlineStep>;
using Kind = OutlineStep::Kind;

void add(void* steps, OutlineStep step) { static_cast<Steps*>(steps)->push_back(step); }

void move_to(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x, float y, void*) { add(steps, {Kind::move, x, y}); }
void line_to(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x, float y, void*) { add(steps, {Kind::line, x, y}); }
void quadratic_to(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x1, float y1, float x, float y, void*) {
  add(steps, {Kind::quadratic, x, y, x1, y1});
}
void cubic_to(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y, void*) {
  add(steps, {Kind::cubic, x, y, x1, y1, x2, y2});
}
void close_path(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, void*) { add(steps, {Kind::close}); }

}  // namespace

std::vector<OutlineStep> glyph_outline(const Face& face, GlyphId glyph) {
  const std::unique_ptr<hb_draw_funcs_t, void (*)(hb_draw_funcs_t*)> functions(hb_draw_funcs_create(), &hb_draw_funcs_destroy);
  hb_draw_funcs_set_move_to_func(functions.get(), &move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions.get(), &line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(functions.get(), &quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions.get(), &cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions.get(), &close_path, nullptr, nullptr);
  Steps steps;
  hb_font_get_glyph_shape(face.shaper_font(), glyph, functions.get(), &steps);
  return steps;
}

}  // namespace galley
