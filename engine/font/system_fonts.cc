#include "font/system_fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace galley {
namespace {

using ConfigPointer = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;
using PatternPointer = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
using ObjectsPointer = std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)>;
using FontsPointer = std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)>;

std::string text_of(const FcPattern* pattern, const char* object, int n = 0) {
  FcChar8* text = nullptr;
  if (FcPatternGetString(pattern, object, n, &text) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(text);
}

/// `otherwise` also for the ranges of variable fonts, which are used as they stand by default.
int number_of(const FcPattern* pattern, const char* object, int otherwise) {
  int number = 0;
  return FcPatternGetInteger(pattern, object, 0, &number) == FcResultMatch ? number : otherwise;
}

/// fontconfig's whole per cents (62, 87) are those of OS/2 usWidthClass cut off.
int width_of(int per_cent) {
  constexpr std::array<int, 9> widths{50, 62, 75, 87, 100, 112, 125, 150, 200};
  const auto* const at = std::lower_bound(widths.begin(), widths.end(), per_cent);
  return width_of_class(at == widths.end() ? 9 : static_cast<unsigned>(at - widths.begin()) + 1);
}

bool is_variable(const FcPattern* pattern) {
  FcBool variable = FcFalse;
  return FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable) == FcResultMatch && variable == FcTrue;
}

/// What a variable font reaches, as fontconfig says it: in a range for each axis.
Reach reach_of(const FcPattern* pattern, const char* object, double (*value)(double)) {
  FcRange* range = nullptr;
  double least = 0, most = 0;
  if (FcPatternGetRange(pattern, object, 0, &range) != FcResultMatch || FcRangeGetDouble(range, &least, &most) != FcTrue) return {};
  return least < most ? Reach{static_cast<int>(std::ceil(value(least))), static_cast<int>(value(most))} : Reach{};
}

Axes axes_of(const FcPattern* pattern) {
  Axes axes;
  axes.weight = reach_of(pattern, FC_WEIGHT, [](double weight) { return FcWeightToOpenTypeDouble(weight); });
  axes.width = reach_of(pattern, FC_WIDTH, [](double per_cent) { return per_cent * 10; });
  axes.optical_size = reach_of(pattern, FC_SIZE, [](double points) { return points; });
  return axes;
}

FontFile describe(const FcPattern* pattern) {
  FontFile file;
  file.path = text_of(pattern, FC_FILE);
  file.index = static_cast<unsigned>(number_of(pattern, FC_INDEX, 0));
  for (int n = 0; !text_of(pattern, FC_FAMILY, n).empty(); ++n) file.families.push_back(text_of(pattern, FC_FAMILY, n));
  file.style.weight = FcWeightToOpenType(number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR));
  file.style.width = width_of(number_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL));
  file.style.italic = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
  if (is_variable(pattern)) file.axes = axes_of(pattern);
  return file;
}

/// Named instances of variable fonts have their number in the upper half of the index; the variable font itself is there, too.
bool is_usable(const FontFile& file, const FcPattern* pattern) {
  const std::string format = text_of(pattern, FC_FONTFORMAT);
  return (format == "TrueType" || format == "CFF") && file.index <= 0xFFFF && is_font_file_name(file.path);
}

class Fontconfig final : public SystemFonts {
 public:
  [[nodiscard]] std::vector<FontFile> faces(const std::string& family) const override;

 private:
  ConfigPointer config_{FcInitLoadConfigAndFonts(), FcConfigDestroy};
};

std::vector<FontFile> Fontconfig::faces(const std::string& family) const {
  std::vector<FontFile> faces;
  if (!config_) return faces;
  const PatternPointer asked(FcPatternCreate(), FcPatternDestroy);
  if (!family.empty()) FcPatternAddString(asked.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcPatternAddBool(asked.get(), FC_SCALABLE, FcTrue);
  const ObjectsPointer wanted(FcObjectSetBuild(FC_FILE, FC_INDEX, FC_FAMILY, FC_WEIGHT, FC_WIDTH, FC_SLANT, FC_SIZE,
                                               FC_FONTFORMAT, FC_VARIABLE, static_cast<char*>(nullptr)),
                              FcObjectSetDestroy);
  const FontsPointer found(FcFontList(config_.get(), asked.get(), wanted.get()), FcFontSetDestroy);
  for (int i = 0; found && i < found->nfont; ++i) {
    FontFile file = describe(found->fonts[i]);
    if (is_usable(file, found->fonts[i])) faces.push_back(std::move(file));
  }
  // fontconfig lists in the order of its cache files, which differs between machines.
  std::sort(faces.begin(), faces.end(),
            [](const FontFile& a, const FontFile& b) { return std::tie(a.path, a.index) < std::tie(b.path, b.index); });
  return faces;
}

}  // namespace

std::unique_ptr<const SystemFonts> load_system_fonts() { return std::make_unique<Fontconfig>(); }

}  // namespace galley
