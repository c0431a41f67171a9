#include "export/pdf/glyph_use.h"

#include <gtest/gtest.h>

#include "export/pdf/to_unicode.h"
#include "tests/unit/export/sample_pages.h"

namespace galley::pdf {
namespace {

std::string text_of(const std::vector<FaceUse>& use, GlyphId id) {
  for (const GlyphUse& glyph : use.at(0).glyphs)
    if (glyph.id == id) return glyph.text;
  return "not used";
}

TEST(ShareOf, GivesEachGlyphACharacterAndTheLastTheRest) {
  const Cluster two{0, 2, "aéi"};
  EXPECT_EQ(share_of(two, 0, false), "a");
  EXPECT_EQ(share_of(two, 1, false), "éi");
  EXPECT_EQ(share_of(two, 0, true), "éi");  // the last in reading order stands first
  EXPECT_EQ(share_of(two, 1, true), "a");
}

TEST(ShareOf, LeavesGlyphsWithoutTextWhenCharactersRunOut) {
  const Cluster three{0, 3, "ş"};
  EXPECT_EQ(share_of(three, 0, false), "ş");
  EXPECT_EQ(share_of(three, 1, false), "");
  EXPECT_EQ(share_of(three, 2, false), "");
}

TEST(ClusterAt, EndsBeforeTheNextGlyphWithText) {
  GlyphRun run;
  run.text = "ab";
  run.glyphs.resize(3);
  run.glyphs[0].text = {0, 1};
  run.glyphs[1].text = {1, 1};
  run.glyphs[2].text = {1, 2};
  const Cluster cluster = cluster_at(run, 0);
  EXPECT_EQ(cluster.end, 2U);
  EXPECT_EQ(cluster.text, "a");
}

TEST(GlyphUse, TakesTheMostFrequentText) {
  SamplePages sample;
  const GlyphId hyphen = tinos_regular().glyph_of(U'-');
  GlyphRun soft = shape("-", sample.regular());
  soft.text = "\xC2\xAD";
  soft.glyphs[0].text = {0, 2};
  sample.page().items.push_back({{}, sample.root, soft});
  EXPECT_EQ(text_of(glyph_use(sample.pages), hyphen), "\xC2\xAD");
  sample.text(sample.root, {}, "a-b-c", sample.regular());
  EXPECT_EQ(text_of(glyph_use(sample.pages), hyphen), "-");
}

TEST(GlyphUse, KnowsAllTextsOfAGlyph) {
  SamplePages sample;
  sample.text(sample.root, {}, "aba", sample.regular());
  sample.last_run().text = "aba and more";
  sample.last_run().glyphs[2].text = {2, 12};
  std::vector<std::string> texts;
  const std::vector<FaceUse> faces = glyph_use(sample.pages);
  for (const GlyphUse& use : faces.at(0).glyphs)
    if (use.id == tinos_regular().glyph_of(U'a')) texts.push_back(use.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"a", "a and more"}));
}

TEST(GlyphUse, HasATextForGlyphsThatNeverStandForAny) {
  SamplePages sample;
  sample.text(sample.root, {}, "xo", sample.regular());
  sample.last_run().glyphs[1].text = {1, 1};
  sample.last_run().glyphs[0].text = {0, 1};
  EXPECT_EQ(text_of(glyph_use(sample.pages), tinos_regular().glyph_of(U'o')), "\xE2\x80\x8B");
}

TEST(GlyphUse, NeverSaysAByteOrderMark) {
  SamplePages sample;
  sample.text(sample.root, {}, "x", sample.regular());
  sample.last_run().text = "\xEF\xBB\xBF";
  sample.last_run().glyphs[0].text = {0, 3};
  EXPECT_EQ(text_of(glyph_use(sample.pages), tinos_regular().glyph_of(U'x')), "\xE2\x80\x8B");
}

TEST(GlyphUse, LeavesOutNotdef) {
  SamplePages sample;
  sample.text(sample.root, {}, "a", sample.regular());
  sample.last_run().glyphs[0].id = 0;
  EXPECT_TRUE(glyph_use(sample.pages).empty());
}

TEST(ToUnicode, WritesPairsInUtf16) {
  const std::string cmap = to_unicode_cmap({{3, " "}, {0x12, "ffi"}, {0x1234, "\xF0\x9F\x98\x80"}});
  EXPECT_NE(cmap.find("3 beginbfchar\n<0003><0020>\n<0012><006600660069>\n<1234><D83DDE00>\nendbfchar\n"),
            std::string::npos)
      << cmap;
}

TEST(ToUnicode, HasBlocksOfAtMostAHundred) {
  std::map<unsigned, std::string> texts;
  for (unsigned code = 1; code <= 250; ++code) texts[code] = "a";
  const std::string cmap = to_unicode_cmap(texts);
  std::vector<std::string> sizes;
  for (std::size_t at = cmap.find(" beginbfchar"); at != std::string::npos; at = cmap.find(" beginbfchar", at + 1))
    sizes.push_back(cmap.substr(cmap.rfind('\n', at) + 1, at - cmap.rfind('\n', at) - 1));
  EXPECT_EQ(sizes, (std::vector<std::string>{"100", "100", "50"}));
}

}  // namespace
}  // namespace galley::pdf
