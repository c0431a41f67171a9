#include "page/flow_bullet.h"

#include <algorithm>

namespace galley {
namespace {

/// Hundredths of an icon that stand above the baseline: its middle is that of the capitals.
constexpr int kIconAboveBaseline = 87;

/// The gap after a mark, as a real space of its own width, on the side where the text follows.
void add_gap(SetLine& line, Length gap, bool right_to_left) {
  if (right_to_left && !line.runs.back().run.right_to_left) {  // numbers: they read from left to right even there
    SetRun& space = line.runs.emplace_back(line.runs.back());
    space.x += space.run.width();
    space.run.text.clear();
    space.run.glyphs.clear();
    space.run.right_to_left = true;
  }
  GlyphRun& run = line.runs.back().run;
  const auto at = static_cast<std::uint32_t>(run.text.size());
  run.text += ' ';
  const Glyph space{run.face->glyph_of(' '), gap, {}, {}, {at, at + 1}};
  run.glyphs.insert(run.right_to_left ? run.glyphs.begin() : run.glyphs.end(), space);
}

/// The mark and the gap after it.
SetBullet set_mark(const Bullet& bullet, Length left, const Setter& setter) {
  SetBullet result{{}, left, {}};
  std::vector<SetLine> lines = set_text(bullet.mark, bullet.mark.front().style, {kUnbroken, kUnbroken}, setter);
  if (lines.empty() || lines.front().runs.empty()) return result;
  SetLine& line = lines.front();
  for (SetRun& each : line.runs) each.x -= line.x;
  const Length gap = std::max(bullet.gap, bullet.width - line.width);
  add_gap(line, gap, setter.composed.right_to_left);
  append_line(line, {left, {}}, {}, setter, result.items);
  result.text_left = left + line.width + gap;
  result.gap = gap;
  return result;
}

/// A drawing before the text, as an artifact: what it says the text says again.
SetBullet set_icon(const Bullet& bullet, Length left, Colour colour) {
  const Length size = bullet.icon_size;
  Shape shape{bullet.icon, colour, true};
  for (PathStep& step : shape.path)
    for (Point* point : {&step.to, &step.control1, &step.control2})
      *point = {point->x.times(size.scaled(), kIconBox.scaled()), point->y.times(size.scaled(), kIconBox.scaled())};
  return {{Item{{left, -size.times(kIconAboveBaseline, 100)}, kArtifact, std::move(shape)}}, left + std::max(size + bullet.gap, bullet.width), {}};
}

}  // namespace

SetBullet set_bullet(const TextBlock& block, const Slot& slot, const Setter& setter) {
  if (!block.bullet) return {{}, slot.left + block.indent, {}};
  const Bullet& bullet = *block.bullet;
  const Length left = slot.left + bullet.indent;
  if (bullet.icon.empty()) {
    SetBullet set = set_mark(bullet, left, setter);
    if (set.items.empty()) set.text_left = slot.left + block.indent;
    return set;
  }
  return set_icon(bullet, left, setter.style(bullet.mark.empty() ? block.style : bullet.mark.front().style).colour);
}

}  // namespace galley
