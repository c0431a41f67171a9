// The faces of a document as embedded fonts: Type 0 fonts whose two-byte codes are glyph numbers of the subset.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "export/pdf/file.h"
#include "export/pdf/glyph_use.h"

namespace galley::pdf {

struct FontGlyph {
  unsigned code = 0;
  double width = 0;  ///< in thousandths of an em, exactly as the file says it
  std::string text;  ///< what readers take it for
};

/// One embedded font.
class Font {
 public:
  Font(const Face* face, std::string resource) : face_(face), resource_(std::move(resource)) {}
  void add(GlyphId id, FontGlyph glyph);
  /// nullptr: not embedded (.notdef).
  [[nodiscard]] const FontGlyph* find(GlyphId id) const {
    return id < place_.size() && place_[id] != 0 ? &glyphs_[place_[id] - 1] : nullptr;
  }
  [[nodiscard]] const Face* face() const { return face_; }
  [[nodiscard]] const std::string& resource() const { return resource_; }  ///< its name in content streams
  [[nodiscard]] const std::vector<FontGlyph>& glyphs() const { return glyphs_; }

 private:
  const Face* face_;
  std::string resource_;
  std::vector<std::uint32_t> place_;  ///< by glyph id of the face: 1 + index into glyphs_
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

/// nullopt with an error when a face must not be embedded.
std::optional<Fonts> embed_fonts(File& file, const std::vector<FaceUse>& use, Diagnostics& diagnostics);

}  // namespace galley::pdf
