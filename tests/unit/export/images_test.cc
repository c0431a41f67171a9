#include "export/pdf/images.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/pdf/pdf.h"
#include "export/pdf/png_filter.h"
#include "export/svg/svg.h"
#include "export/text/text.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string pdf_of(const Pages& pages, bool readable) {
  Diagnostics diagnostics;
  const std::optional<std::string> bytes = write_pdf(pages, {.readable = readable}, diagnostics);
  for (const Diagnostic& each : diagnostics.all()) ADD_FAILURE() << each.message;
  return bytes.value_or("");
}

TEST(Images, StandInTheFileOnceEach) {
  const Pages pages = figure_sample().pages;
  const std::string pdf = pdf_of(pages, false);
  EXPECT_THAT(run_on(pdf, "qpdf --check @"), HasSubstr("No syntax or stream encoding errors found"));
  const std::string list = run_on(pdf, "pdfimages -list @");
  EXPECT_THAT(list, testing::ContainsRegex("image +64 +64 +rgb +3 +8 +jpeg"));
  EXPECT_THAT(list, testing::ContainsRegex("image +30 +20 +gray +1 +8 +image"));
  EXPECT_THAT(list, testing::ContainsRegex("smask +30 +20 +gray +1 +8 +image"));
  EXPECT_THAT(list, testing::ContainsRegex("image +50 +10 +rgb +3 +8 +image"));
  keep_for_conformance("figures", pdf, write_text(pages));
  const std::string readable = pdf_of(pages, true);
  EXPECT_THAT(run_on(readable, "qpdf --check @"), HasSubstr("No syntax or stream encoding errors found"));
  std::size_t images = 0;
  for (std::size_t at = 0; (at = readable.find("/Subtype /Image", at)) != std::string::npos; ++at) ++images;
  EXPECT_EQ(images, 4U) << "three images and a mask, of which one image is drawn twice";
}

TEST(Images, ComeBackPixelForPixel) {
  const std::string pdf = pdf_of(figure_sample().pages, false);
  // The mask of the second image on page 2, as pdfimages writes it: PPM, "P6\n50 10\n255\n" and the pixels.
  const std::string ppm =
      run_on(pdf, "sh -c 'd=$(mktemp -d) && pdfimages -f 2 -l 2 \"$0\" $d/i && cat $d/i-000.ppm; rm -r $d' @");
  const auto image = gradient(50, 10, 3);
  EXPECT_THAT(ppm, HasSubstr(std::string(image->pixels.begin(), image->pixels.end())));
}

TEST(Images, SayWhereTransparencyMixes) {
  const std::string pdf = pdf_of(figure_sample().pages, true);
  EXPECT_THAT(pdf, HasSubstr("/S /Transparency"));
  EXPECT_THAT(pdf_of(two_page_sample().pages, true), Not(HasSubstr("/Transparency")));
}

TEST(Figures, SayWhereTheyStandAndWhatTheyShow) {
  const std::string pdf = pdf_of(figure_sample().pages, true);
  EXPECT_THAT(pdf, HasSubstr("/Alt (Portrait of Ada Lovelace)"));
  EXPECT_THAT(pdf, HasSubstr("/BBox[72 641.89 162 731.89]")) << "what shows of the portrait";
  EXPECT_THAT(pdf, HasSubstr("/BBox[72 591.89 132 631.89]"));
}

TEST(Figures, NeedAlternativeText) {
  SamplePages sample = figure_sample();
  for (Element& element : sample.pages.structure.elements) element.alternative.clear();
  Diagnostics diagnostics;
  EXPECT_FALSE(write_pdf(sample.pages, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("no alternative text, against PDF/UA-1 (7.3)"));
  EXPECT_TRUE(write_pdf(sample.pages, {.standards = {false, ArchiveLevel::a}}, diagnostics));
}

TEST(Figures, AreInPicturesToo) {
  const Pages pages = figure_sample().pages;
  const std::string svg = write_svg(pages, pages.pages[0]);
  EXPECT_THAT(svg, HasSubstr("href=\"data:image/jpeg;base64,/9j/"));
  EXPECT_THAT(svg, HasSubstr("href=\"data:image/png;base64,iVBORw0KGgo"));
  EXPECT_THAT(svg, HasSubstr("<clipPath id=\"c0\"><path d=\"M 117 110L"));
  EXPECT_THAT(svg, HasSubstr("fill-rule=\"evenodd\""));
  EXPECT_THAT(svg, HasSubstr("<title>Portrait of Ada Lovelace</title>"));
}

/// Undoes the filters as the PNG specification says, 9.2.
std::vector<std::uint8_t> unfiltered(const std::string& bytes, std::size_t row, std::size_t step) {
  std::vector<std::uint8_t> out;
  for (std::size_t line = 0; line * (row + 1) < bytes.size(); ++line) {
    const int filter = bytes[line * (row + 1)];
    for (std::size_t i = 0; i < row; ++i) {
      const std::size_t at = line * row + i;
      const int a = i >= step ? out[at - step] : 0, b = line > 0 ? out[at - row] : 0;
      const int c = i >= step && line > 0 ? out[at - row - step] : 0;
      const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
      const int guesses[] = {0, a, b, (a + b) / 2, pa <= pb && pa <= pc ? a : pb <= pc ? b : c};
      out.push_back(static_cast<std::uint8_t>(bytes[line * (row + 1) + 1 + i] + guesses[filter]));
    }
  }
  return out;
}

TEST(PngFilter, CanBeUndone) {
  std::vector<std::uint8_t> noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 30 * 20; ++i) noise.push_back(static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24));
  for (const std::size_t step : {1U, 3U, 4U})
    EXPECT_EQ(unfiltered(pdf::png_filtered(noise, 60, step), 60, step), noise);
  const auto image = gradient(40, 30, 3);
  EXPECT_EQ(unfiltered(pdf::png_filtered(image->pixels, 120, 3), 120, 3), image->pixels);
}

}  // namespace
}  // namespace galley
