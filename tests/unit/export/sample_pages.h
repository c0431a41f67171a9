// Pages made by hand for the tests of the sinks: text is shaped with HarfBuzz and set where the test says.
//
//   SamplePages sample;
//   const ElementId paragraph = sample.element(Role::paragraph, sample.root);
//   sample.text(paragraph, {72, 100}, "Hello", sample.regular());
//   write_pdf(sample.pages, {}, diagnostics);
#pragma once

#include <memory>
#include <string>

#include "page/pages.h"

namespace galley {

/// Tinos, from the package fonts-croscore. Opened once for all tests.
const Face& tinos_regular();
const Face& tinos_bold();

struct Look {
  const Face* face = nullptr;
  double size = 10;
  Colour colour;
};

struct Spot {
  double x = 0, y = 0;  ///< points from the page's top left corner
};

class SamplePages {
 public:
  /// One A4 page, a title, English, and the document element.
  SamplePages();

  Pages pages;
  ElementId root = 0;

  [[nodiscard]] Look regular(double size = 10) const { return {&tinos_regular(), size, {}}; }
  [[nodiscard]] Look bold(double size = 10) const { return {&tinos_bold(), size, {}}; }

  void add_page(double width = 595.276, double height = 841.89);
  ElementId element(Role role, ElementId parent);
  /// Sets shaped text on the last page; gives the x of its end. `features`: as for hb-shape, e.g. "-liga".
  double text(ElementId element, Spot at, const std::string& words, const Look& look, const char* features = "");
  /// A picture with its words on the last page.
  ElementId figure(Spot at, Drawable what, const std::string& alternative);
  void rule(Spot at, double width, double height, Colour colour = {});
  /// Text in a link element with its area.
  double link(ElementId link, Spot at, const std::string& words, const std::string& target, const Look& look);
  void bookmark(const std::string& title, int level, Spot at, ElementId heading);

  [[nodiscard]] Page& page() { return pages.pages.back(); }
  [[nodiscard]] GlyphRun& last_run();
};

/// Text as glyphs with their share of the text, as the text room makes it.
GlyphRun shape(const std::string& words, const Look& look, const char* features = "");

/// The one glyph for "fi", which Tinos has but does not use on its own account.
GlyphRun fi_ligature(const Look& look);

/// Two pages with headings, a list, links over two lines, two fonts, decoration and bookmarks.
SamplePages two_page_sample();

/// Two pages with figures: a round photograph (JPEG), a mark with transparency, a shape with words, and shapes that only
/// adorn.
SamplePages figure_sample();

/// A gradient, red to the right and green downwards (or grey to the right); `jpeg`: with a JPEG of the same.
std::shared_ptr<Image> gradient(std::uint32_t width, std::uint32_t height, int channels, bool jpeg = false);

/// Five pages, about 11,000 glyphs in 300 elements: the measure for size and speed.
SamplePages long_sample();

/// Leaves a PDF and, unless it is empty, its text where tests/conformance/run looks for them.
void keep_for_conformance(const std::string& name, const std::string& pdf, const std::string& text);

/// The output of a program that reads `pdf` from a file whose name stands for '@'; its exit code is appended as
/// "[exit N]" when it is not 0.
std::string run_on(const std::string& pdf, const std::string& command);

}  // namespace galley
