#include "export/pdf/single_letters.h"

#include <gtest/gtest.h>

#include "export/pdf/parted_columns.h"
#include "export/pdf/pdf.h"
#include "tests/unit/export/sample_pages.h"
#include "tests/unit/font/test_fonts.h"
#include "verify/page_text.h"

namespace galley::pdf {
namespace {

/// A run with one glyph of the test font for the whole of `text`, and `marks` glyphs without advance before it.
GlyphRun ligature(const std::shared_ptr<const Face>& shared, const std::string& text, std::size_t marks = 0) {
  const Face& face = *shared;
  GlyphRun run;
  run.face = shared;
  run.size = Length::from_points(10);
  run.text = text;
  run.right_to_left = true;
  const auto end = static_cast<std::uint32_t>(text.size());
  const GlyphId glyph = face.glyph_of(U'a');
  const Length advance = run.size.times(face.advance(glyph), face.metrics().units_per_em);
  for (std::size_t i = 0; i < marks; ++i)
    run.glyphs.push_back({glyph, {}, Length::from_points(2), Length::from_points(3), i == 0 ? TextRange{0, end} : TextRange{end, end}});
  run.glyphs.push_back({glyph, advance, {}, {}, marks == 0 ? TextRange{0, end} : TextRange{end, end}});
  return run;
}

SamplePages page_with(GlyphRun run) {
  SamplePages sample;
  sample.pages.right_to_left = true;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  sample.page().items.push_back({{Length::from_points(72), Length::from_points(100)}, paragraph, std::move(run)});
  return sample;
}

std::vector<std::string> letters_of(const GlyphRun& run) {
  std::vector<std::string> out;
  for (const Glyph& glyph : run.glyphs) out.push_back(run.text.substr(glyph.text.begin, glyph.text.end - glyph.text.begin));
  return out;
}

using Letters = std::vector<std::string>;

TEST(SingleLetters, EachGlyphSaysOneFromTheLastToTheFirst) {
  const std::shared_ptr<const Face> face = open_font("Square-Regular.ttf");
  const GlyphRun before = ligature(face, "לאל");
  const Pages spelled = with_single_letters(page_with(before).pages);
  const auto& run = std::get<GlyphRun>(spelled.pages[0].items[0].what);
  EXPECT_EQ(letters_of(run), (Letters{"ל", "א", "ל"}));
  EXPECT_EQ(run.width(), before.width());
  EXPECT_NE(run.face, face);
  int advance = 0;
  for (const Glyph& glyph : run.glyphs) advance += run.face->advance(glyph.id);
  EXPECT_EQ(advance, face->advance(before.glyphs[0].id));
}

TEST(SingleLetters, MarksAreShapesInTheirPlace) {
  const std::shared_ptr<const Face> face = open_font("Square-Regular.ttf");
  const Pages spelled = with_single_letters(page_with(ligature(face, "בּ", 1)).pages);
  const std::vector<Item>& items = spelled.pages[0].items;
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(letters_of(std::get<GlyphRun>(items[0].what)), (Letters{"ּ", "ב"}));
  EXPECT_FALSE(std::get<Shape>(items[1].what).path.empty());
  EXPECT_EQ(items[1].element, items[0].element);
  EXPECT_EQ(items[1].at, items[0].at);
}

TEST(SingleLetters, LeaveTheRestAlone) {
  const std::shared_ptr<const Face> face = open_font("Square-Regular.ttf"), cff = open_font("SquareCff.otf");
  GlyphRun english = ligature(face, "fi");
  english.right_to_left = false;
  for (const GlyphRun& run : {ligature(face, "ל"), ligature(cff, "לא"), english}) {
    const Pages spelled = with_single_letters(page_with(run).pages);
    const auto& same = std::get<GlyphRun>(spelled.pages[0].items[0].what);
    EXPECT_EQ(same.face, run.face);
    EXPECT_EQ(same.glyphs.size(), 1U);
  }
}

TEST(SingleLetters, ComeOutOfTheFile) {
  const std::shared_ptr<const Face> face = open_font("Square-Regular.ttf");
  Diagnostics diagnostics;
  const auto bytes = write_pdf(page_with(ligature(face, "לאתש")).pages, {}, diagnostics);
  ASSERT_TRUE(bytes);
  const auto texts = proof::page_texts({"a.pdf", *bytes}, diagnostics);
  ASSERT_TRUE(texts);
  EXPECT_NE((*texts)[0].find("שתאל"), std::string::npos) << (*texts)[0];
}

TEST(PartedColumns, HaveASpaceWhereTheyGoOnToTheLeft) {
  SamplePages sample;
  sample.pages.right_to_left = true;
  const auto line = [&](double x, double y) {
    sample.text(sample.element(Role::paragraph, sample.root), {x, y}, "word", sample.regular());
  };
  line(400, 100);
  line(72, 100);
  line(72, 130);
  const Pages parted = with_parted_columns(sample.pages);
  const std::vector<Item>& items = parted.pages[0].items;
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(std::get<GlyphRun>(items[1].what).text, " ");
  const Length move = items[1].at.x - (items[0].at.x + std::get<GlyphRun>(items[0].what).width());
  EXPECT_GT(move, std::get<GlyphRun>(items[1].what).width()) << "for readers that put a space only after a wide move";
  EXPECT_LT(move, std::get<GlyphRun>(items[0].what).size) << "still beside the text for the others";
  EXPECT_EQ(items[1].element, items[0].element);
  sample.pages.right_to_left = false;
  EXPECT_EQ(with_parted_columns(sample.pages).pages[0].items.size(), 3U);
}

}  // namespace
}  // namespace galley::pdf
