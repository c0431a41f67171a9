// UTF-8 without locale. Text inside the engine is always valid UTF-8: the source room checks it on the way in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley::utf8 {

struct Decoded {
  char32_t code_point;
  std::size_t length;
};

/// decode() of what is not ASCII.
Decoded decode_sequence(std::string_view text, std::size_t at);

/// The code point that starts at byte `at` (at < text.size()) and how many bytes it takes.
/// Invalid input yields U+FFFD and length 1, so a loop always makes progress.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Decoded{byte, 1} : decode_sequence(text, at);
}

void append(std::string& out, char32_t code_point);

/// The first byte that is not valid UTF-8 (overlong forms, surrogates and values above U+10FFFF included).
std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// Number of code points.
std::size_t count(std::string_view text);

std::u16string to_utf16(std::string_view text);

}  // namespace galley::utf8
