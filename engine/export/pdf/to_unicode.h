// ToUnicode: what text a font's codes stand for.
#pragma once

#include <map>
#include <string>

namespace galley::pdf {

/// The CMap for a font with two-byte codes; `texts`: code -> UTF-8.
std::string to_unicode_cmap(const std::map<unsigned, std::string>& texts);

}  // namespace galley::pdf
