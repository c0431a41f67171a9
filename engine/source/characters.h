// Characters that no text in the engine may hold: controls other than tab and line end, byte order marks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// C0 controls but tab and line feed, DEL, C1 controls, U+FEFF.
bool is_forbidden(char32_t c);

/// The first byte of the first forbidden character. `text` is valid UTF-8.
std::optional<std::size_t> find_forbidden(std::string_view text);

/// "U+001B".
std::string code_point_name(char32_t c);

/// "0x1B", at least two digits.
std::string hex_byte(unsigned char byte);

}  // namespace galley
