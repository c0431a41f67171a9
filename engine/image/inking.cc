#include "image/inking.h"

#include <lcms2.h>

#include <array>
#include <utility>

namespace galley {
namespace {

using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;
using Transform = std::shared_ptr<void>;

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

/// nullptr where the profile does not allow it.
Transform transform(cmsHPROFILE to, cmsUInt32Number from_format, cmsUInt32Number to_format) {
  const Profile srgb(cmsCreate_sRGBProfile(), &cmsCloseProfile);
  cmsHTRANSFORM made = cmsCreateTransform(srgb.get(), from_format, to, to_format, INTENT_RELATIVE_COLORIMETRIC,
                                          cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE);
  return made ? Transform(made, cmsDeleteTransform) : nullptr;
}

/// Why a CMYK press cannot have it.
std::string why_not(cmsHPROFILE profile) {
  constexpr double kLatest = 5;  // PDF/A-2, 6.2.3, goes up to version 4
  if (!profile) return "is no ICC profile";
  if (cmsGetColorSpace(profile) != cmsSigCmykData || cmsGetDeviceClass(profile) != cmsSigOutputClass)
    return "is not the ICC profile of a CMYK press";
  if (cmsGetProfileVersion(profile) >= kLatest) return "is an ICC profile of version 5, which PDF does not know";
  return {};
}

std::string name_of(cmsHPROFILE profile) {
  std::array<char, 256> name{};
  const bool has_one = cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", name.data(), name.size()) > 1;
  return has_one ? name.data() : "CMYK";
}

}  // namespace

MadeInking inking_for(const Press& press) {
  const bool cmyk = press.inks == Inks::cmyk;
  const std::shared_ptr<void> profile = cmyk ? opened(press.profile ? *press.profile : std::string()) : grey_profile();
  if (std::string why = cmyk ? why_not(profile.get()) : std::string(); !why.empty()) return {nullptr, std::move(why)};
  const Transform colours = transform(profile.get(), TYPE_RGB_16, cmyk ? TYPE_CMYK_16 : TYPE_GRAY_16);
  if (!colours) return {nullptr, "is an ICC profile that cannot turn colours into inks"};
  auto inking = std::make_shared<Inking>();
  if (cmyk) inking->profile_name = name_of(profile.get());
  inking->of_colours = [colours](const std::uint16_t* from, std::uint16_t* to, std::size_t count) {
    cmsDoTransform(colours.get(), from, to, static_cast<cmsUInt32Number>(count));
  };
  inking->of_pixels = [profile, cmyk](const std::uint8_t* from, std::uint8_t* to, std::size_t count) {
    const Transform pixels = transform(profile.get(), TYPE_RGB_8, cmyk ? TYPE_CMYK_8 : TYPE_GRAY_8);
    if (pixels) cmsDoTransform(pixels.get(), from, to, static_cast<cmsUInt32Number>(count));
  };
  return {std::move(inking), {}};
}

}  // namespace galley
