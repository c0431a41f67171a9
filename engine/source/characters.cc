#include "source/characters.h"

#include "base/utf8.h"

namespace galley {
namespace {

std::string hex(char32_t value, std::size_t least_digits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (; value != 0 || out.size() < least_digits; value >>= 4U) out.insert(out.begin(), kDigits[value & 0xFU]);
  return out;
}

}  // namespace

bool is_forbidden(char32_t c) {
  if (c == '\t' || c == '\n') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF;
}

std::optional<std::size_t> find_forbidden(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // Only these bytes begin a forbidden character: 0xC2 the C1 controls, 0xEF the byte order mark.
    const bool candidate = byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF;
    if (candidate && is_forbidden(utf8::decode(text, at).code_point)) return at;
  }
  return std::nullopt;
}

std::string code_point_name(char32_t c) { return "U+" + hex(c, 4); }

std::string hex_byte(unsigned char byte) { return "0x" + hex(byte, 2); }

}  // namespace galley
