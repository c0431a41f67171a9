#include "export/text/text.h"

#include <gtest/gtest.h>

#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

TEST(Text, IsInBlocksAndLines) {
  EXPECT_EQ(write_text(two_page_sample().pages),
            "Ada Lovelace, Analyst — Zürich\n\n"
            "Office and first affairs\n\n"
            "She wrote AVATAR, Tokyo and fine flour, and what follows is\n"
            "set below; see the notes on\n"
            "the engine (1843). Paris\n\n"
            "• item number 0\n\n• item number 1\n\n• item number 2\n\n"
            "Dieser Absatz geht über die Seite,\nund hier geht er zu Ende.\n\n"
            "Ελλάδα\n");
}

TEST(Text, OfNoPagesIsEmpty) { EXPECT_EQ(write_text(Pages{}), ""); }

TEST(Text, AddsNoSpaceWhereRunsTouch) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  const double end = sample.text(paragraph, {72, 100}, "bold", sample.bold());
  sample.text(paragraph, {end, 100}, "ness", sample.regular());
  EXPECT_EQ(write_text(sample.pages), "boldness\n");
}

TEST(Text, AddsNoSpaceWhereDirectionsMeet) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  // "(ab 12)" as it is drawn where ab reads from right to left: (12 ab)
  const double open = sample.text(paragraph, {72, 100}, "(", sample.regular());
  const double number = sample.text(paragraph, {open, 100}, "12 ", sample.regular());
  const double letters = sample.text(paragraph, {number, 100}, "ab", sample.regular());
  sample.text(paragraph, {letters, 100}, ")", sample.regular());
  std::vector<Item>& items = sample.page().items;
  std::get<GlyphRun>(items[2].what).right_to_left = true;
  std::get<GlyphRun>(items[1].what).text = " 12";
  std::swap(items[1], items[2]);
  EXPECT_EQ(write_text(sample.pages), "(ab 12)\n");
  items[0].at.x -= 20_pt;
  EXPECT_EQ(write_text(sample.pages), "( ab 12)\n") << "now there is a gap";
}

TEST(Text, KeepsSuperscriptsInTheLine) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  const double end = sample.text(paragraph, {72, 100}, "E = mc", sample.regular());
  sample.text(paragraph, {end, 96.5}, "2", sample.regular(7));
  EXPECT_EQ(write_text(sample.pages), "E = mc2\n");
}

TEST(Text, PartsBlocksOnOneBaseline) {
  SamplePages sample;
  sample.text(sample.element(Role::heading2, sample.root), {72, 100}, "EDUCATION", sample.bold());
  sample.text(sample.element(Role::paragraph, sample.root), {172, 100}, "Zurich", sample.regular());
  EXPECT_EQ(write_text(sample.pages), "EDUCATION\n\nZurich\n");
}

TEST(Text, PutsALabelBeforeTheParagraphOfItsItem) {
  SamplePages sample;
  const ElementId item = sample.element(Role::list_item, sample.element(Role::list, sample.root));
  const ElementId label = sample.element(Role::label, item);
  const ElementId paragraph = sample.element(Role::paragraph, sample.element(Role::list_body, item));
  sample.text(label, {72, 100}, "1.", sample.regular());
  sample.text(paragraph, {92, 100}, "first", sample.regular());
  sample.text(paragraph, {92, 112}, "goes on", sample.regular());
  EXPECT_EQ(write_text(sample.pages), "1. first\ngoes on\n");
}

TEST(Text, PutsDividedWordsTogether) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  sample.text(paragraph, {72, 100}, "typo\u00AD", sample.regular());
  sample.text(paragraph, {72, 112}, "graphy of Multi-", sample.regular());
  sample.text(paragraph, {72, 124}, "View text", sample.regular());
  EXPECT_EQ(write_text(sample.pages), "typography of Multi-View text\n");
}

TEST(Text, TrimsSpacesAtLineEnds) {
  SamplePages sample;
  const ElementId paragraph = sample.element(Role::paragraph, sample.root);
  sample.text(paragraph, {72, 100}, "one ", sample.regular());
  sample.text(paragraph, {72, 112}, "two ", sample.regular());
  EXPECT_EQ(write_text(sample.pages), "one\ntwo\n");
}

}  // namespace
}  // namespace galley
