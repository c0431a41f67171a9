#include "page/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/numbers.h"
#include "page/paths.h"

namespace galley {
namespace {

constexpr Colour kPaper = {255, 255, 255};

/// Of light, by WCAG 2.2's formula of sRGB.
double luminance(const Colour& colour) {
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::string written(const Colour& colour) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
    text += kDigits[channel >> 4U];
    text += kDigits[channel & 15U];
  }
  return text;
}

/// What was drawn last below the middle of a text.
Colour ground_of(const Rectangle& text, const std::vector<std::pair<Rectangle, Colour>>& boxes) {
  const Length x = (text.left + text.right) / 2, y = (text.top + text.bottom) / 2;
  for (std::size_t i = boxes.size(); i-- > 0;) {
    const Rectangle& box = boxes[i].first;
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return boxes[i].second;
  }
  return kPaper;
}

}  // namespace

double contrast(const Colour& one, const Colour& other) {
  constexpr double kFlare = 0.05;  // WCAG's allowance for light that a screen reflects
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});  // a list: the values, not references to what is gone
  return (lighter + kFlare) / (darker + kFlare);
}

void warn_of_contrast(const Pages& pages, double least, Diagnostics& diagnostics) {
  std::vector<std::pair<Colour, Colour>> seen;
  for (const Page& page : pages.pages) {
    std::vector<std::pair<Rectangle, Colour>> boxes;
    for (const Item& item : page.items) {
      if (const auto* box = std::get_if<Rule>(&item.what)) boxes.emplace_back(extent_of(item), box->colour);
      const auto* run = std::get_if<GlyphRun>(&item.what);
      if (!run) continue;
      const std::pair pair(run->colour, boxes.empty() ? kPaper : ground_of(extent_of(item), boxes));
      if (std::find(seen.begin(), seen.end(), pair) != seen.end()) continue;
      seen.push_back(pair);
      const double ratio = contrast(pair.first, pair.second);
      if (ratio >= least) continue;
      diagnostics.warn(run->source, "text in " + written(pair.first) + " on " + written(pair.second) + " has a contrast of " + format_number(ratio, 2) + " to 1",
                       "not everybody can read it: take a darker colour for one and a lighter one for the other, to " + format_number(least, 2) + " at least").code = Code::low_contrast;
    }
  }
}

}  // namespace galley
