#include "export/pdf/whole_words.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "export/pdf/glyph_use.h"
#include "export/pdf/pdf.h"
#include "tests/unit/export/sample_pages.h"

namespace galley::pdf {
namespace {

/// A paragraph of lines, one run each; a "~" at a line's end is a hyphen that the typesetter added.
SamplePages paragraph_of(const std::vector<std::string>& lines) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  double y = 100;
  for (std::string line : lines) {
    const bool is_divided = line.back() == '~';
    if (is_divided) line.back() = '-';
    sample.text(paragraph, {72, y += 12}, line, sample.regular());
    if (!is_divided) continue;
    GlyphRun& run = sample.last_run();
    run.text.replace(run.text.size() - 1, 1, "\u00AD");
    run.glyphs.back().text.end = static_cast<std::uint32_t>(run.text.size());
  }
  return sample;
}

std::vector<std::string> texts(const Pages& pages) {
  std::vector<std::string> out;
  for (const Page& page : pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what)) out.push_back(run->text);
  return out;
}

using Lines = std::vector<std::string>;

Lines whole(const Lines& lines) { return texts(with_whole_words(paragraph_of(lines).pages)); }

TEST(WholeWords, StandInTheLineWhereTheyBegin) {
  EXPECT_EQ(whole({"one repre~", "sentation, and"}), (Lines{"one representation, ", "           and"}));
  EXPECT_EQ(whole({"a state-of-the-", "art thing"}), (Lines{"a state-of-the-art", "    thing"}));
}

TEST(WholeWords, MayGoOverSeveralLines) {
  EXPECT_EQ(whole({"un~", "charac~", "teristic"}), (Lines{"uncharacteristic ", "       ", "        "}));
}

TEST(WholeWords, EndWithTheirLineOfText) {
  SamplePages sample = paragraph_of({"divi~", "ded"});
  sample.text(sample.page().items.back().element, {400, 124}, "2019", sample.regular());
  EXPECT_EQ(texts(with_whole_words(sample.pages)), (Lines{"divided ", "   ", "2019"}));
}

TEST(WholeWords, GoOnInAnotherStyle) {
  SamplePages sample = paragraph_of({"divi~", "ded"});
  const double end = 72 + sample.last_run().width().points();
  sample.text(sample.page().items.back().element, {end, 124}, ", bold", sample.bold());
  EXPECT_EQ(texts(with_whole_words(sample.pages)), (Lines{"divided, ", "   ", "  bold"}));
}

TEST(WholeWords, StayWhereAParagraphEndsInAHyphen) {
  SamplePages sample = paragraph_of({"to be continued-"});
  sample.text(sample.element(Role::paragraph, sample.root), {72, 140}, "not here", sample.regular());
  EXPECT_EQ(texts(with_whole_words(sample.pages)), (Lines{"to be continued-", "not here"}));
}

TEST(WholeWords, AreSharedOutAmongSeveralGlyphs) {
  const Pages pages = with_whole_words(paragraph_of({"misrep~", "resentation"}).pages);
  const auto& run = std::get<GlyphRun>(pages.pages[0].items[0].what);
  for (const Glyph& glyph : run.glyphs) EXPECT_LE(glyph.text.end - glyph.text.begin, 8U);
  EXPECT_EQ(run.text, "misrepresentation ");
}

TEST(WholeWords, AreTooLongAtSomePoint) {
  const Lines lines = {"begin~", std::string(201, 'o')};
  EXPECT_EQ(whole(lines), (Lines{"begin\u00AD", lines[1]}));
}

TEST(WholeWords, ComeBackFromPoppler) {
  const SamplePages sample = paragraph_of({"one repre~", "sentation, and an in~", "com~", "pre~", "hensible-", "word"});
  Diagnostics diagnostics;
  PdfOptions options;
  options.standards = {};
  const std::optional<std::string> pdf = write_pdf(sample.pages, options, diagnostics);
  ASSERT_TRUE(pdf);
  EXPECT_EQ(run_on(*pdf, "pdftotext -raw @ -"), "one representation,\nand an incomprehensible-word\n\f");
}

}  // namespace
}  // namespace galley::pdf
