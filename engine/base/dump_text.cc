#include "base/dump_text.h"

#include "base/characters.h"
#include "base/numbers.h"
#include "base/utf8.h"

namespace galley {
namespace {

constexpr int kDecimals = 3;
constexpr std::size_t kPlaceWidth = 8;

/// Shows nothing, or is a space that looks like another.
bool needs_escape(char32_t c) { return is_invisible(c) || c == 0xA0 || (c >= 0x2000 && c <= 0x206F && is_white_space(c)); }

/// `digits` hexadecimal digits, upper case.
std::string hexadecimal(std::uint32_t value, int digits) {
  std::string out;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(value >> shift) & 0xFU];
  return out;
}

std::string padding(std::string_view text, std::size_t width) {
  const std::size_t count = utf8::count(text);
  return std::string(count < width ? width - count : 0, ' ');
}

}  // namespace

std::string number(Length length) { return format_number(length.points(), kDecimals); }

std::string number(Em em) { return format_number(em.value(), kDecimals) + "em"; }

std::string place(Length length) {
  std::string text = number(length);
  const std::size_t point = text.find('.');
  if (point == std::string::npos) text += '.';
  const std::size_t decimals = point == std::string::npos ? 0 : text.size() - point - 1;
  text.append(kDecimals - decimals, '0');
  return right_aligned(std::move(text), kPlaceWidth);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (needs_escape(c)) {
      for (const char16_t unit : utf8::to_utf16(text.substr(at, length))) out += "\\u" + hexadecimal(unit, 4);
    } else {
      out.append(text, at, length);
    }
    at += length;
  }
  return out + '"';
}

std::string hex(const Colour& colour) {
  return '#' + hexadecimal(colour.red, 2) + hexadecimal(colour.green, 2) + hexadecimal(colour.blue, 2);
}

std::string left_aligned(std::string text, std::size_t width) { return text + padding(text, width); }

std::string right_aligned(std::string text, std::size_t width) { return padding(text, width) + text; }

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == most) return std::string(text.substr(0, at)) + "…";
    at += utf8::decode(text, at).length;
  }
  return std::string(text);
}

}  // namespace galley
