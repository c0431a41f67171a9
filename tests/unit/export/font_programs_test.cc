#include "export/pdf/font_programs.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "export/pdf/pdf.h"
#include "tests/unit/export/sample_pages.h"
#include "tests/unit/font/test_fonts.h"

namespace galley::pdf {
namespace {

TEST(ProgramKey, TellsFacesAndGlyphsApart) {
  const auto face = open_font("Square-Regular.ttf"), other = open_font("Square-Regular.ttf");
  EXPECT_EQ(program_key(*face, {0, 5, 7}), program_key(*face, {0, 5, 7}));
  EXPECT_NE(program_key(*face, {0, 5, 7}), program_key(*face, {0, 5}));
  EXPECT_NE(program_key(*face, {0, 5, 7}), program_key(*other, {0, 5, 7})) << "another face, though it is the same file";
}

TEST(FontPrograms, KeepTheFaceByWhoseAddressTheyAreKnown) {
  std::weak_ptr<const Face> watched;
  {
    FontPrograms programs;
    {
      auto face = open_font("Square-Regular.ttf");
      watched = face;
      programs.add(program_key(*face, {0, 5}), std::make_shared<const FontProgram>(FontProgram{{}, {}, {}, face}));
    }
    EXPECT_FALSE(watched.expired());
  }
  EXPECT_TRUE(watched.expired());
}

TEST(FontPrograms, AreBoundedByTheirBytes) {
  FontPrograms programs;
  const auto face = open_font("Square-Regular.ttf");
  constexpr std::size_t kBytes = 60'000;
  std::vector<std::weak_ptr<const FontProgram>> all;
  for (GlyphId i = 0; i < 400; ++i) {
    const auto program = std::make_shared<const FontProgram>();
    all.push_back(program);
    programs.add(program_key(*face, {0, i}), program, kBytes);
  }
  EXPECT_NE(programs.find(program_key(*face, {0, 399})), nullptr);
  const auto kept = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& each) { return !each.expired(); }));
  EXPECT_LE(kept * kBytes, 2 * FontPrograms::kMost);
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
