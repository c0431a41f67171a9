#include "text/unicode.h"

#include <hb.h>
#include <unicode/casemap.h>
#include <unicode/locid.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace galley {
bool all_simple(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    if (!is_simple(c)) return false;
    at += length;
  }
  return true;
}

bool is_combining(char32_t c) {
  return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_ignorable(char32_t c) {
  return c >= 0x80 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_punctuation(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0; }

bool is_pictograph(char32_t c) {
  return c > 0x2100 && (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
                        u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_REGIONAL_INDICATOR) != 0);
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }

bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0; }

std::vector<std::uint32_t> scripts_of(std::string_view text) {
  std::vector<std::uint32_t> scripts(text.size(), HB_SCRIPT_LATIN);
  if (all_simple(text)) return scripts;
  std::uint32_t last = 0;
  std::size_t unassigned = 0;  // leading common characters take the first real script
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &status);
    if (code != USCRIPT_COMMON && code != USCRIPT_INHERITED && code != USCRIPT_UNKNOWN) {
      const char* name = uscript_getShortName(code);
      last = hb_script_from_string(name, -1);
      for (; unassigned < at; ++unassigned) scripts[unassigned] = last;
    }
    for (std::size_t i = 0; i < length; ++i) scripts[at + i] = last ? last : static_cast<std::uint32_t>(HB_SCRIPT_LATIN);
    at += length;
    if (last) unassigned = at;
  }
  return scripts;
}

std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left_paragraph) {
  std::vector<std::uint8_t> levels(text.size(), right_to_left_paragraph ? 1 : 0);
  if (!right_to_left_paragraph && all_simple(text)) return levels;
  const std::u16string utf16 = utf8::to_utf16(text);
  UErrorCode status = U_ZERO_ERROR;
  UBiDi* bidi = ubidi_openSized(static_cast<int>(utf16.size()), 0, &status);
  ubidi_setPara(bidi, utf16.data(), static_cast<int>(utf16.size()), right_to_left_paragraph ? 1 : 0, nullptr, &status);
  const UBiDiLevel* found = U_SUCCESS(status) && !utf16.empty() ? ubidi_getLevels(bidi, &status) : nullptr;
  if (found && U_SUCCESS(status)) {
    std::size_t unit = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto [c, length] = utf8::decode(text, at);
      for (std::size_t i = 0; i < length; ++i) levels[at + i] = found[unit];
      unit += c >= 0x10000 ? 2 : 1;
      at += length;
    }
  }
  ubidi_close(bidi);
  return levels;
}

std::string change_case(std::string_view text, LetterCase to, const std::string& language) {
  if (to == LetterCase::as_is) return std::string(text);
  std::string out;
  bool ascii = language != "tr" && language != "az" && language != "lt";
  for (const char c : text) {
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
    out.push_back(to == LetterCase::upper && lower   ? static_cast<char>(c - 'a' + 'A')
                  : to == LetterCase::lower && upper ? static_cast<char>(c - 'A' + 'a')
                                                     : c);
  }
  if (ascii) return out;
  icu::UnicodeString changed = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  const icu::Locale locale(language.c_str());
  if (to == LetterCase::upper) changed.toUpper(locale);
  if (to == LetterCase::lower) changed.toLower(locale);
  out.clear();
  changed.toUTF8String(out);
  return out;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::size_t> order(levels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  bool plain = true;
  for (const std::uint8_t level : levels) plain = plain && level == 0;
  if (plain) return order;
  std::vector<std::int32_t> visual(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<int>(levels.size()), visual.data());
  for (std::size_t i = 0; i < visual.size(); ++i) order[i] = static_cast<std::size_t>(visual[i]);
  return order;
}

}  // namespace galley
