#include "export/pdf/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "base/utf8.h"
#include "export/pdf/glyph_use.h"
#include "export/pdf/text_shower.h"
#include "page/paths.h"
#include "tests/unit/export/sample_pages.h"

namespace galley::pdf {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Fonts for the pages without a file: codes are the face's own glyph numbers.
Fonts fonts_for(const Pages& pages) {
  static File unused({});
  Fonts fonts{{}, unused.catalog()};
  for (const FaceUse& use : glyph_use(pages)) {
    Font font(use.face, "F" + std::to_string(fonts.all.size()));
    for (const GlyphUse& glyph : use.glyphs) {
      const double width = use.face->advance(glyph.id) * 1000.0 / use.face->metrics().units_per_em;
      font.add({glyph.id, glyph.id, std::round(width * 100) / 100, glyph.text, 0});
    }
    fonts.all.push_back(std::move(font));
  }
  return fonts;
}

DrawnPage draw(const SamplePages& sample) {
  return draw_page(sample.pages.pages[0], {sample.pages.structure, fonts_for(sample.pages), name_images(sample.pages),
                                           DeviceColours({}), CodeNotation::hexadecimal});
}

/// As digits for content streams: each character's glyph in Tinos.
std::string codes(const std::string& text) {
  std::string out = "<";
  for (const char c : text) {
    char digits[5];
    std::snprintf(digits, sizeof(digits), "%04X", tinos_regular().glyph_of(static_cast<unsigned char>(c)));
    out += digits;
  }
  return out + ">";
}

/// A reader in small: where each glyph of a content stream is drawn. Knows the operators that we write.
struct Shown {
  unsigned code;
  double x, y;
};

std::vector<Shown> read_places(const std::string& content, const Font& font) {
  std::vector<Shown> shown;
  std::istringstream lines(content);
  double line_x = 0, line_y = 0, pen = 0, size = 0, rise = 0;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name;
    double a = 0, b = 0;
    if (line == "BT") line_x = line_y = 0;
    if (line.ends_with(" Tf")) words >> name >> size;
    if (line.ends_with(" Ts")) words >> rise;
    if (line.ends_with(" Td")) {
      words >> a >> b;
      line_x += a;
      line_y += b;
      pen = line_x;
    }
    if (!line.ends_with("TJ") && !line.ends_with("Tj")) continue;
    for (std::size_t i = 0; i < line.size();) {
      if (line[i] == '<') {
        for (++i; line[i] != '>'; i += 4) {
          const auto code = static_cast<unsigned>(std::stoul(line.substr(i, 4), nullptr, 16));
          shown.push_back({code, pen, line_y + rise});
          pen += font.find(code, {})->width * size / 1000;
        }
        ++i;
      } else if (line[i] == '-' || (line[i] >= '0' && line[i] <= '9')) {
        std::size_t length = 0;
        pen -= std::stod(line.substr(i), &length) * size / 1000;
        i += length;
      } else {
        ++i;
      }
    }
  }
  return shown;
}

class Placement : public testing::TestWithParam<double> {};

TEST_P(Placement, IsWithinAHundredthOfAPoint) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  const std::string words =
      "AVATAR To Wave, Type: kerning and spaces that are stretched by odd amounts, over a line as long as it gets";
  for (const double y : {100.123, 133.337, 166.6}) {
    sample.text(paragraph, {72.3456, y}, words, sample.regular(GetParam()));
    for (Glyph& glyph : sample.last_run().glyphs)
      if (glyph.id == tinos_regular().glyph_of(U' ')) glyph.advance += Length::from_scaled(34567);
  }
  const Fonts fonts = fonts_for(sample.pages);
  const std::vector<Shown> shown = read_places(draw(sample).content, fonts.all[0]);
  std::size_t at = 0;
  for (const Item& item : sample.page().items) {
    const auto& run = std::get<GlyphRun>(item.what);
    Length pen = item.at.x;
    for (const Glyph& glyph : run.glyphs) {
      ASSERT_LT(at, shown.size());
      EXPECT_EQ(shown[at].code, glyph.id);
      EXPECT_NEAR(shown[at].x, pen.points(), 0.01);
      EXPECT_NEAR(shown[at].y, 841.89 - item.at.y.points(), 0.01);
      pen += glyph.advance;
      ++at;
    }
  }
  EXPECT_EQ(at, shown.size());
}

INSTANTIATE_TEST_SUITE_P(Sizes, Placement, testing::Values(5.5, 10.0, 15.9, 17.28, 48.0, 200.0));

