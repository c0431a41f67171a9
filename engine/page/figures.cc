#include "page/figures.h"

#include <algorithm>
#include <array>

#include "base/numbers.h"
#include "page/paths.h"

namespace galley {
namespace {

/// Below this many pixels to the inch a photo looks coarse on paper.
constexpr double kFewestPixels = 150;
constexpr Length kUsualWidth = 30_mm;

/// The slot that a layout gives a picture of these proportions.
Size slot_of(const FigureRule& rule, const Image& image, Length most) {
  Size slot{rule.width, rule.height};
  if (slot.width == Length{} && slot.height == Length{}) slot.width = kUsualWidth;
  if (slot.width == Length{}) slot.width = slot.height.times(image.width, image.height);
  if (slot.height == Length{}) slot.height = slot.width.times(image.height, image.width);
  if (slot.width <= most) return slot;
  return {most, slot.height.times(most.scaled(), slot.width.scaled())};
}

std::vector<PathStep> outline_of(const FigureRule& rule, const Size& slot, bool cut) {
  if (rule.shape == FigureShape::circle) return ellipse_path(slot);
  if (rule.shape == FigureShape::rounded) return rounded_path(slot, rule.radius);
  return cut ? rectangle_path(slot) : std::vector<PathStep>{};
}

void warn_if_coarse(const Image& image, const Size& size, Span source, Diagnostics& diagnostics) {
  const double inches = size.width.points() / 72;
  const double pixels = image.width / inches;
  if (pixels >= kFewestPixels) return;
  diagnostics.warn(source, "this picture has " + format_number(pixels, 0) + " pixels to the inch at its size in the layout, which looks coarse on paper",
                   "use one that is at least " + format_number(inches * 300, 0) + " pixels wide").code = Code::coarse_picture;
}

/// The picture fills its slot; what stands over on two sides is cut off alike.
SetFigure set_picture(const Figure& figure, Length most, Span source, Diagnostics& diagnostics) {
  const Image& image = *figure.image;
  const Size slot = slot_of(figure.rule, image, most);
  Size size{slot.width, slot.width.times(image.height, image.width)};
  if (size.height < slot.height) size = {slot.height.times(image.width, image.height), slot.height};
  const Point corner{(slot.width - size.width) / 2, (slot.height - size.height) / 2};
  warn_if_coarse(image, size, source, diagnostics);
  constexpr Length kVisible = 0.01_pt;
  const bool cut = corner.x < -kVisible || corner.y < -kVisible;
  Picture picture{figure.image, size, moved(outline_of(figure.rule, slot, cut), {-corner.x, -corner.y})};
  return {slot, {Item{corner, figure.element, std::move(picture)}}};
}

SetFigure set_code(const Figure& figure, Length most) {
  const QrCode* code = figure.drawn.get();
  if (!code) return {};
  const Length wanted = figure.rule.width == Length{} ? 20_mm : figure.rule.width;
  const Length width = std::min(wanted, most);
  const int quiet = figure.rule.ground ? kQuietModules : 0;
  const Length module = width / static_cast<std::int64_t>(code->side + 2 * static_cast<std::size_t>(quiet));
  SetFigure set{{width, width}, {}};
  if (figure.rule.ground) set.items.push_back({{}, kArtifact, Rule{set.size, *figure.rule.ground}});
  set.items.push_back({{module * quiet, module * quiet}, figure.element, Shape{path_of(*code, module), figure.rule.colour, false}});
  return set;
}

/// Steps to the right, down, left, up.
constexpr std::array<int, 4> kAcross = {1, 0, -1, 0}, kDown = {0, 1, 0, -1};

/// Walks around dark areas clockwise, each module's edge once.
class Tracer {
 public:
  Tracer(const QrCode& code, Length module) : code_(code), module_(module), side_(static_cast<int>(code.side)), edges_((code.side + 1) * (code.side + 1)) {
    for (int y = 0; y < side_; ++y) {
      for (int x = 0; x < side_; ++x) {
        if (!dark(x, y)) continue;
        if (!dark(x, y - 1)) edge(x, y)[0] = true;
        if (!dark(x + 1, y)) edge(x + 1, y)[1] = true;
        if (!dark(x, y + 1)) edge(x + 1, y + 1)[2] = true;
        if (!dark(x - 1, y)) edge(x, y + 1)[3] = true;
      }
    }
  }

  std::vector<PathStep> run() {
    for (int y = 0; y <= side_; ++y)
      for (int x = 0; x <= side_; ++x)
        while (edge(x, y)[0]) trace(x, y);
    return std::move(path_);
  }

 private:
  [[nodiscard]] bool dark(int x, int y) const {
    return x >= 0 && y >= 0 && x < side_ && y < side_ && code_.is_dark(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
  }
  std::array<bool, 4>& edge(int x, int y) { return edges_[static_cast<std::size_t>(y * (side_ + 1) + x)]; }
  void add(PathStep::Kind kind, int x, int y) { path_.push_back({kind, {module_ * x, module_ * y}, {}, {}}); }

  void trace(int x, int y) {
    const int start_x = x, start_y = y;
    add(PathStep::Kind::move, x, y);
    std::size_t direction = 0;
    do {
      edge(x, y)[direction] = false;
      x += kAcross[direction];
      y += kDown[direction];
      if (x == start_x && y == start_y) break;
      // Turning right first keeps apart what meets only at a corner.
      const std::size_t before = direction;
      for (const std::size_t turn : {1U, 0U, 3U}) {
        direction = (before + turn) % 4;
        if (edge(x, y)[direction]) break;
      }
      if (direction != before) add(PathStep::Kind::line, x, y);
    } while (true);
    path_.push_back({PathStep::Kind::close, {}, {}, {}});
  }

  const QrCode& code_;
  Length module_;
  int side_;
  std::vector<std::array<bool, 4>> edges_;  ///< by corner: whether an edge leaves it in each direction
  std::vector<PathStep> path_;
};

}  // namespace

std::vector<PathStep> path_of(const QrCode& code, Length module) { return Tracer(code, module).run(); }

SetFigure set_figure(const Figure& figure, Length most, Span source, Diagnostics& diagnostics) {
  return figure.image ? set_picture(figure, most, source, diagnostics) : set_code(figure, most);
}

}  // namespace galley
