// Words that have been shaped, remembered for all requests of an engine.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/remembered.h"
#include "font/face.h"
#include "text/word_cuts.h"

namespace galley {

/// A glyph in font units of its face, not yet scaled to a size.
struct ShapedGlyph {
  GlyphId id = 0;
  int advance = 0, x = 0, y = 0;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text it stands for, counted from the segment's start
  bool unsafe_to_break = false;      ///< shaping would differ if the text were cut before this cluster
  /// Of a mark in a square: the blank beside its ink, part of the advance, and whether lines that are too long may take it.
  bool is_mark = false, gives = false;
  int blank_before = 0, blank_after = 0;
};

struct ShapedWord {
  std::string key;                   ///< all that the rest depends on
  std::vector<ShapedGlyph> glyphs;   ///< visual order
  std::vector<WordCut> hyphens;      ///< where the language's patterns divide it, if it was shaped with them
  bool is_address = false;           ///< as is_address() says
  bool is_cut_short = false;         ///< the font would make more glyphs of it than anybody may
  std::shared_ptr<const Face> face;  ///< keeps the face alive, by whose address the word is remembered
};

struct ShapedWords : Remembered<ShapedWord> {
  static constexpr std::size_t kMost = std::size_t{64} * 1024;  // words; about 300 bytes each, so 40 MB in both generations
  ShapedWords() : Remembered(kMost) {}
};

}  // namespace galley
