#include "image/qr.h"

#include <qrencode.h>

#include <memory>

namespace galley {

std::optional<QrCode> encode_qr(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
      &QRcode_free);
  if (!code || code->width <= 0) return std::nullopt;
  QrCode result;
  result.side = static_cast<std::size_t>(code->width);
  for (std::size_t i = 0; i < result.side * result.side; ++i) result.dark.push_back((code->data[i] & 1U) != 0);
  return result;
}

}  // namespace galley
