// Texts as QR codes (ISO/IEC 18004).
#pragma once

#include <optional>
#include <string>

#include "base/image.h"

namespace galley {

/// Error correction M (15 %), the smallest version that holds the text; nullopt for texts of more than about 2300 bytes.
std::optional<QrCode> encode_qr(const std::string& text);

}  // namespace galley
