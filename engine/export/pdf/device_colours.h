// The colours of a document in what its press prints with: sRGB as it is, greys, or CMYK through the press's ICC profile.
//
//   DeviceColours colours(pages.press);
//   colours.append(content, {0, 0, 0});   // "0 g\n", for a CMYK press "0 0 0 1 k\n"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/image.h"

namespace galley::pdf {

/// Pixels as an image XObject has them.
struct DevicePixels {
  int channels = 3;                 ///< 1: DeviceGray, 3: DeviceRGB, 4: DeviceCMYK
  std::vector<std::uint8_t> bytes;  ///< 8 bits a channel; CMYK: 255 is all ink
};

class DeviceColours {
 public:
  /// `press` has its inking, unless it is of rgb.
  explicit DeviceColours(const Press& press) : press_(press) {}

  /// The operator that sets the fill colour. Greys never become more than black ink, so that small type needs no register;
  /// other inks come in whole percents.
  void append(std::string& content, const Colour& colour) const;

  /// Whether the colour that a page starts with, black of DeviceGray, is ours.
  [[nodiscard]] bool starts_in_black() const { return press_.inks != Inks::cmyk; }

  /// Whether images of so many channels go in as they are.
  [[nodiscard]] bool keeps(int channels) const { return press_.inks == Inks::rgb || channels == 1; }
  [[nodiscard]] DevicePixels convert(const Image& image) const;

  /// The space in which transparency is mixed: "DeviceCMYK".
  [[nodiscard]] const char* space() const { return space_of(press_.inks == Inks::cmyk ? 4 : press_.inks == Inks::grey ? 1 : 3); }
  [[nodiscard]] static const char* space_of(int channels) {
    return channels == 1 ? "DeviceGray" : channels == 4 ? "DeviceCMYK" : "DeviceRGB";
  }

 private:
  Press press_;
};

}  // namespace galley::pdf
