#include "export/dump/dump.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

TEST(DumpPages, ShowsPlacesAndWhatIsNotUsual) {
  SamplePages sample;
  sample.text(sample.root, {56.8, 71.955}, "Say \"hello\"", sample.bold(10.5));
  sample.last_run().glyphs.resize(1);
  sample.last_run().glyphs[0].advance = 61.13_pt;
  sample.text(sample.root, {142.9, 71.955}, "", {&tinos_regular(), 10, {0, 0, 255}});
  sample.last_run().right_to_left = true;
  sample.rule({56.8, 80}, 481.9, 0.4);
  sample.rule({5, 800.0004}, 1, 1, {255, 128, 0});
  sample.page().items.push_back(
      {{1000_pt, -1_pt}, sample.root, LinkArea{{52.5_pt, 10_pt}, "https://example.org/", "E"}});
  sample.add_page(100, 200);
  EXPECT_EQ(dump_pages(sample.pages),
            "page 1  595.276 x 841.89\n"
            "  56.800   71.955  run   Tinos-Bold 10.5  \"Say \\\"hello\\\"\"  w=61.13\n"
            " 142.900   71.955  run   Tinos-Regular 10  #0000FF  right-to-left  \"\"  w=0\n"
            "  56.800   80.000  rule  481.9 x 0.4\n"
            "   5.000  800.000  rule  1 x 1  #FF8000\n"
            "1000.000   -1.000  link  52.5 x 10  \"https://example.org/\"  \"E\"\n"
            "page 2  100 x 200\n");
}

TEST(DumpTags, ShowsTheTreeWithItsText) {
  EXPECT_EQ(dump_tags(two_page_sample().pages),
            "document\n"
            "  heading1  \"Ada Lovelace, Analyst — Zürich\"\n"
            "  section\n"
            "    heading2  \"Office and first affairs\"\n"
            "    paragraph\n"
            "      \"She wrote AVATAR, Tokyo and fine flour, and what follows is  / set below; see \"\n"
            "      link alternative=\"the notes\"\n"
            "        \"the notes on \"\n"
            "        -> https://example.org/a(b)?q=1&r=<x>\n"
            "        \"the engine\"\n"
            "        -> https://example.org/a(b)?q=1&r=<x>\n"
            "      \" (1843).Paris\"\n"
            "    list\n"
            "      list_item\n"
            "        label  \"•\"\n"
            "        list_body  \"item number 0\"\n"
            "      list_item\n"
            "        label  \"•\"\n"
            "        list_body  \"item number 1\"\n"
            "      list_item\n"
            "        label  \"•\"\n"
            "        list_body  \"item number 2\"\n"
            "    paragraph language=de  \"Dieser Absatz geht über die Seite,  / und hier geht er zu Ende.\"\n"
            "    heading2  \"Ελλάδα\"\n");
}

TEST(DumpPages, ShowsFigures) {
  const std::string dump = dump_pages(figure_sample().pages);
  for (const char* line : {"  72.000  110.000  picture  90 x 90  64 x 64 pixels  jpeg  clipped\n",
                           "  72.000  210.000  picture  60 x 40  30 x 20 pixels  grey  transparent\n",
                           " 300.000  110.000  shape  40 x 30  10 steps  #004080\n",
                           " 300.000  160.000  shape  30 x 30  20 steps  even-odd\n"})
    EXPECT_THAT(dump, testing::HasSubstr(line));
}

TEST(DumpTags, ShowsFigures) {
  EXPECT_THAT(dump_tags(figure_sample().pages),
              testing::HasSubstr("  figure alternative=\"Signature of Ada Lovelace\"\n    picture\n"
                                 "  figure alternative=\"The engine, as a box\"\n    shape\n  paragraph"));
}

TEST(DumpTags, OfNothingIsEmpty) { EXPECT_EQ(dump_tags(Pages{}), ""); }

}  // namespace
}  // namespace galley
