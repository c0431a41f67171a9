// Texts as QR codes (ISO/IEC 18004).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace galley {

struct QrCode {
  std::size_t side = 0;     ///< modules, without the quiet zone
  std::vector<bool> dark;   ///< rows from the top
  [[nodiscard]] bool is_dark(std::size_t x, std::size_t y) const { return dark[y * side + x]; }
};

/// Width of the white that a code needs around it, in modules (ISO/IEC 18004, 6.3.8).
constexpr int kQuietModules = 4;

/// Error correction M (15 %), the smallest version that holds the text; nullopt for texts of more than about 2300 bytes.
std::optional<QrCode> encode_qr(const std::string& text);

}  // namespace galley
