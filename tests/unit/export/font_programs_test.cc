#include "export/pdf/font_programs.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "export/pdf/pdf.h"
#include "tests/unit/export/sample_pages.h"
#include "tests/unit/font/test_fonts.h"

namespace galley::pdf {
namespace {

std::shared_ptr<const FontProgram> some_program() { return std::make_shared<const FontProgram>(); }

TEST(FontPrograms, AreFoundByFaceAndGlyphs) {
  FontPrograms programs;
  const auto face = open_font("Square-Regular.ttf"), other = open_font("Square-Regular.ttf");
  const auto program = some_program();
  programs.add(*face, {0, 5, 7}, program);
  EXPECT_EQ(programs.find(*face, {0, 5, 7}), program);
  EXPECT_EQ(programs.find(*face, {0, 5}), nullptr);
  EXPECT_EQ(programs.find(*other, {0, 5, 7}), nullptr) << "another face, though it is the same file";
}

TEST(FontPrograms, KeepNoFace) {
  FontPrograms programs;
  auto face = open_font("Square-Regular.ttf");
  programs.add(*face, {0, 5}, some_program());
  const std::weak_ptr<const Face> watched = face;
  face.reset();
  EXPECT_TRUE(watched.expired());
}

TEST(FontPrograms, AreBounded) {
  FontPrograms programs;
  const auto face = open_font("Square-Regular.ttf");
  std::vector<std::weak_ptr<const FontProgram>> all;
  for (GlyphId i = 0; i < 200; ++i) {
    const auto program = some_program();
    all.push_back(program);
    programs.add(*face, {0, i}, program);
    static_cast<void>(programs.find(*face, {0, 0}));  // one that is asked for again and again
  }
  EXPECT_NE(programs.find(*face, {0, 0}), nullptr);
  EXPECT_NE(programs.find(*face, {0, 199}), nullptr);
  EXPECT_LE(std::count_if(all.begin(), all.end(), [](const auto& each) { return !each.expired(); }), 64);
}

TEST(FontPrograms, GiveTheSameBytes) {
  const Pages pages = two_page_sample().pages;
  FontPrograms programs;
  PdfOptions alone, shared;
  shared.programs = &programs;
  Diagnostics diagnostics;
  const auto expected = write_pdf(pages, alone, diagnostics);
  ASSERT_TRUE(expected);
  EXPECT_EQ(write_pdf(pages, shared, diagnostics), expected);
  EXPECT_EQ(write_pdf(pages, shared, diagnostics), expected) << "from memory";
  alone.readable = shared.readable = true;
  EXPECT_EQ(write_pdf(pages, shared, diagnostics), write_pdf(pages, alone, diagnostics)) << "readable files have no deflated streams";
}

}  // namespace
}  // namespace galley::pdf
