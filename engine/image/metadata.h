// What picture files say about their pixels: EXIF's orientation and the ICC profile.
#pragma once

#include <string>
#include <string_view>

namespace galley {

struct PictureMetadata {
  int orientation = 1;     ///< 1 to 8 (Exif 2.32, 4.6.4 A, tag 274)
  std::string profile;     ///< ICC; empty: none
};

/// From the segments before the first scan. `plain`: a JPEG that every PDF reader knows, with no more than its pixels:
/// without EXIF (where it was taken), thumbnails, comments; empty when the coding is not one that PDF has.
PictureMetadata metadata_of_jpeg(std::string_view bytes, std::string& plain);

/// From the chunks of a PNG. `plain`: the same PNG without chunks about colour, where it has a profile; else as it is.
PictureMetadata metadata_of_png(std::string_view bytes, std::string& plain);

}  // namespace galley
