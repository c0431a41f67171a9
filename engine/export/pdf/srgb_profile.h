// The colour space sRGB (IEC 61966-2-1) as an ICC profile: for the output intent of PDF/A.
#pragma once

#include <string>

namespace galley::pdf {

/// About 500 bytes. Defined by the file that tools/make_srgb.cc writes at build time.
std::string srgb_profile();

}  // namespace galley::pdf
