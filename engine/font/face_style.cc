#include "font/face_style.h"

#include <array>
#include <cstdlib>
#include <string_view>

namespace galley {
namespace {

/// Narrow faces look among the narrower ones first, wide ones among the wider.
std::pair<int, int> width_distance(int wanted, int width) {
  if (width == wanted) return {0, 0};
  const bool first_choice = wanted <= kNormalWidth ? width < wanted : width > wanted;
  return {first_choice ? 1 : 2, std::abs(width - wanted)};
}

/// 400 to 500 look up to 500 first, then down, then up; lighter ones down first; heavier ones up first.
std::pair<int, int> weight_distance(int wanted, int weight) {
  const int distance = std::abs(weight - wanted);
  if (weight == wanted) return {0, 0};
  if (wanted >= 400 && wanted <= 500) {
    if (weight > wanted && weight <= 500) return {1, distance};
    return {weight < wanted ? 2 : 3, distance};
  }
  const bool first_choice = wanted < 400 ? weight < wanted : weight > wanted;
  return {first_choice ? 1 : 2, distance};
}

std::string weight_name(int weight) {
  static constexpr std::array<std::string_view, 9> kNames{"thin",     "extra light", "light",      "regular", "medium",
                                                          "semibold", "bold",        "extra bold", "black"};
  const bool named = weight % 100 == 0 && weight >= 100 && weight <= 900;
  return named ? std::string(kNames[static_cast<std::size_t>(weight / 100 - 1)]) : "weight " + std::to_string(weight);
}

}  // namespace

std::string style_name(const FaceStyle& style) {
  std::string name;
  const auto add = [&](const std::string& word) { name += (name.empty() ? "" : " ") + word; };
  if (style.width != kNormalWidth) add(width_name(style.width));
  if (style.weight != 400) add(weight_name(style.weight));
  if (style.italic) add("italic");
  if (name.empty()) add("regular");
  if (style.optical_size > 0) add(std::to_string(style.optical_size) + "pt");
  return name;
}

StyleDistance style_distance(const FaceStyle& wanted, const FaceStyle& face) {
  return {width_distance(wanted.width, face.width), face.italic != wanted.italic, weight_distance(wanted.weight, face.weight)};
}

}  // namespace galley
