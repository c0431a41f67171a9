#include "export/pdf/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "export/pdf/pdf.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

struct Fault {
  const char* name;
  std::function<void(Pages&)> make;
  const char* message;
};

GlyphRun& run(Pages& pages) { return std::get<GlyphRun>(pages.pages[0].items[0].what); }

/// Puts what is wrong in place of the first item's text.
template <typename What>
auto instead(const std::function<void(What&)>& spoil) {
  return [spoil](Pages& pages) {
    Pages figures = figure_sample().pages;
    for (Item& item : figures.pages[0].items) {
      auto* what = std::get_if<What>(&item.what);
      if (!what) continue;
      spoil(*what);
      pages.pages[0].items[0].what = *what;
      return;
    }
  };
}

Image& pixels(Picture& picture) { return const_cast<Image&>(*picture.image); }

class Check : public testing::TestWithParam<Fault> {};

TEST_P(Check, RefusesThePages) {
  Pages pages = two_page_sample().pages;
  GetParam().make(pages);
  Diagnostics diagnostics;
  EXPECT_FALSE(write_pdf(pages, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(diagnostics.all()[0].message, testing::HasSubstr(GetParam().message));
  EXPECT_FALSE(diagnostics.all()[0].help.empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, Check,
    testing::Values(Fault{"NoPage", [](Pages& p) { p.pages.clear(); }, "no page"},
                    Fault{"TooManyPages",
                          [](Pages& p) {
                            p.pages.resize(2001, {{100_pt, 100_pt}, {}});
                          },
                          "2001 pages"},
                    Fault{"NoTitle", [](Pages& p) { p.metadata.title.clear(); }, "no title"},
                    Fault{"NoLanguage", [](Pages& p) { p.metadata.language.clear(); }, "no language"},
                    Fault{"TinyPage", [](Pages& p) { p.pages[1].size.height = 2.9_pt; }, "wide or high"},
                    Fault{"HugePage", [](Pages& p) { p.pages[1].size.width = 14401_pt; }, "wide or high"},
                    Fault{"FarItem", [](Pages& p) { p.pages[0].items[0].at.x = 40000_pt; }, "far off the page"},
                    Fault{"FarText", [](Pages& p) { run(p).glyphs[3].advance = 40000_pt; }, "far off the page"},
                    Fault{"NoSize", [](Pages& p) { run(p).size = {}; }, "a size of 0"},
                    Fault{"NoFace", [](Pages& p) { run(p).face = nullptr; }, "no face"},
                    Fault{"NoSuchGlyph", [](Pages& p) { run(p).glyphs[0].id = 70000; }, "no glyph that text asks for"},
                    Fault{"NoSuchText", [](Pages& p) { run(p).glyphs[0].text.end = 5000; }, "stands for no text"},
                    Fault{"NoSuchElement", [](Pages& p) { p.pages[0].items[0].element = 500; }, "no element"},
                    Fault{"ElementBeforeItsParent", [](Pages& p) { p.structure.elements[1].parent = 3; },
                          "below its parent"},
                    Fault{"AreaOutsideLinks",
                          [](Pages& p) {
                            for (Item& item : p.pages[0].items)
                              if (std::holds_alternative<LinkArea>(item.what)) item.element = 0;
                          },
                          "not in a link"},
                    Fault{"LinkWithoutTarget",
                          [](Pages& p) {
                            for (Item& item : p.pages[0].items)
                              if (auto* area = std::get_if<LinkArea>(&item.what)) area->target.clear();
                          },
                          "no target"},
                    Fault{"FarShape", instead<Shape>([](Shape& s) { s.path[1].to.x = 40000_pt; }), "a shape goes far"},
                    Fault{"ShapeWithoutStart", instead<Shape>([](Shape& s) { s.path.erase(s.path.begin()); }),
                          "a shape begins nowhere"},
                    Fault{"NoImage", instead<Picture>([](Picture& p) { p.image.reset(); }), "no image"},
                    Fault{"NoPixels", instead<Picture>([](Picture& p) { pixels(p).pixels.pop_back(); }), "not the pixels"},
                    Fault{"EmptyImage",
                          instead<Picture>([](Picture& p) {
                            pixels(p).width = 0;
                            pixels(p).pixels.clear();
                          }),
                          "not the pixels"},
                    Fault{"TwoChannels", instead<Picture>([](Picture& p) { pixels(p).channels = 2; }), "not the pixels"},
                    Fault{"HalfAlpha", instead<Picture>([](Picture& p) { pixels(p).alpha.resize(7); }), "not the pixels"},
                    Fault{"FlatPicture", instead<Picture>([](Picture& p) { p.size.height = {}; }), "no size"},
                    Fault{"HugePicture", instead<Picture>([](Picture& p) { p.size.width = 40000_pt; }), "a picture goes far"},
                    Fault{"FarEdge", instead<Picture>([](Picture& p) { p.clip[0].to.y = 40000_pt; }), "a picture goes far"},
                    Fault{"BookmarkToNowhere", [](Pages& p) { p.outline[0].page = 9; }, "a bookmark"}),
    [](const auto& fault) { return fault.param.name; });

}  // namespace
}  // namespace galley
