#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <lcms2.h>

#include <array>
#include <cmath>

#include "export/pdf/srgb_profile.h"

namespace galley {
namespace {

TEST(SrgbProfile, TakesNothingFromClockOrMachine) {
  const std::string profile = pdf::srgb_profile();
  ASSERT_GT(profile.size(), 128U);
  EXPECT_LT(profile.size(), 1024U);
  EXPECT_EQ(profile.substr(8, 4), std::string("\4\x20\0\0", 4)) << "ICC version 4.2, as PDF 1.7 knows it";
  EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
  EXPECT_EQ(profile.substr(24, 12), std::string("\x07\xCF\0\x0A\0\x12\0\0\0\0\0\0", 12)) << "18 October 1999";
  EXPECT_EQ(profile.substr(40, 4), std::string(4, '\0')) << "no platform";
  EXPECT_EQ(profile.substr(84, 16), std::string(16, '\0')) << "no profile ID";
}

struct Colour8 {
  std::array<unsigned char, 3> rgb;
  cmsCIELab lab;
};

/// Known values of sRGB in CIELAB under D50 (Bradford), as colour calculators give them.
TEST(SrgbProfile, MeansTheColoursOfSrgb) {
  const std::string bytes = pdf::srgb_profile();
  cmsHPROFILE profile = cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()));
  ASSERT_NE(profile, nullptr);
  cmsHPROFILE lab = cmsCreateLab4Profile(nullptr);
  cmsHTRANSFORM transform = cmsCreateTransform(profile, TYPE_RGB_8, lab, TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC, 0);
  ASSERT_NE(transform, nullptr);
  for (const auto& [rgb, expected] :
       {Colour8{{255, 255, 255}, {100, 0, 0}}, Colour8{{0, 0, 0}, {0, 0, 0}},
        Colour8{{255, 0, 0}, {54.29, 80.81, 69.89}}, Colour8{{0, 255, 0}, {87.82, -79.29, 80.99}},
        Colour8{{0, 0, 255}, {29.57, 68.30, -112.03}}, Colour8{{119, 119, 119}, {50.03, 0, 0}}}) {
    cmsCIELab got{};
    cmsDoTransform(transform, rgb.data(), &got, 1);
    EXPECT_LT(std::hypot(got.L - expected.L, got.a - expected.a, got.b - expected.b), 0.1)
        << got.L << ' ' << got.a << ' ' << got.b;
  }
  cmsDeleteTransform(transform);
  cmsCloseProfile(lab);
  cmsCloseProfile(profile);
}

}  // namespace
}  // namespace galley
