// What colours mean (ISO 32000-1, 14.11.5): PDF/A wants a file to say it once for all.
#pragma once

#include "export/pdf/file.h"

namespace galley::pdf {

/// Adds /OutputIntents to the catalog: the grey and RGB values of content streams are sRGB.
void write_output_intent(File& file);

}  // namespace galley::pdf
