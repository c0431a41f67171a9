// What all dumps share: numbers, quoted texts and columns that look the same on every machine.
//
//   number(12.3456_pt)       "12.346"
//   place(12.3_pt)           "  12.300": a column that can be read downwards
//   quoted("a\u00A0\"b\"")   "\"a\\u00A0\\\"b\\\"\"": what cannot be seen is spelled out
#pragma once

#include <string>
#include <string_view>

#include "base/colour.h"
#include "base/length.h"

namespace galley {

/// Points, at most three decimals.
std::string number(Length length);
/// An em, at most three decimals, with its unit: "0.25em".
std::string number(Em em);
/// Points with three decimals, right-aligned to eight characters.
std::string place(Length length);

/// In quotes. Line ends, and characters that set nothing or look like another (no-break spaces, soft hyphens, direction
/// marks), stand as escapes of JSON.
std::string quoted(const std::string& text);

/// "#FF0000"
std::string hex(const Colour& colour);

/// Filled with spaces to `width` code points.
std::string left_aligned(std::string text, std::size_t width);
std::string right_aligned(std::string text, std::size_t width);

/// The first `most` code points; "…" stands for the rest.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace galley
