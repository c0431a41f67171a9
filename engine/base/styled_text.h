// Text with its looks and its meaning: what composing writes and what the text room sets. Plain values.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "base/colour.h"
#include "base/length.h"
#include "base/span.h"
#include "base/structure.h"
#include "base/type_width.h"

namespace galley {

enum class Align : std::uint8_t { left, right, centre, justify };
enum class LetterCase : std::uint8_t { as_is, upper, lower };

/// Where lines may break inside a paragraph.
enum class BreakAt : std::uint8_t {
  spaces,         ///< only at spaces, and where a script writes none (Chinese, Japanese, Thai …)
  opportunities,  ///< wherever Unicode allows it (UAX 14): after hyphens, dashes and slashes too
};

/// Law of the space between words. All in em of the style's size; `factor` as TeX's space factor (The TeXbook, ch. 12):
/// after a mark with factor f the stretch grows f times and the shrink by 1/f, and from 2 on `extra` is added.
struct Spacing {
  Em space{};      ///< natural width; 0: the font's own space
  Em stretch{};
  Em shrink{};
  Em extra{};
  struct Factor {
    char32_t mark;
    double factor;   ///< 0: the mark is looked through
    bool operator==(const Factor&) const = default;
  };
  std::vector<Factor> factors;
  double factor_after_capital = 1;  ///< below 1: a mark straight after a capital counts as no mark
  bool operator==(const Spacing&) const = default;
};

/// How the lines of a paragraph are chosen. Terms and defaults from Knuth and Plass, "Breaking paragraphs into lines" (1981).
struct LineCosts {
  double line = 10;               ///< added to the badness of each line before squaring: fewer lines are better
  double fitness_change = 10000;  ///< demerits where neighbouring lines differ by more than one fitness class
  double hyphen = 50;             ///< penalty of a break inside a word
  double two_hyphens = 10000;     ///< demerits of two hyphenated lines in a row
  double ladder = 0;              ///< demerits of each hyphenated line after two others, beside `two_hyphens`
  double last_hyphen = 5000;      ///< demerits of a hyphen that ends the last line but one
  double short_last = 0;          ///< demerits of a last line shorter than the style's `last-line`, doubled towards nothing
  bool operator==(const LineCosts&) const = default;
};

/// What letters give where a line is justified, beside its spaces: space between them, in em of the style's size.
struct LetterFlex {
  Em shrink{}, stretch{};
  bool operator==(const LetterFlex&) const = default;
};

/// How far characters stand out of the measure where they begin or end a line, as shares of their own width (margin
/// kerning: Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system", TUGboat 21 (2000), 317-434).
struct Protrusion {
  using Table = std::vector<std::pair<char32_t, double>>;  ///< ascending by character
  Table start, end;
  bool operator==(const Protrusion&) const = default;
};

/// How Chinese and Japanese characters are set among themselves and with words in letters.
struct Squares {
  bool squeeze = false;  ///< marks and brackets beside one another, and in lines too long, lose their blank halves
  Em letters{};          ///< space between them and words in letters or numbers
  bool operator==(const Squares&) const = default;
};

/// How a language wants its words set.
struct TextUsage {
  std::vector<std::string> tie_after;  ///< words that do not end a line: "Dr.", "pp.", "w"
  std::vector<std::string> units;      ///< words that do not begin one after a number: "kg", "%"
  bool tie_initials = false;           ///< "D." does not end a line before another initial or a name
  bool sentence_spacing = false;       ///< a style's Spacing::factors are meant for this language
  bool operator==(const TextUsage&) const = default;
};

/// For type of which size letters are drawn, in fonts with an axis of it: small type is wider and sturdier than a title.
struct OpticalSize {
  enum class From : std::uint8_t { type, font, style };  ///< the type's own size, as the font stands, or `at`
  From from = From::type;
  Length at{};
  bool operator==(const OpticalSize&) const = default;
};

/// OpenType feature, e.g. {"onum", 1}; `tag` has four characters.
struct Feature {
  std::string tag;
  std::uint32_t value = 1;
  bool operator==(const Feature&) const = default;
};

/// Everything the typesetter has to know of a piece of text. Fully resolved: nothing is inherited any more.
struct Style {
  std::string name;  ///< of the layout's style, for messages and dumps
  // characters
  std::string family;
  Span family_source;  ///< where the layout names it
  int weight = 400;  ///< 100 to 900, OpenType's scale
  bool italic = false;
  int width = kNormalWidth;  ///< base/type_width.h
  OpticalSize optical_size;
  Length size = 10_pt;
  Colour colour;
  LetterCase letter_case = LetterCase::as_is;
  Em tracking{};  ///< added after each grapheme
  LetterFlex letter_flex;  ///< more or less of it, for justified lines
  std::vector<Feature> features;
  Em scaled_caps{};  ///< size of the capitals that stand for small ones where the font has none; 0: letters stay as they are
  Squares squares;
  // words
  Spacing spacing;
  bool hyphenate = false;
  bool language_ties = false;  ///< words stay with their neighbours as TextUsage says
  BreakAt break_at = BreakAt::opportunities;
  std::vector<std::string> tie_after;  ///< words that do not end a line, e.g. "&"
  // lines
  Length leading = 12_pt;  ///< baseline to baseline
  Align align = Align::left;
  Em ragged{};  ///< how far a line that is not justified may fall short before it counts as loose
  Em last_line{};  ///< a last line should not be shorter
  Protrusion protrusion;
  LineCosts costs;
  // text that stands before and after every piece in this style, e.g. "[" and "]"
  std::string before, after;

  bool operator==(const Style&) const = default;
};

using StyleId = std::uint32_t;
using LinkId = std::uint32_t;
constexpr LinkId kNoLink = std::numeric_limits<LinkId>::max();

struct ByteRange {
  std::uint32_t begin = 0, end = 0;
};

/// A run of text in one style. U+2028 in `text` is a forced line break; U+00A0 does not break.
struct Piece {
  std::string text;
  StyleId style = 0;          ///< index into Composed::styles
  LinkId link = kNoLink;      ///< index into Composed::links
  ElementId element = kArtifact;
  Span source;                ///< where the words stand in the user's file
  std::vector<ByteRange> names = {};  ///< people's names in `text`: hyphens keep off them
};

using StyledText = std::vector<Piece>;

}  // namespace galley