TEST(Content, MovesMarksOffTheBaseline) {
  SamplePages sample;
  sample.text(sample.root, {0, 0}, "abc", sample.regular());
  sample.last_run().glyphs[1].x = -1_pt;
  sample.last_run().glyphs[1].y = 2.5_pt;
  const Fonts fonts = fonts_for(sample.pages);
  const std::vector<Shown> shown = read_places(draw(sample).content, fonts.all[0]);
  const double a = sample.last_run().glyphs[0].advance.points(), b = sample.last_run().glyphs[1].advance.points();
  EXPECT_NEAR(shown[1].x, a - 1, 0.01);
  EXPECT_NEAR(shown[1].y - shown[0].y, 2.5, 0.001);
  EXPECT_NEAR(shown[2].x, a + b, 0.01);
  EXPECT_NEAR(shown[2].y, shown[0].y, 0.001);
}

TEST(Content, LooksLikeThis) {
  SamplePages sample;
  const ElementId heading = sample.element(Role::heading1, sample.root);
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  sample.add_page(300, 200);
  sample.pages.pages.erase(sample.pages.pages.begin());
  sample.text(heading, {20, 30}, "one", sample.regular(12));
  sample.rule({20, 40}, 100.5, 0.4, {255, 0, 0});
  sample.text(paragraph, {20, 60}, "on", {&tinos_regular(), 10, {128, 128, 128}});
  sample.text(paragraph, {50.25, 60}, "no", {&tinos_regular(), 10, {128, 128, 128}});
  sample.text(kArtifact, {150, 190}, "e", sample.regular(10));
  EXPECT_EQ(draw(sample).content, "BT\n/H1<</MCID 0>>BDC\n/F0 12 Tf\n20 170 Td\n" + codes("one") +
                                      "Tj\nEMC\nET\n"
                                      "/Artifact BMC\n1 0 0 rg\n20 159.6 100.5 0.4 re f\nEMC\n"
                                      "BT\n/P<</MCID 1>>BDC\n0.502 g\n/F0 10 Tf\n20 140 Td\n" +
                                      codes("on") + "Tj\n30.25 0 Td\n" + codes("no") + "Tj\nEMC\n" +
                                      "/Artifact BMC\n0 g\n99.75 -130 Td\n" + codes("e") + "Tj\nEMC\nET\n");
}

TEST(Content, DrawsShapesAndPictures) {
  SamplePages sample;
  sample.add_page(300, 200);
  sample.pages.pages.erase(sample.pages.pages.begin());
  const Size size{20_pt, 10_pt};
  sample.text(sample.root, {20, 30}, "on", sample.regular());
  sample.figure({50, 40}, Shape{rectangle_path(size), {255, 0, 0}, true}, "a box");
  sample.figure({80, 40}, Picture{gradient(2, 2, 3), {30_pt, 40_pt}, rectangle_path(size)}, "a gradient");
  sample.page().items.push_back({{0_pt, 0_pt}, kArtifact, Picture{gradient(2, 2, 1), size, {}}});
  const DrawnPage drawn = draw(sample);
  EXPECT_EQ(drawn.content, "BT\n/Document<</MCID 0>>BDC\n/F0 10 Tf\n20 170 Td\n" + codes("on") +
                               "Tj\nEMC\nET\n"
                               "/Figure<</MCID 1>>BDC\n1 0 0 rg\n50 160 m\n70 160 l\n70 150 l\n50 150 l\nh\nf*\nEMC\n"
                               "/Figure<</MCID 2>>BDC\nq\n80 160 m\n100 160 l\n100 150 l\n80 150 l\nh\nW n\n"
                               "30 0 0 40 80 120 cm\n/I0 Do\nQ\nEMC\n"
                               "/Artifact BMC\nq\n20 0 0 10 0 190 cm\n/I1 Do\nQ\nEMC\n");
  EXPECT_THAT(drawn.marks, testing::ElementsAre(0, 1, 2, kNoMark));
}

TEST(Content, NumbersTheMarksOfEachElement) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  const ElementId link = sample.element(Role::link, paragraph);
  sample.text(paragraph, {0, 10}, "before ", sample.regular());
  sample.link(link, {50, 10}, "link ", "https://example.org/", sample.regular());
  sample.link(link, {0, 20}, "goes on", "https://example.org/", sample.regular());
  sample.text(kArtifact, {0, 30}, "decoration", sample.regular());
  sample.text(paragraph, {0, 40}, "after", sample.regular());
  const DrawnPage drawn = draw(sample);
  EXPECT_THAT(drawn.marks, testing::ElementsAre(0, 1, kNoMark, 1, kNoMark, kNoMark, 2));
  EXPECT_THAT(drawn.owners, testing::ElementsAre(paragraph, link, paragraph));
}

TEST(Content, NeedsNoExtraTextForALigature) {
  SamplePages sample;
  sample.page().items.push_back({{}, sample.root, fi_ligature(sample.regular())});
  EXPECT_THAT(draw(sample).content, Not(HasSubstr("ActualText")));
}

