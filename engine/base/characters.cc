#include "base/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

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
    if (byte >= 0x20 && byte < 0x7F) continue;
    // Only these bytes begin a forbidden character: 0xC2 the C1 controls, 0xEF the byte order mark.
    const bool candidate = byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF;
    if (candidate && is_forbidden(utf8::decode(text, at).code_point)) return at;
  }
  return std::nullopt;
}

bool is_invisible(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  constexpr std::uint32_t kHidden = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  if (c < 0x7F) return c < 0x20;
  const std::uint32_t category = U_GET_GC_MASK(point);
  if ((category & kHidden) != 0) return true;
  const bool is_selector = (category & U_GC_MN_MASK) != 0;  // of a variant of the character before it
  return !is_selector && u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_white_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

std::size_t columns_of(char32_t c) {
  if (c < 0x300) return 1;
  const auto point = static_cast<UChar32>(c);
  if ((U_GET_GC_MASK(point) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool belongs_to_word(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_M_MASK)) != 0;
}

char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

std::string without_accents(char32_t c) {
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = c < 0xC0 ? nullptr : icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (!normalizer || U_FAILURE(status) || !normalizer->getDecomposition(static_cast<UChar32>(c), parts)) {
    utf8::append(out, c);
    return out;
  }
  for (int at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    const UChar32 part = parts.char32At(at);
    if (u_charType(part) != U_NON_SPACING_MARK) utf8::append(out, static_cast<char32_t>(part));
  }
  return out;
}

std::string code_point_name(char32_t c) { return "U+" + hex(c, 4); }

std::string hex_byte(unsigned char byte) { return "0x" + hex(byte, 2); }

}  // namespace galley
