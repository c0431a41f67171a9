#include "export/pdf/device_colours.h"

#include <lcms2.h>

#include <array>
#include <cmath>

#include "base/numbers.h"

namespace galley::pdf {
namespace {

using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;

Profile opened(const std::string& bytes) {
  return {cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())), &cmsCloseProfile};
}

/// Grey with the tones of sRGB, which the output intent gives it.
Profile grey_profile() {
  // IEC 61966-2-1, as a parametric curve of type 4 (ICC.1, 10.18).
  constexpr std::array<cmsFloat64Number, 5> kTones = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  const std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)> tones(cmsBuildParametricToneCurve(nullptr, 4, kTones.data()),
                                                                         &cmsFreeToneCurve);
  return {cmsCreateGrayProfile(cmsD50_xyY(), tones.get()), &cmsCloseProfile};
}

/// Relative colorimetric with the black points made equal: colours that the press has stay as they are, and dark ones
/// keep their drawing.
std::shared_ptr<void> transform(cmsHPROFILE to, cmsUInt32Number from_format, cmsUInt32Number to_format) {
  const Profile srgb(cmsCreate_sRGBProfile(), &cmsCloseProfile);
  cmsHTRANSFORM made = cmsCreateTransform(srgb.get(), from_format, to, to_format, INTENT_RELATIVE_COLORIMETRIC,
                                          cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE);
  return {made, [](void* each) {
            if (each) cmsDeleteTransform(each);
          }};
}

Profile profile_of(const Press& press) { return press.inks == Inks::cmyk ? opened(*press.profile) : grey_profile(); }

void append_channel(std::string& content, double value) {
  append_number(content, value, 3);
  content += ' ';
}

}  // namespace

DeviceColours::DeviceColours(const Press& press) : press_(press) {
  if (press.inks == Inks::rgb) return;
  colours_ = transform(profile_of(press).get(), TYPE_RGB_16, press.inks == Inks::cmyk ? TYPE_CMYK_16 : TYPE_GRAY_16);
}

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
    cmsDoTransform(colours_.get(), from.data(), to.data(), 1);
    const std::size_t channels = press_.inks == Inks::cmyk ? 4 : 1;
    for (std::size_t i = 0; i < channels; ++i) append_channel(content, std::round(to[i] / 655.35) / 100);
    content += channels == 4 ? "k\n" : "g\n";
  }
}

DevicePixels DeviceColours::convert(const Image& image) const {
  const bool cmyk = press_.inks == Inks::cmyk;
  const std::shared_ptr<void> pixels = transform(profile_of(press_).get(), TYPE_RGB_8, cmyk ? TYPE_CMYK_8 : TYPE_GRAY_8);
  DevicePixels made{cmyk ? 4 : 1, {}};
  const std::size_t count = std::size_t{image.width} * image.height;
  made.bytes.resize(count * static_cast<std::size_t>(made.channels));
  cmsDoTransform(pixels.get(), image.pixels.data(), made.bytes.data(), static_cast<cmsUInt32Number>(count));
  return made;
}

std::string why_no_press_profile(const std::string& bytes) {
  constexpr double kLatest = 5;  // PDF/A-2, 6.2.3, goes up to version 4
  const Profile profile = opened(bytes);
  if (!profile) return "is no ICC profile";
  if (cmsGetColorSpace(profile.get()) != cmsSigCmykData || cmsGetDeviceClass(profile.get()) != cmsSigOutputClass)
    return "is not the ICC profile of a CMYK press";
  if (cmsGetProfileVersion(profile.get()) >= kLatest) return "is an ICC profile of version 5, which PDF does not know";
  if (!transform(profile.get(), TYPE_RGB_16, TYPE_CMYK_16)) return "is an ICC profile that cannot turn colours into inks";
  return {};
}

std::string name_of_profile(const std::string& bytes) {
  const Profile profile = opened(bytes);
  std::array<char, 256> name{};
  if (!profile || cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", name.data(), name.size()) <= 1) return "CMYK";
  return name.data();
}

}  // namespace galley::pdf
