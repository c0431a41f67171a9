// The waist: finished pages as plain values. Nothing after this knows what a CV is, nothing before it what a PDF is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/image.h"
#include "base/path.h"
#include "base/structure.h"
#include "base/styled_text.h"
#include "font/glyph_run.h"

namespace galley {

/// A filled outline: an icon, a box with round corners, the modules of a QR code.
struct Shape {
  std::vector<PathStep> path;
  Colour colour;
  bool even_odd = false;         ///< how inside is told: even-odd instead of nonzero winding
};

/// An image, scaled to `size`; its top left corner at the item's place.
struct Picture {
  std::shared_ptr<const Image> image;
  Size size;
  std::vector<PathStep> clip;   ///< only what is inside shows; empty: all of it
};

/// A filled rectangle, its top left corner at the item's place.
struct Rule {
  Size size;
  Colour colour;
};

/// A place that can be clicked; not drawn. Belongs to a link element.
struct LinkArea {
  Size size;           ///< top left corner at the item's place
  std::string target;  ///< URI: http, https, mailto or tel
  std::string text;    ///< what the link says, for readers that announce it
};

using Drawable = std::variant<GlyphRun, Rule, Shape, Picture, LinkArea>;

struct Item {
  Point at;                      ///< runs: origin on the baseline
  ElementId element = kArtifact; ///< index into Structure::elements
  Drawable what;
};

struct Page {
  Size size;                     ///< of the sheet
  std::vector<Item> items;       ///< in reading order
  Length trim = {};              ///< from each edge of the sheet to where it is cut
  Length bleed = {};             ///< how far beyond that the shop may count on colour; at most `trim`
};

/// A bookmark and named destination.
struct OutlineEntry {
  std::string title;
  int level = 0;                 ///< 0: top; an entry's children follow it with a higher level
  std::size_t page = 0;
  Point at;                      ///< top left of what it points to
  ElementId element = kArtifact; ///< the heading
};

struct Metadata {
  std::string title, author, subject, language;  ///< language: BCP 47
  std::vector<std::string> keywords;
  std::optional<std::int64_t> modified;  ///< seconds since 1970-01-01 00:00 UTC, up to the end of the year 9999
};

struct Pages {
  Metadata metadata;
  Structure structure;
  std::vector<OutlineEntry> outline;
  std::vector<Page> pages;
  bool right_to_left = false;    ///< as the document's language reads
  Press press;
};

}  // namespace galley
