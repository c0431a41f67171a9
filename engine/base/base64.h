// Bytes as text.
#pragma once

#include <string>
#include <string_view>

namespace galley {

/// RFC 4648, 4.
std::string base64(std::string_view bytes);

}  // namespace galley
