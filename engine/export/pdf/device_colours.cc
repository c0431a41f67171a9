#include "export/pdf/device_colours.h"

#include <array>
#include <cmath>

#include "base/numbers.h"

namespace galley::pdf {
namespace {

void append_channel(std::string& content, double value) {
  append_number(content, value, 3);
  content += ' ';
}

}  // namespace

void DeviceColours::append(std::string& content, const Colour& colour) const {
  constexpr double kWhole = 255;
  if (colour.is_grey() && press_.inks == Inks::cmyk) {
    content += "0 0 0 ";
    append_channel(content, 1 - colour.red / kWhole);
    content += "k\n";
  } else if (colour.is_grey()) {
    append_channel(content, colour.red / kWhole);
    content += "g\n";
  } else if (press_.inks == Inks::rgb) {
    for (const std::uint8_t value : {colour.red, colour.green, colour.blue}) append_channel(content, value / kWhole);
    content += "rg\n";
  } else {
    constexpr std::uint16_t kTo16Bits = 257;
    const std::array<std::uint16_t, 3> from = {static_cast<std::uint16_t>(colour.red * kTo16Bits),
                                               static_cast<std::uint16_t>(colour.green * kTo16Bits),
                                               static_cast<std::uint16_t>(colour.blue * kTo16Bits)};
    std::array<std::uint16_t, 4> to{};
    press_.inking->of_colours(from.data(), to.data(), 1);
    const std::size_t channels = press_.inks == Inks::cmyk ? 4 : 1;
    for (std::size_t i = 0; i < channels; ++i) append_channel(content, std::round(to[i] / 655.35) / 100);
    content += channels == 4 ? "k\n" : "g\n";
  }
}

DevicePixels DeviceColours::convert(const Image& image) const {
  DevicePixels made{press_.inks == Inks::cmyk ? 4 : 1, {}};
  const std::size_t count = std::size_t{image.width} * image.height;
  made.bytes.resize(count * static_cast<std::size_t>(made.channels));
  press_.inking->of_pixels(image.pixels.data(), made.bytes.data(), count);
  return made;
}

}  // namespace galley::pdf
