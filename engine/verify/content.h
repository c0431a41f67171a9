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

namespace galley::proof {

struct PlacedImage {
  std::string name;       ///< in the page's resources
  double resolution = 0;  ///< pixels per inch where it stands, the lower of both directions
};

/// A character as the content has it, in its order. Spaces are not kept, but that they were there.
struct Letter {
  char32_t character = 0;
  bool is_parted = false;    ///< a space, or a tag's begin or end, stands before it
  bool begins_tag = false;   ///< it is the first of a tag
  bool is_artifact = false;  ///< page numbers, running heads, rules
};

struct PageContent {
  std::vector<Letter> letters;
  bool has_tags = false;
  std::string untagged;                                       ///< those in neither a tag nor an artifact
  std::map<std::string, std::size_t> unmapped;                ///< glyphs that stand for no text, by font
  std::set<std::string> colours;                              ///< kinds of colour: "RGB", "CMYK", "grey", "spot", "Lab"
  double most_ink = 0;                                        ///< of colours in CMYK: the sum of the four, 4 being all
  bool overprints = false;                                    ///< colours may be set to leave what is below
  double thinnest = std::numeric_limits<double>::infinity();  ///< pt, of lines and filled rectangles
  std::vector<PlacedImage> images;
};

/// Forms are followed. Throws what libqpdf throws.
PageContent read_content(QPDFPageObjectHelper page, FontShelf& fonts);

}  // namespace galley::proof
