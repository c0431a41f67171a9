#include "galley/values.h"

#include <string>

#include "base/suggest.h"
#include "layout/values.h"

namespace galley {

Parsed<Inks> inks_from(std::string_view name) {
  if (name == "rgb") return {Inks::rgb};
  if (name == "grey") return {Inks::grey};
  if (name == "cmyk") return {Inks::cmyk};
  return {std::nullopt, {.code = "wrong-value", .text = "colours cannot be '" + std::string(name) + "'", .help = did_you_mean(name, {"rgb", "grey", "cmyk"})}};
}

Parsed<Length> length_from(std::string_view text) {
  if (const auto length = parse_length(text)) return {*length};
  return {std::nullopt, {.code = "wrong-value", .text = "'" + std::string(text) + "' is not a length", .help = "a number and its unit: 3mm, 12pt, 1cm or 0.5in"}};
}

}  // namespace galley
