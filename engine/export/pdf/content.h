// A page's content stream: text, rules, shapes, pictures, and which structure element each piece belongs to.
#pragma once

#include <string>
#include <vector>

#include "export/pdf/device_colours.h"
#include "export/pdf/fonts.h"
#include "export/pdf/images.h"
#include "page/pages.h"

namespace galley::pdf {

constexpr int kNoMark = -1;

struct DrawnPage {
  std::string content;
  std::vector<int> marks;         ///< of each item of the page, the number (MCID) of its marked content, or kNoMark
  std::vector<ElementId> owners;  ///< of each number, the element
};

/// How strings of glyph codes are written: hexadecimal digits where readable output is asked for, else raw bytes.
enum class CodeNotation { bytes, hexadecimal };

/// What all pages of a document share.
struct DrawingTools {
  const Structure& structure;
  const Fonts& fonts;
  const ImageNames& images;
  const DeviceColours& colours;
  CodeNotation notation = CodeNotation::bytes;
};

DrawnPage draw_page(const Page& page, const DrawingTools& tools);

/// The standard structure type (ISO 32000-1, 14.8.4) of a role.
const char* structure_type(Role role);

}  // namespace galley::pdf
