#include "export/pdf/device_colours.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "export/pdf/pdf.h"
#include "export/text/text.h"
#include "image/inking.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using pdf::DeviceColours;
using ::testing::HasSubstr;
using ::testing::Not;

/// From the package libgs-common.
constexpr const char* kPressProfile = "/usr/share/color/icc/ghostscript/default_cmyk.icc";
constexpr const char* kScreenProfile = "/usr/share/color/icc/ghostscript/srgb.icc";

std::string bytes_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Press with_inking(Press press) {
  if (press.inks != Inks::rgb) press.inking = inking_for(press).inking;
  return press;
}

Press press(Inks inks) {
  return with_inking({inks, inks == Inks::cmyk ? std::make_shared<const std::string>(bytes_of(kPressProfile)) : nullptr, nullptr});
}

std::string why_no_press_profile(std::string bytes) {
  return inking_for({Inks::cmyk, std::make_shared<const std::string>(std::move(bytes)), nullptr}).why;
}

std::string operator_for(Inks inks, const Colour& colour) {
  std::string out;
  DeviceColours(press(inks)).append(out, colour);
  return out;
}

TEST(DeviceColours, LeavesScreensAsTheyAre) {
  EXPECT_EQ(operator_for(Inks::rgb, {0, 0, 0}), "0 g\n");
  EXPECT_EQ(operator_for(Inks::rgb, {255, 0, 51}), "1 0 0.2 rg\n");
}

TEST(DeviceColours, GreysAreBlackInkAlone) {
  EXPECT_EQ(operator_for(Inks::cmyk, {0, 0, 0}), "0 0 0 1 k\n");
  EXPECT_EQ(operator_for(Inks::cmyk, {102, 102, 102}), "0 0 0 0.6 k\n");
  EXPECT_EQ(operator_for(Inks::cmyk, {255, 255, 255}), "0 0 0 0 k\n");
}

/// A dark blue is much cyan and magenta and little yellow and black; yellow is yellow ink alone but for a trace.
TEST(DeviceColours, OtherColoursGoThroughTheProfile) {
  const std::string navy = operator_for(Inks::cmyk, {31, 58, 95});
  EXPECT_THAT(navy, ::testing::MatchesRegex("0\\.9[0-9]? 0\\.[78][0-9]? 0\\.[34][0-9]? 0\\.[23][0-9]? k\n")) << navy;
  const std::string yellow = operator_for(Inks::cmyk, {255, 255, 0});
  EXPECT_THAT(yellow, ::testing::MatchesRegex("0(\\.0[0-9])? 0(\\.0[0-9])? (1|0\\.9[0-9]?) 0 k\n")) << yellow;
}

TEST(DeviceColours, GreysOfColoursAreAsLightAsTheyWere) {
  EXPECT_EQ(operator_for(Inks::grey, {102, 102, 102}), "0.4 g\n");
  // CIE lightness of pure green is 87.7, which sRGB's grey 0.86 has too.
  EXPECT_EQ(operator_for(Inks::grey, {0, 255, 0}), "0.86 g\n");
  // Pure blue has 6.06 % of white's luminance under D50 (sRGB profile, Bradford); sRGB's grey 0.273 has that.
  EXPECT_EQ(operator_for(Inks::grey, {0, 0, 255}), "0.27 g\n");
}

TEST(InkingFor, SaysWhatIsNoPressProfile) {
  EXPECT_EQ(why_no_press_profile(bytes_of(kPressProfile)), "");
  EXPECT_EQ(why_no_press_profile("nothing of the kind"), "is no ICC profile");
  EXPECT_EQ(why_no_press_profile(bytes_of(kScreenProfile)), "is not the ICC profile of a CMYK press");
  EXPECT_NE(why_no_press_profile(bytes_of(kPressProfile).substr(0, 4000)), "");
}

std::string pdf_of(Pages pages, Inks inks, bool readable) {
  pages.press = press(inks);
  Diagnostics diagnostics;
  const auto bytes = write_pdf(pages, {.readable = readable}, diagnostics);
  for (const Diagnostic& each : diagnostics.all()) ADD_FAILURE() << each.message;
  return bytes.value_or("");
}

TEST(CmykPdf, HasNoOtherColours) {
  for (const SamplePages& sample : {two_page_sample(), figure_sample()}) {
    const std::string readable = pdf_of(sample.pages, Inks::cmyk, true);
    EXPECT_THAT(readable, Not(HasSubstr("DeviceRGB")));
    EXPECT_THAT(readable, Not(::testing::ContainsRegex(" rg\n")));
    EXPECT_THAT(readable, HasSubstr("0 0 0 1 k\n"));
    EXPECT_THAT(readable, HasSubstr("/S /GTS_PDFX"));
    EXPECT_THAT(readable, HasSubstr("/N 4"));
  }
  const Pages figures = figure_sample().pages;
  const std::string pdf = pdf_of(figures, Inks::cmyk, false);
  const std::string list = run_on(pdf, "pdfimages -list @");
  EXPECT_THAT(list, testing::ContainsRegex("image +64 +64 +cmyk +4 +8"));
  EXPECT_THAT(list, testing::ContainsRegex("image +30 +20 +gray +1 +8"));
  EXPECT_THAT(list, Not(HasSubstr("rgb")));
  keep_for_conformance("figures-cmyk", pdf, write_text(figures));
}

TEST(GreyPdf, HasNoOtherColours) {
  const Pages figures = figure_sample().pages;
  const std::string readable = pdf_of(figures, Inks::grey, true);
  EXPECT_THAT(readable, Not(HasSubstr("DeviceRGB")));
  EXPECT_THAT(readable, Not(::testing::ContainsRegex(" rg\n")));
  const std::string pdf = pdf_of(figures, Inks::grey, false);
  EXPECT_THAT(run_on(pdf, "pdfimages -list @"), Not(HasSubstr("rgb")));
  keep_for_conformance("figures-grey", pdf, write_text(figures));
}

}  // namespace
}  // namespace galley
