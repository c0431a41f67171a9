// The faces of a document as embedded fonts: Type 0 fonts with two-byte codes.
//
// A code says two things: which glyph to draw, and, through ToUnicode, which text it stands for. A glyph that stands for
// several texts (the 'a' of "Ada" in capitals, a hyphen that carries the rest of a word) has a code for each, because many
// readers know nothing but ToUnicode. With TrueType outlines /CIDToGIDMap makes further codes for a glyph. CFF outlines
// have no such map; there the further texts live in sisters of the font, which share all but ToUnicode.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "export/pdf/file.h"
#include "export/pdf/font_programs.h"
#include "export/pdf/glyph_use.h"

namespace galley::pdf {

struct FontGlyph {
  GlyphId id = 0;  ///< in the face
  unsigned code = 0;
  double width = 0;  ///< in thousandths of an em, exactly as the file says it
  std::string text;  ///< what readers take it for
  std::size_t sister = 0;
};

/// One embedded font.
class Font {
 public:
  Font(const Face* face, std::string resource) : face_(face), resource_(std::move(resource)) {}
  /// By rising id.
  void add(FontGlyph glyph);
  /// The glyph as `text`, or as its most frequent text if it has no code for this one. nullptr: not embedded (.notdef).
  [[nodiscard]] const FontGlyph* find(GlyphId id, std::string_view text) const {
    if (id >= place_.size() || place_[id] == 0) return nullptr;
    const std::size_t first = place_[id] - 1;
    for (std::size_t i = first; i < glyphs_.size() && glyphs_[i].id == id; ++i)
      if (glyphs_[i].text == text) return &glyphs_[i];
    return &glyphs_[first];
  }
  [[nodiscard]] const Face* face() const { return face_; }
  /// Its name in content streams.
  [[nodiscard]] std::string resource(std::size_t sister = 0) const {
    return sister == 0 ? resource_ : resource_ + "_" + std::to_string(sister);
  }
  [[nodiscard]] std::size_t sisters() const { return sisters_; }  ///< at least 1: itself
  [[nodiscard]] const std::vector<FontGlyph>& glyphs() const { return glyphs_; }

 private:
  const Face* face_;
  std::string resource_;
  std::size_t sisters_ = 1;
  std::vector<std::uint32_t> place_;  ///< by glyph id of the face: 1 + index into glyphs_ of its first
  std::vector<FontGlyph> glyphs_;
};

struct Fonts {
  std::vector<Font> all;
  Dict resources;  ///< for every page
  [[nodiscard]] const Font* of(const Face* face) const {
    for (const Font& font : all)
      if (font.face() == face) return &font;
    return nullptr;
  }
};

/// nullopt with an error when a face must not be embedded. `programs` may be null: nothing is remembered.
std::optional<Fonts> embed_fonts(File& file, const std::vector<FaceUse>& use, FontPrograms* programs, Diagnostics& diagnostics);

}  // namespace galley::pdf
