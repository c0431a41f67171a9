// What the document says about itself: the information dictionary and the same again as XMP.
#pragma once

#include <string>

#include "export/pdf/file.h"
#include "page/pages.h"

namespace galley::pdf {

/// Title, author and so on, the language, and that the title belongs into the window's bar.
void write_metadata(File& file, const Metadata& metadata);

/// The XMP packet (ISO 16684-1) with the PDF/UA-1 mark and the schema that PDF/A asks for with it. No dates: the same
/// CV gives the same bytes.
std::string xmp_packet(const Metadata& metadata);

}  // namespace galley::pdf
