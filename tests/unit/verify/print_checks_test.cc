#include "verify/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/verify/plain_pdf.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// What preflight alone says, errors and warnings.
std::vector<std::string> preflight(const PlainPdf& pdf) {
  Diagnostics plain, print;
  verify_pdf({"a.pdf", pdf.bytes()}, {}, plain);
  verify_pdf({"a.pdf", pdf.bytes()}, {.expected_text = {}, .print = true}, print);
  std::vector<std::string> out;
  for (const Diagnostic& each : print.all()) {
    bool is_known = false;
    for (const Diagnostic& other : plain.all()) is_known = is_known || other.message == each.message;
    if (!is_known) out.push_back((each.severity == Severity::error ? "error " : "warning ") + each.message.substr(15));
  }
  return out;
}

PlainPdf boxed(const std::string& content) {
  PlainPdf pdf;
  pdf.boxes = "/MediaBox[0 0 220 220]/TrimBox[10 10 210 210]/BleedBox[1 1 219 219]";
  pdf.page(content);
  return pdf;
}

TEST(Preflight, IsContentWithGreyAndSoundBoxes) {
  EXPECT_THAT(preflight(boxed("0 g 0 0 10 10 re f 0.25 w 0 0 m 10 10 l S 0 0 0 1 k 0 0 5 5 re f")), IsEmpty());
}

TEST(Preflight, CountsInk) {
  EXPECT_THAT(preflight(boxed("0.8 0.7 0.6 0.9 k 0 0 5 5 re f")), IsEmpty());
  EXPECT_THAT(preflight(boxed("1 0.8 0.7 0.9 k 0 0 5 5 re f")),
              ElementsAre("error a colour takes 340 % of ink; above 300 % it does not dry"));
}

TEST(Preflight, KnowsWhatOverprintDoesToWhite) {
  PlainPdf pdf = boxed("/O gs 0 0 0 0 k 0 0 5 5 re f");
  pdf.resources = "/ExtGState<</O<</op true/OPM 1>>>>";
  EXPECT_THAT(preflight(pdf),
              ElementsAre("warning overprint is set: what is white in it vanishes on a press, though not on a screen"));
}

TEST(Preflight, WantsATrimBox) {
  PlainPdf pdf;
  pdf.page("0 g");
  EXPECT_THAT(preflight(pdf), ElementsAre("warning the page has no /TrimBox, so the shop has to guess where to cut"));
}

TEST(Preflight, WantsBoxesWithinOneAnother) {
  PlainPdf pdf = boxed("0 g");
  pdf.boxes = "/MediaBox[0 0 200 200]/TrimBox[10 10 210 210]/BleedBox[20 20 190 190]";
  EXPECT_THAT(preflight(pdf), ElementsAre("error the /TrimBox reaches beyond the /MediaBox",
                                          "error the /TrimBox reaches beyond the /BleedBox"));
  pdf.boxes = "/MediaBox[0 0 200 200]/TrimBox[10 10 190 190]/BleedBox[-5 0 200 200]";
  EXPECT_THAT(preflight(pdf), ElementsAre("error the /BleedBox reaches beyond the /MediaBox"));
}

class PreflightRgb : public ::testing::TestWithParam<const char*> {};

TEST_P(PreflightRgb, IsNamed) {
  PlainPdf pdf = boxed(GetParam());
  pdf.resources =
      "/ColorSpace<</C1[/ICCBased 100 0 R]/C2[/Indexed/DeviceRGB 1<000000FFFFFF>]>>/XObject<</I 101 0 R>>"
      "/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 1]>>>>";
  pdf.more = {
      {100, PlainPdf::stream("/N 3", "profile")},
      {101, PlainPdf::stream(
                "/Type/XObject/Subtype/Image/Width 1000/Height 1000/BitsPerComponent 8/ColorSpace/DeviceRGB", "x")}};
  EXPECT_THAT(preflight(pdf),
              ElementsAre("error RGB colours are left on the page; presses print CMYK or spot colours"));
}

INSTANTIATE_TEST_SUITE_P(AllWays, PreflightRgb,
                         ::testing::Values("1 0 0 rg", "0 0 1 RG", "/DeviceRGB cs", "/C1 cs", "/C2 CS", "/S sh",
                                           "q 72 0 0 72 0 0 cm /I Do Q"));

TEST(Preflight, MeasuresLinesWhereTheyStand) {
  EXPECT_THAT(preflight(boxed("0.2 w 0 0 m 9 9 l S")),
              ElementsAre("error a line is 0.2 pt thin; presses hold 0.25 pt and more"));
  EXPECT_THAT(preflight(boxed("q 0.1 0 0 0.1 0 0 cm 1 w 0 0 m 9 9 l S Q")),
              ElementsAre("error a line is 0.1 pt thin; presses hold 0.25 pt and more"));
  EXPECT_THAT(preflight(boxed("0 0 100 0.1 re f")),
              ElementsAre("error a line is 0.1 pt thin; presses hold 0.25 pt and more"));
  EXPECT_THAT(preflight(boxed("0 0 100 0.1 re W n q 4 0 0 4 0 0 cm 0.1 w 0 0 m 9 9 l S Q")), IsEmpty());
}

TEST(Preflight, MeasuresImagesWhereTheyStand) {
  const auto of_size = [](const std::string& points) {
    PlainPdf pdf = boxed("q " + points + " 0 0 " + points + " 0 0 cm /I Do Q");
    pdf.resources = "/XObject<</I 100 0 R>>";
    pdf.more = {
        {100, PlainPdf::stream(
                  "/Type/XObject/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceGray", "x")}};
    return preflight(pdf);
  };
  EXPECT_THAT(of_size("72"), IsEmpty());
  EXPECT_THAT(of_size("108"), ElementsAre("warning the image 'I' has 200 pixels per inch; 300 are usual"));
  EXPECT_THAT(of_size("216"), ElementsAre("error the image 'I' has 100 pixels per inch; below 150 one sees them"));
}

}  // namespace
}  // namespace galley
