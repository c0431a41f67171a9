// What the document says about itself: the information dictionary and the same again as XMP.
#pragma once

#include <string>

#include "export/pdf/file.h"
#include "export/pdf/standards.h"
#include "page/pages.h"

namespace galley::pdf {

/// Title, author and so on, the language, and that the title belongs into the window's bar.
void write_metadata(File& file, const Metadata& metadata, const Standards& standards);

/// The XMP packet (ISO 16684-1) with the marks of the standards. No dates: the same CV gives the same bytes.
std::string xmp_packet(const Metadata& metadata, const Standards& standards);

}  // namespace galley::pdf
