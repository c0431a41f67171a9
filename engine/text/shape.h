// Stage 5: styled text -> words of glyphs. ICU finds scripts, directions, grapheme clusters and break chances, HarfBuzz
// shapes word by word, and a font without a glyph hands over to its fallbacks.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/styled_text.h"
#include "font/font_book.h"
#include "text/break_finder.h"
#include "text/shaped_words.h"

struct hb_buffer_t;

namespace galley {

/// A stretch of text with one face, style and direction that holds no space inside: a word, part of one, or one space.
struct Segment {
  std::uint32_t begin = 0, end = 0;  ///< bytes of ShapedText::text
  std::uint32_t piece = 0;           ///< index into the StyledText
  StyleId style = 0;
  const Face* face = nullptr;        ///< of the shaper's FontBook, which keeps it open
  std::uint8_t level = 0;            ///< bidi embedding level; odd: right to left
  bool is_space = false;
  bool scaled_caps = false;          ///< set as capitals of the style's `scaled_caps`, whatever letters the text has
  bool set_off = false;              ///< letters after squares, or squares after letters: a little space goes before
  std::uint32_t script = 0;          ///< hb_script_t
  std::span<const ShapedGlyph> glyphs;  ///< visual order; the shaper keeps them
  std::span<const WordCut> hyphens = {};  ///< by the language's patterns, where the style hyphenates; the shaper keeps them, too
  bool is_address = false;           ///< as is_address() says
};

struct ShapedText {
  std::string text;                  ///< of all pieces, letter case applied
  std::vector<Segment> segments;     ///< logical order, without gaps
  std::vector<BreakChance> chances;  ///< ascending
  std::vector<ByteRange> names;      ///< people's names, ascending
  bool right_to_left = false;        ///< the paragraph's direction
  bool sentence_spacing = true;      ///< styles' space factors are meant for its language
};

/// How a paragraph's text is read, beside its styles.
struct ReadingOf {
  const std::string& language;  ///< BCP 47
  bool right_to_left = false;   ///< of the paragraph (UAX 9, P3, as its language says)
};

/// A stretch of a text that is shaped with what stands around it in view.
struct Stretch {
  std::string_view text;
  std::uint32_t begin = 0, end = 0;  ///< bytes
};

class LineMemory;

/// Shapes, remembering words it has seen: names and terms recur in a CV. Complains once of each character that no font has.
/// One for each request.
class Shaper {
  struct FreeBuffer {
    void operator()(hb_buffer_t* buffer) const;
  };

 public:
  explicit Shaper(FontBook& fonts) : fonts_(fonts) {}
  /// Also remembers words for others, and what others remember counts. `shared` must outlive the shaper, as must `lines`.
  Shaper(FontBook& fonts, ShapedWords& shared, LineMemory* lines = nullptr) : fonts_(fonts), shared_(&shared), lines_(lines) {}

  /// `styles` is Composed::styles. Characters that no font has are drawn as .notdef and warned about, once each.
  ShapedText shape(const StyledText& text, const std::vector<Style>& styles, const ReadingOf& reading, Diagnostics& diagnostics);

  /// Glyphs of a part of `like`, for a line that cuts that segment; the shaper keeps them.
  std::span<const ShapedGlyph> glyphs(const Stretch& part, const Segment& like, const Style& style, const std::string& language,
                                         Diagnostics& diagnostics);

  /// The face of a text in this style, before any of its characters asks for another; nullptr: the family is nowhere.
  const Face* face_of(const Style& style, Diagnostics& diagnostics);

  [[nodiscard]] FontBook& fonts() { return fonts_; }
  /// Where set paragraphs are remembered; nullptr: nowhere.
  [[nodiscard]] LineMemory* lines() const { return lines_; }
  /// From now on they are, if only for this shaper: the same text is going to be set again and again.
  void remember_lines();

 private:
  /// The whole of what is known of a word. `patterns`: those that divide it; nullptr: none are to.
  const ShapedWord& word(const Stretch& part, const Segment& like, const Style& style, const std::string& language, const HyphenationTable* patterns,
                         Diagnostics& diagnostics);

  FontBook& fonts_;
  ShapedWords* shared_ = nullptr;
  LineMemory* lines_ = nullptr;
  std::shared_ptr<LineMemory> own_lines_;
  std::unordered_map<std::string_view, std::shared_ptr<const ShapedWord>> words_;  // by their own keys
  std::string key_;                 // of the word that is asked for; a member so that its memory serves all, as the buffer's does
  std::unique_ptr<hb_buffer_t, FreeBuffer> buffer_;
  BreakFinder breaks_;
  std::vector<char32_t> reported_;  // code points without a glyph
};

}  // namespace galley
