// What is written for each format, and under which names.
#include "requests/outputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Result {
  Outcome outcome;
  std::map<std::string, std::string> files;
};

/// One or two pages of 100 mm x 150 mm with the word "Ada" and a link.
Result rendered(std::vector<Format> formats, const std::string& output, int entries = 1, double resolution = 72) {
  std::string cv = "cv:\n  name: Ada\n  website: https://a.example/\n  sections:\n    Work:\n";
  for (int i = 0; i < entries; ++i) cv += "      - {position: Engineer}\n";
  MemoryWorkspace workspace{{"cv.yaml", cv},
                            {"my.yaml",
                             "extends: base\npage: {size: 100mm x 150mm, margins: {left: 10mm, right: 10mm, top: 10mm, bottom: 10mm}, "
                             "boxes: [{height: 10mm, colour: red}]}\n"
                             "columns: {label: 20mm, gutter: 4mm}\nstyles: {body: {family: Square}}\n"}};
  testing::add_test_fonts(workspace);
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.output = output;
  request.standards = standards_from("none").value;
  request.formats = std::move(formats);
  request.resolution = resolution;
  Outcome outcome = Engine(workspace).render(request);
  return {std::move(outcome), workspace.files};
}

/// Width and height from a PNG's first chunk (PNG specification, 11.2.2).
std::pair<unsigned, unsigned> size_of(const std::string& png) {
  const auto number = [&](std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(png[at + i]);
    return value;
  };
  return {number(16), number(20)};
}

TEST(Outputs, EachFormatHasItsExtension) {
  const Result result = rendered({Format::pdf, Format::text, Format::png, Format::svg}, "out/cv.pdf");
  EXPECT_THAT(result.outcome.files, ElementsAre("out/cv.pdf", "out/cv.txt", "out/cv.png", "out/cv.svg"));
  for (const std::string& file : result.outcome.files) EXPECT_TRUE(result.files.contains(file)) << file;
}

TEST(Outputs, OneFormatHasTheNameThatWasAskedFor) {
  EXPECT_THAT(rendered({Format::png}, "picture").outcome.files, ElementsAre("picture"));
}

TEST(Outputs, PicturesOfSeveralPagesAreNumbered) {
  const Result result = rendered({Format::png, Format::pdf}, "cv.x", 40);
  EXPECT_EQ(result.outcome.pages, 3U);
  EXPECT_THAT(result.outcome.files, ElementsAre("cv-1.png", "cv-2.png", "cv-3.png", "cv.pdf"));
}

TEST(Outputs, StandardOutputTakesOneFile) {
  const Result result = rendered({Format::png, Format::pdf}, "-");
  EXPECT_EQ(result.outcome.status, Status::usage);
  EXPECT_THAT(printed(result.outcome.messages.at(0)), HasSubstr("standard output takes one file, not 2"));
  EXPECT_EQ(rendered({Format::png}, "-", 40).outcome.status, Status::usage) << "of three pages";
}

TEST(Png, HasThePagesSizeInDots) {
  const Result result = rendered({Format::png}, "cv.png", 1, 254);
  EXPECT_EQ(result.outcome.bytes.substr(1, 3), "PNG");
  EXPECT_EQ(size_of(result.outcome.bytes), (std::pair{1000U, 1500U})) << "100 mm and 150 mm at ten dots a millimetre";
}

TEST(Png, TheSameBytesTwice) { EXPECT_EQ(rendered({Format::png}, "a").outcome.bytes, rendered({Format::png}, "a").outcome.bytes); }

TEST(Svg, DefinesEachGlyphOnceAndUsesItWhereItStands) {
  const std::string svg = rendered({Format::svg}, "cv.svg").outcome.bytes;
  const auto count = [&](std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = svg.find(what); at != std::string::npos; at = svg.find(what, at + 1)) ++found;
    return found;
  };
  EXPECT_THAT(svg, HasSubstr("<title>Ada: Curriculum Vitae</title>"));
  EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 283.465 425.197\""));
  EXPECT_THAT(svg, HasSubstr("fill=\"#ff0000\"")) << "the box";
  EXPECT_THAT(svg, HasSubstr("<a xlink:href=\"https://a.example/\">"));
  EXPECT_GT(count("<use "), count("<path ")) << "letters recur";
  EXPECT_EQ(count("<g "), count("</g>"));
}

TEST(Svg, EscapesWhatMarkupWouldTakeForItsOwn) {
  MemoryWorkspace workspace{{"cv.yaml", "cv: {name: \"A<b> & \\\"c\\\"\", marks: typed, sections: {}}\n"}, {"my.yaml", "extends: base\nstyles: {body: {family: Square}}\n"}};
  testing::add_test_fonts(workspace);
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.formats = {Format::svg};
  EXPECT_THAT(Engine(workspace).render(request).bytes, HasSubstr("<title>A&lt;b&gt; &amp; &quot;c&quot;: Curriculum Vitae</title>"));
}

}  // namespace
}  // namespace galley
