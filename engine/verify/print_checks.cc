#include "verify/print_checks.h"

#include <cmath>
#include <optional>
#include <string>

#include "base/numbers.h"
#include "verify/open.h"

namespace galley::proof {
namespace {

/// Usual minima of offset printing, which data sheets of print shops name: pixels per inch of photos, and points of
/// lines.
constexpr double kPoorResolution = 150, kGoodResolution = 300, kThinnestLine = 0.25;
/// Sum of the four inks that coated paper takes; ISO 12647-2 has 300 to 350 %.
constexpr double kMostInk = 3;
/// Rounding of numbers in files, pt.
constexpr double kSlack = 0.01;

using Box = QPDFObjectHandle::Rectangle;

std::optional<Box> box(QPDFPageObjectHelper& page, const char* name) {
  QPDFObjectHandle found = page.getAttribute(name, false);
  if (!found.isRectangle()) return std::nullopt;
  return found.getArrayAsRectangle();
}

bool is_within(const Box& inner, const Box& outer) {
  return inner.llx >= outer.llx - kSlack && inner.lly >= outer.lly - kSlack && inner.urx <= outer.urx + kSlack &&
         inner.ury <= outer.ury + kSlack;
}

class Preflight {
 public:
  Preflight(std::size_t number, const PdfFile& pdf, Diagnostics& diagnostics)
      : number_(number), pdf_(pdf), diagnostics_(diagnostics) {}

  void check_boxes(QPDFPageObjectHelper page) {
    const auto media = box(page, "/MediaBox"), trim = box(page, "/TrimBox"), bleed = box(page, "/BleedBox");
    if (!media) return fault("the page has no /MediaBox", "render it again");
    if (!trim) doubt("the page has no /TrimBox, so the shop has to guess where to cut", "ask for one in the layout");
    if (trim && !is_within(*trim, *media)) fault("the /TrimBox reaches beyond the /MediaBox", "make the sheet larger");
    if (bleed && !is_within(*bleed, *media))
      fault("the /BleedBox reaches beyond the /MediaBox", "make the sheet larger");
    if (bleed && trim && !is_within(*trim, *bleed))
      fault("the /TrimBox reaches beyond the /BleedBox", "bleed goes outwards");
  }

  void check_content(const PageContent& content) {
    if (content.colours.count("RGB") != 0)
      fault("RGB colours are left on the page; presses print CMYK or spot colours", "use grey or CMYK colours");
    if (content.most_ink > kMostInk + 0.005)
      fault("a colour takes " + format_number(content.most_ink * 100, 0) + " % of ink; above 300 % it does not dry",
            "use a lighter colour, or pure black");
    if (content.overprints)
      doubt("overprint is set: what is white in it vanishes on a press, though not on a screen", "let colours knock out");
    if (content.thinnest < kThinnestLine - kSlack)
      fault("a line is " + format_number(content.thinnest, 3) + " pt thin; presses hold 0.25 pt and more",
            "make it thicker");
    for (const PlacedImage& image : content.images) {
      const std::string what =
          "the image '" + image.name + "' has " + format_number(image.resolution, 0) + " pixels per inch; ";
      if (image.resolution < kPoorResolution - 0.5) {
        fault(what + "below 150 one sees them", "use a larger image, or set it smaller");
      } else if (image.resolution < kGoodResolution - 0.5) {
        doubt(what + "300 are usual", "use a larger image, or set it smaller");
      }
    }
  }

 private:
  void fault(const std::string& message, const std::string& help) {
    report_fault(pdf_, number_, message, help, diagnostics_);
  }
  void doubt(const std::string& message, const std::string& help) {
    report_doubt(pdf_, number_, message, help, diagnostics_);
  }

  std::size_t number_;
  const PdfFile& pdf_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_print(QPDFPageObjectHelper page, const PageContent& content, std::size_t number, const PdfFile& pdf,
                 Diagnostics& diagnostics) {
  Preflight preflight(number, pdf, diagnostics);
  preflight.check_boxes(page);
  preflight.check_content(content);
}

}  // namespace galley::proof
