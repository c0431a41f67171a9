#include "page/contrast.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

constexpr Colour kBlack{}, kWhite{255, 255, 255}, kRed{255, 0, 0};

TEST(Contrast, IsThatOfWcag) {
  EXPECT_NEAR(contrast(kBlack, kWhite), 21, 1e-9);
  EXPECT_NEAR(contrast(kWhite, kBlack), 21, 1e-9);
  EXPECT_NEAR(contrast(kWhite, kWhite), 1, 1e-9);
  EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, kWhite), 4.48, 0.005) << "the grey that just fails";
  EXPECT_NEAR(contrast(kRed, kWhite), 4.00, 0.005);
}

/// Text of ten points at 10, 50 on what stands before it.
Pages page_with(std::vector<Item> items, Colour colour) {
  GlyphRun run;
  run.size = 10_pt;
  run.colour = colour;
  run.text = "a";
  run.glyphs = {Glyph{1, 10_pt, {}, {}, {0, 1}}};
  items.push_back({{10_pt, 50_pt}, 0, run});
  Pages pages;
  pages.pages.push_back({{100_pt, 100_pt}, std::move(items)});
  return pages;
}

std::string warning(const Pages& pages) {
  Diagnostics diagnostics;
  warn_of_contrast(pages, 4.5, diagnostics);
  return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
}

TEST(Contrast, IsOfATextToWhatItStandsOn) {
  const Item box{{0_pt, 0_pt}, kArtifact, Rule{{60_pt, 60_pt}, kBlack}};
  const Item elsewhere{{60_pt, 0_pt}, kArtifact, Rule{{40_pt, 100_pt}, kBlack}};
  EXPECT_EQ(warning(page_with({}, kBlack)), "");
  EXPECT_EQ(warning(page_with({}, kWhite)), "text in #ffffff on #ffffff has a contrast of 1 to 1");
  EXPECT_EQ(warning(page_with({box}, kWhite)), "");
  EXPECT_EQ(warning(page_with({box}, kBlack)), "text in #000000 on #000000 has a contrast of 1 to 1");
  EXPECT_EQ(warning(page_with({elsewhere}, kBlack)), "");
  EXPECT_EQ(warning(page_with({}, kRed)), "text in #ff0000 on #ffffff has a contrast of 4 to 1");
}

}  // namespace
}  // namespace galley
