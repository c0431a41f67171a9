#include "export/pdf/text_shower.h"

#include <cmath>

#include "base/numbers.h"

namespace galley::pdf {
namespace {

/// Decimals of corrections: a step of one is a thousandth of the size, 0.016 pt at most with these bounds, so that a
/// glyph is at most half of that from its place.
int decimals_for(double size) { return size <= 16 ? 0 : size <= 160 ? 1 : 2; }

/// Letter space is written in points; what rounding leaves is corrected with the kerning.
constexpr int kLetterSpaceDecimals = 4;

}  // namespace

void append_string(std::string& out, std::string_view bytes, CodeNotation notation) {
  if (notation == CodeNotation::hexadecimal) {
    out += '<';
    for (const char c : bytes) {
      out += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
      out += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 0xF];
    }
    out += '>';
    return;
  }
  out += '(';
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    if (c == '\r') {
      out += "\\r";  // a bare carriage return reads as a line feed
    } else {
      out += c;
    }
  }
  out += ')';
}

TextShower::TextShower(std::string& out, const Font& font, Length size, Length letter_space, CodeNotation notation)
    : out_(out), font_(font), size_(size.points()), notation_(notation), decimals_(decimals_for(size_)) {
  step_ = std::pow(10.0, -decimals_);
  if (letter_space != Length{}) set_letter_space(letter_space.points());
}

void TextShower::set_letter_space(double points) {
  append_number(out_, points, kLetterSpaceDecimals);
  out_ += " Tc\n";
  const double scale = std::pow(10.0, kLetterSpaceDecimals);
  letter_space_ = std::round(points * scale) / scale / size_ * 1000;
}

void TextShower::show(const Glyph& glyph, const FontGlyph* known) {
  const auto in_thousandths = [&](Length length) { return length.points() / size_ * 1000; };
  const double place = ideal_ + in_thousandths(glyph.x);
  ideal_ += in_thousandths(glyph.advance);
  if (!known) return;
  set_rise(glyph.y);
  set_sister(known->sister);
  const double correction = std::round((written_ - place) / step_) * step_;
  if (correction != 0) {
    end_string();
    append_number(list_, correction, decimals_);
    has_corrections_ = true;
  }
  codes_ += static_cast<char>(known->code >> 8);
  codes_ += static_cast<char>(known->code & 0xFF);
  written_ += known->width + letter_space_ - correction;
}

void TextShower::set_rise(Length rise) {
  if (rise == rise_) return;
  flush();
  append_number(out_, rise.points(), 3);
  out_ += " Ts\n";
  rise_ = rise;
}

void TextShower::set_sister(std::size_t sister) {
  if (sister == sister_) return;
  flush();
  out_ += '/' + font_.resource(sister) + ' ' + format_number(size_, 4) + " Tf\n";
  sister_ = sister;
}

void TextShower::end_string() {
  if (codes_.empty()) return;
  append_string(list_, codes_, notation_);
  codes_.clear();
}

void TextShower::flush() {
  end_string();
  if (list_.empty()) return;
  out_ += has_corrections_ ? '[' + list_ + "]TJ\n" : list_ + "Tj\n";
  list_.clear();
  has_corrections_ = false;
}

void TextShower::finish() {
  flush();
  set_rise({});
  set_sister(0);
  if (letter_space_ != 0) set_letter_space(0);
}

}  // namespace galley::pdf
