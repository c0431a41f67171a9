// Build-time program: the colour space sRGB as an ICC profile, as C++ that defines export/pdf/srgb_profile.h's
// function.
//
//   make_srgb srgb_profile.cc
//
// IEC 61966-2-1 says what sRGB is: the primaries of ITU-R BT.709, the white D65, one curve for all three channels. The
// profile states just that, as a parametric curve and a matrix (ICC.1:2004-10, which PDF 1.7 refers to: ISO 32000-1,
// table 67). What Little CMS would take from the clock or the machine is overwritten, so every build has the same
// bytes.
#include <lcms2.h>

#include <array>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

namespace {

constexpr double kIccVersion = 4.2;
constexpr cmsCIExyY kWhite = {0.3127, 0.3290, 1};
constexpr cmsCIExyYTRIPLE kPrimaries = {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};

/// Little CMS's parametric curve 4: Y = (a X + b)^g from d on, c X below; as g, a, b, c, d.
constexpr int kCurveType = 4;
constexpr std::array<double, 5> kCurve = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

// Places in the header (ICC.1:2004-10, 7.2). The date is when IEC 61966-2-1 came out; a platform of 0 means none.
constexpr std::size_t kDateAt = 24, kPlatformAt = 40, kHeaderSize = 128;
constexpr std::array<unsigned char, 12> kDate = {1999 >> 8, 1999 & 0xFF, 0, 10, 0, 18};
constexpr std::array<unsigned char, 4> kNoPlatform = {};

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
struct FreeText {
  void operator()(cmsMLU* text) const { cmsMLUfree(text); }
};

bool write_text(cmsHPROFILE profile, cmsTagSignature tag, const char* words) {
  const std::unique_ptr<cmsMLU, FreeText> text(cmsMLUalloc(nullptr, 1));
  return text && cmsMLUsetASCII(text.get(), "en", "US", words) && cmsWriteTag(profile, tag, text.get());
}

Profile make_profile() {
  const std::unique_ptr<cmsToneCurve, FreeCurve> curve(cmsBuildParametricToneCurve(nullptr, kCurveType, kCurve.data()));
  if (!curve) return nullptr;
  cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
  Profile profile(cmsCreateRGBProfile(&kWhite, &kPrimaries, curves));
  if (!profile) return nullptr;
  cmsSetProfileVersion(profile.get(), kIccVersion);
  // Optional, and said by the matrix already.
  cmsWriteTag(profile.get(), cmsSigChromaticityTag, nullptr);
  const bool done = write_text(profile.get(), cmsSigProfileDescriptionTag, "sRGB IEC61966-2.1") &&
                    write_text(profile.get(), cmsSigCopyrightTag, "No copyright, use freely");
  return done ? std::move(profile) : nullptr;
}

std::string bytes_of(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  if (!cmsSaveProfileToMem(profile, nullptr, &size) || size < kHeaderSize) return {};
  std::string bytes(size, '\0');
  if (!cmsSaveProfileToMem(profile, bytes.data(), &size)) return {};
  for (std::size_t i = 0; i < kDate.size(); ++i) bytes[kDateAt + i] = static_cast<char>(kDate[i]);
  for (std::size_t i = 0; i < kNoPlatform.size(); ++i) bytes[kPlatformAt + i] = static_cast<char>(kNoPlatform[i]);
  return bytes;
}

bool write_source(std::ostream& out, const std::string& bytes) {
  out << "// Made by make_srgb.\n#include \"export/pdf/srgb_profile.h\"\n\nnamespace galley::pdf {\nnamespace {\n"
      << "constexpr unsigned char kProfile[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i)
    out << (i % 24 == 0 ? "\n" : "") << static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << ",";
  out << "};\n}  // namespace\n\nstd::string srgb_profile() {\n"
      << "  return {reinterpret_cast<const char*>(kProfile), sizeof(kProfile)};\n}\n\n}  // namespace galley::pdf\n";
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_srgb OUT\n";
    return 2;
  }
  const Profile profile = make_profile();
  const std::string bytes = profile ? bytes_of(profile.get()) : std::string();
  if (bytes.empty()) {
    std::cerr << "make_srgb: Little CMS could not make the profile\n";
    return 1;
  }
  std::ofstream out(argv[1], std::ios::binary);
  if (write_source(out, bytes)) return 0;
  std::cerr << argv[1] << ": cannot be written\n";
  return 1;
}
