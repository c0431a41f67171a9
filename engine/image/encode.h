// Images as files: for sinks that carry pictures as PNG or JPEG.
#pragma once

#include <string>

#include "base/image.h"

namespace galley {

/// A PNG of the image's pixels and transparency; empty when memory runs out.
std::string encode_png(const Image& image);

/// "data:image/jpeg;base64,…" or "data:image/png;base64,…" (RFC 2397): the JPEG where the image has one and is opaque.
std::string data_uri(const Image& image);

}  // namespace galley
