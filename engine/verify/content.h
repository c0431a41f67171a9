// What a page's content draws, as far as checks ask: the text character by character, which of it has no tag, colour
// spaces, thin lines, images.
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <string>
#include <vector>

#include "verify/fonts.h"

namespace galley {

struct PlacedImage {
  std::string name;       ///< in the page's resources
  double resolution = 0;  ///< pixels per inch where it stands, the lower of both directions
};

struct PageContent {
  /// The characters shown, with kMark where marked content begins or ends.
  std::string text;
  std::string untagged;                                       ///< those in neither a tag nor an artifact
  std::map<std::string, std::size_t> unmapped;                ///< glyphs that stand for no text, by font
  std::set<std::string> colours;                              ///< kinds of colour: "RGB", "CMYK", "grey", "spot", "Lab"
  double thinnest = std::numeric_limits<double>::infinity();  ///< pt, of lines and filled rectangles
  std::vector<PlacedImage> images;
};

/// Cannot stand in text: U+001E, the record separator.
constexpr char kMark = '\x1E';

/// Forms are followed. Throws what libqpdf throws.
PageContent read_content(QPDFPageObjectHelper page, FontShelf& fonts);

}  // namespace galley
