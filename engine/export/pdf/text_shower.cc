#include "export/pdf/text_shower.h"

#include <array>
#include <cmath>

#include "base/numbers.h"

namespace galley::pdf {
namespace {

/// Decimals of corrections: a step of one is a thousandth of the size, 0.016 pt at most with these bounds, so that a
/// glyph is at most half of that from its place.
int decimals_for(double size) { return size <= 16 ? 0 : size <= 160 ? 1 : 2; }

/// Letter space is written in points; what rounding leaves is corrected with the kerning.
constexpr int kLetterSpaceDecimals = 4;

void begin_string(std::string& out, CodeNotation notation) { out += notation == CodeNotation::hexadecimal ? '<' : '('; }
void end_string(std::string& out, CodeNotation notation) { out += notation == CodeNotation::hexadecimal ? '>' : ')'; }

/// Writes a byte of a string to `to`; gives where the next one goes, two on at most.
char* put_byte(char* to, char c, CodeNotation notation) {
  if (notation == CodeNotation::hexadecimal) {
    *to++ = "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
    *to++ = "0123456789ABCDEF"[static_cast<unsigned char>(c) & 0xF];
    return to;
  }
  const bool is_return = c == '\r';  // which would read as a line feed
  if (c == '(' || c == ')' || c == '\\' || is_return) *to++ = '\\';
  *to++ = is_return ? 'r' : c;
  return to;
}

/// Two bytes, at once: letters are most of a page.
void append_code(std::string& out, unsigned code, CodeNotation notation) {
  std::array<char, 4> written;
  char* const middle = put_byte(written.data(), static_cast<char>(code >> 8), notation);
  const char* const end = put_byte(middle, static_cast<char>(code & 0xFF), notation);
  out.append(written.data(), static_cast<std::size_t>(end - written.data()));
}

}  // namespace

void append_string(std::string& out, std::string_view bytes, CodeNotation notation) {
  begin_string(out, notation);
  for (const char c : bytes) {
    std::array<char, 2> written;
    out.append(written.data(), static_cast<std::size_t>(put_byte(written.data(), c, notation) - written.data()));
  }
  end_string(out, notation);
}

TextShower::TextShower(std::string& out, const Font& font, Length size, Length letter_space, CodeNotation notation)
    : out_(out), font_(font), size_(size.points()), thousandths_(1000 / size_), notation_(notation), decimals_(decimals_for(size_)) {
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
  const auto in_thousandths = [&](Length length) { return length.points() * thousandths_; };
  const double place = ideal_ + in_thousandths(glyph.x);
  ideal_ += in_thousandths(glyph.advance);
  if (!known) return;
  set_rise(glyph.y);
  set_sister(known->sister);
  const double off = written_ - place;
  double correction = 0;
  if (2 * std::fabs(off) >= step_) {
    correction = std::round(off / step_) * step_;
    correct(correction);
  }
  if (!in_string_) open_string();
  append_code(out_, known->code, notation_);
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

void TextShower::open_string() {
  if (!begun_) begun_ = out_.size();
  begin_string(out_, notation_);
  in_string_ = true;
}

void TextShower::close_string() {
  if (in_string_) end_string(out_, notation_);
  in_string_ = false;
}

void TextShower::correct(double correction) {
  close_string();
  if (!begun_) begun_ = out_.size();
  if (!has_corrections_) out_.insert(*begun_, 1, '[');  // of a few letters, mostly: a list is rare
  has_corrections_ = true;
  append_number(out_, correction, decimals_);
}

void TextShower::flush() {
  if (!begun_) return;
  close_string();
  out_ += has_corrections_ ? "]TJ\n" : "Tj\n";
  begun_.reset();
  has_corrections_ = false;
}

void TextShower::finish() {
  flush();
  set_rise({});
  set_sister(0);
  if (letter_space_ != 0) set_letter_space(0);
}

}  // namespace galley::pdf