/// A sample where "-" stands for itself and, in the second line, for "-de".
SamplePages sample_with_two_hyphens(const std::string& second) {
  SamplePages sample;
  sample.text(sample.root, {0, 0}, "a-b-c", sample.regular());
  GlyphRun hyphen = shape("-", sample.regular());
  hyphen.text = second;
  hyphen.glyphs[0].text = {0, static_cast<std::uint32_t>(second.size())};
  sample.page().items.push_back({{10_pt, 20_pt}, sample.root, hyphen});
  return sample;
}

TEST(Content, NeedsNoExtraTextForAGlyphThatStandsForSomethingElseElsewhere) {
  EXPECT_THAT(draw(sample_with_two_hyphens("-de")).content, Not(HasSubstr("ActualText")));
}

TEST(Content, SaysALongTextOfOneGlyphTwice) {
  EXPECT_THAT(draw(sample_with_two_hyphens("-twentyone")).content,
              HasSubstr("/Span<</ActualText(-twentyone)>>BDC\n" + codes("-") + "Tj\nEMC\n"));
}

TEST(Content, TakesFurtherTextsFromASisterOfTheFont) {
  const SamplePages sample = sample_with_two_hyphens("-de");
  Fonts fonts = fonts_for(sample.pages);
  Font with_sister(fonts.all[0].face(), "F0");
  for (FontGlyph glyph : fonts.all[0].glyphs()) {
    glyph.sister = glyph.text == "-de" ? 1 : 0;
    with_sister.add(glyph);
  }
  EXPECT_EQ(with_sister.sisters(), 2U);
  fonts.all[0] = with_sister;
  const std::string content =
      draw_page(sample.pages.pages[0],
                {sample.pages.structure, fonts, name_images(sample.pages), DeviceColours({}), CodeNotation::hexadecimal})
          .content;
  EXPECT_THAT(content, HasSubstr("/F0_1 10 Tf\n" + codes("-") + "Tj\n/F0 10 Tf\n"));
}

TEST(Content, SharesTheTextOfAClusterAmongItsGlyphs) {
  SamplePages sample;
  sample.text(sample.root, {0, 0}, "xoxo", sample.regular());
  GlyphRun cluster = shape("xo", sample.regular());  // two glyphs that stand for "ffi)" as a whole
  cluster.text = "ffi)";
  cluster.glyphs[0].text = {0, 4};
  cluster.glyphs[1].text = {4, 4};
  sample.page().items.push_back({{10_pt, 20_pt}, sample.root, cluster});
  const Fonts fonts = fonts_for(sample.pages);
  EXPECT_EQ(fonts.all[0].find(cluster.glyphs[0].id, "f")->text, "f");
  EXPECT_EQ(fonts.all[0].find(cluster.glyphs[1].id, "fi)")->text, "fi)");
  EXPECT_THAT(draw(sample).content, HasSubstr("/Span<</ActualText(ffi\\))>>BDC\n<005B0052>Tj\nEMC\n")) << "for poppler and PDFBox, as a whole";
}

TEST(Content, TakesNoBreakSpacesForSpaces) {
  SamplePages sample;
  sample.text(sample.root, {0, 0},
              "a\xC2\xA0"
              "b c",
              sample.regular());
  EXPECT_THAT(draw(sample).content, Not(HasSubstr("ActualText")));
}

TEST(Content, LeavesAGapForAMissingGlyph) {
  SamplePages sample;
  sample.text(sample.root, {0, 0}, "abc", sample.regular());
  sample.last_run().glyphs[1].id = 0;
  const Fonts fonts = fonts_for(sample.pages);
  const std::string content = draw(sample).content;
  const std::vector<Shown> shown = read_places(content, fonts.all[0]);
  ASSERT_EQ(shown.size(), 2U);
  const GlyphRun& run = sample.last_run();
  EXPECT_NEAR(shown[1].x, (run.glyphs[0].advance + run.glyphs[1].advance).points(), 0.01);
}

TEST(Content, WritesRightToLeftTextWithoutExtraText) {
  SamplePages sample;
  sample.text(sample.root, {0, 0}, "שלום", sample.regular());
  ASSERT_TRUE(sample.last_run().right_to_left);
  EXPECT_THAT(draw(sample).content, Not(HasSubstr("ActualText")));
}

std::string string_of(std::string_view bytes, CodeNotation notation) {
  std::string out;
  append_string(out, bytes, notation);
  return out;
}

TEST(Strings, AreEscaped) {
  using namespace std::string_view_literals;
  EXPECT_EQ(string_of("a(b)\\\r\n\0"sv, CodeNotation::bytes), "(a\\(b\\)\\\\\\r\n\0)"sv);
  EXPECT_EQ(string_of("\0\x12\xFF"sv, CodeNotation::hexadecimal), "<0012FF>");
}

}  // namespace
}  // namespace galley::pdf
