// Shows the glyphs of one run: strings of codes with the corrections that kerning, justified spaces and marks need.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "export/pdf/content.h"
#include "export/pdf/fonts.h"

namespace galley::pdf {

/// Writes `TJ` operators (ISO 32000-1, 9.4.3). A reader adds up the widths that the font states; where the glyph should
/// stand elsewhere a number moves it. The numbers come from absolute places, so rounding never adds up: each glyph
/// stands within 0.01 pt of where the page says.
class TextShower {
 public:
  /// `letter_space` is stated once, as `Tc` (ISO 32000-1, 9.3.2), instead of after each letter.
  TextShower(std::string& out, const Font& font, Length size, Length letter_space, CodeNotation notation);
  /// `known`: the glyph in the font; nullptr for .notdef, which leaves a gap.
  void show(const Glyph& glyph, const FontGlyph* known);
  /// Writes what is pending. Text shown later goes on where this stopped.
  void flush();
  /// Flushes, goes back to the baseline and to the font itself.
  void finish();

 private:
  void set_letter_space(double points);
  void set_rise(Length rise);
  void set_sister(std::size_t sister);
  void open_string();
  void close_string();
  void correct(double correction);

  std::string& out_;
  const Font& font_;
  double size_;
  double thousandths_;  ///< of an em in a point
  CodeNotation notation_;
  double letter_space_ = 0;  ///< after each glyph, in thousandths of an em
  double step_;  ///< the smallest correction, in thousandths of an em
  int decimals_;
  double ideal_ = 0;    ///< the pen as the page wants it, from the start of the run, in thousandths of an em
  double written_ = 0;  ///< the pen as a reader computes it
  Length rise_;
  std::size_t sister_ = 0;  ///< of the font, the one that is set
  std::optional<std::size_t> begun_;  ///< where in `out_` the operand begins that is not closed yet
  bool in_string_ = false;
  bool has_corrections_ = false;
};

/// A string object (ISO 32000-1, 7.3.4) in the notation asked for.
void append_string(std::string& out, std::string_view bytes, CodeNotation notation);

}  // namespace galley::pdf
