// The values that only layouts have: lengths, sizes in em, colours.
#pragma once

#include <optional>
#include <string_view>

#include "base/colour.h"
#include "base/length.h"

namespace galley {

/// "12.5pt" -> a Length; empty when it is no length. Units: pt, texpt (1/72.27 in), mm, cm, in, pc; at most 14,400 pt
/// either way, PDF's largest page (ISO 32000-1, Annex C).
std::optional<Length> parse_length(std::string_view text);
/// "1.25em" -> an Em; at most 1000 either way.
std::optional<Em> parse_em(std::string_view text);
/// "#rrggbb", "#rgb", or one of the seventeen names of CSS 2.1.
std::optional<Colour> parse_colour(std::string_view text);

}  // namespace galley
