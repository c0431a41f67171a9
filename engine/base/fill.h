// Words put in where a pattern names them.
//
//   fill("{start} – {end}", {{"{start}", "2016"}, {"{end}", "2020"}});   // "2016 – 2020"
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace galley {

struct Filling {
  std::string_view mark;   ///< as it stands in the pattern, e.g. "{year}"; not empty
  std::string_view value;
};

/// `pattern` with every mark replaced by its value. What a value says is not searched again, so a name may hold braces;
/// marks that are not listed stay.
std::string fill(std::string_view pattern, std::initializer_list<Filling> fillings);

}  // namespace galley
