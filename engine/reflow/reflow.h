// A composed CV without lines and pages: headings, paragraphs and list items in reading order, for formats that set text anew.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/styled_text.h"
#include "compose/composed.h"
#include "layout/layout.h"

namespace galley {

/// A stretch of text in one style. U+2028 is a line break.
struct ReflowRun {
  std::string text;
  StyleId style = 0;
  std::string link;      ///< URI; empty: none
  std::string language;  ///< BCP 47; empty: the document's
  bool operator==(const ReflowRun&) const = default;
};
using ReflowText = std::vector<ReflowRun>;

/// A photo, a signature: a file of its own, and how large it is on paper. It fills its place; what stands over is cut off.
struct ReflowPicture {
  std::string bytes;  ///< a JPEG or a PNG
  bool is_jpeg = false;
  std::string alternative;  ///< the words that stand for it
  std::uint32_t pixels_wide = 0, pixels_high = 0;
  Size size;
  FigureShape shape = FigureShape::square;
  Length radius;  ///< of rounded corners
  Align align = Align::left;
};

struct ReflowBlock {
  enum class Kind : std::uint8_t { name, section, heading, paragraph, item, picture };
  Kind kind = Kind::paragraph;
  std::string mark;       ///< of an item: "•", "[42]"
  StyleId style = 0;      ///< of the paragraph
  ReflowText text;
  ReflowText aside;       ///< a date beside it; may be empty
  bool in_head = false;   ///< name and contact
  bool opens_entry = false;
  ReflowPicture picture = {};
};

struct ReflowDocument {
  std::string title, author, subject, language;
  bool right_to_left = false;
  std::vector<Style> styles;  ///< StyleId indexes this; the first is the body's
  std::vector<ReflowBlock> blocks;
  Size page;
  Length left, right, top, bottom;  ///< margins
  Colour paper{255, 255, 255}, accent;
  bool has_codes = false;     ///< QR codes, which are left out
};

/// The layout says the page and the colours.
ReflowDocument reflow(const Composed& composed, const Layout& layout);

/// For formats that have none. False: there were none.
bool drop_pictures(ReflowDocument& document);

/// Whether a style stands out against the text around it.
bool is_strong(const Style& style, const Style& body);
bool is_emphasised(const Style& style, const Style& body);

/// CommonMark. Dates follow their line, after a dash.
std::string write_markdown(const ReflowDocument& document);
/// Plain text in lines as long as they are; titles in capitals.
std::string write_plain(const ReflowDocument& document);
/// One file of HTML with its styles inside: the layout's colours and fonts, one column, for a phone, a screen and paper.
std::string write_html(const ReflowDocument& document);

}  // namespace galley
