// What colours mean (ISO 32000-1, 14.11.5): PDF/A wants a file to say it once for all.
#pragma once

#include "base/colour.h"
#include "export/pdf/file.h"

namespace galley::pdf {

/// Adds /OutputIntents to the catalog: the grey and RGB values of content streams are sRGB, or the CMYK values inks of the
/// press. The latter is said in the words of PDF/X, too, which print shops know.
void write_output_intent(File& file, const Press& press);

}  // namespace galley::pdf
