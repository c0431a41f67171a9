// The waist: finished pages as plain values. Nothing after this knows what a CV is, nothing before it what a PDF is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/structure.h"
#include "base/styled_text.h"
#include "font/face.h"

namespace galley {

/// Bytes [begin, end) of GlyphRun::text that a glyph stands for. The first glyph of a cluster carries the cluster's
/// text, its further glyphs an empty range at the cluster's end.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const TextRange&) const = default;
};

struct Glyph {
  GlyphId id = 0;
  Length advance;     ///< to the next glyph's origin, spacing and kerning included
  Length x, y;        ///< offset of the drawing from the origin, y upwards
  TextRange text;
};

/// Glyphs of one face, size and colour on one baseline, in visual order left to right. Spaces are real glyphs.
struct GlyphRun {
  const Face* face = nullptr;  ///< owned by the FontBook, which outlives the pages
  Length size;
  Colour colour;
  std::string text;            ///< the text these glyphs stand for, logical order
  std::vector<Glyph> glyphs;
  bool right_to_left = false;
  [[nodiscard]] Length width() const {
    Length sum;
    for (const Glyph& glyph : glyphs) sum += glyph.advance;
    return sum;
  }
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

using Drawable = std::variant<GlyphRun, Rule, LinkArea>;

struct Item {
  Point at;                      ///< runs: origin on the baseline
  ElementId element = kArtifact; ///< index into Structure::elements
  Drawable what;
};

struct Page {
  Size size;
  std::vector<Item> items;       ///< in reading order
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
};

struct Pages {
  Metadata metadata;
  Structure structure;
  std::vector<OutlineEntry> outline;
  std::vector<Page> pages;
};

}  // namespace galley
