// Numbers to and from text, the same under every locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// `value` with at most `decimals` (0 to 9) digits after the point, trailing zeros dropped: "12.5", "0", "-3".
/// Never an exponent, never "-0". A value that is not finite gives "0": callers check before, this keeps files valid.
std::string format_number(double value, int decimals);
void append_number(std::string& out, double value, int decimals);

/// Decimal number with optional sign, fraction and nothing else: no exponent, hex, infinity, or surrounding space.
std::optional<double> parse_decimal(std::string_view text);

/// Whole number in decimal digits, no sign, below 1e9.
std::optional<int> parse_whole(std::string_view text);

}  // namespace galley
