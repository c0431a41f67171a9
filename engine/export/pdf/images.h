// The images of a document as image XObjects (ISO 32000-1, 8.9.5), each once however often it is drawn.
#pragma once

#include <map>
#include <string>

#include "export/pdf/device_colours.h"
#include "export/pdf/file.h"
#include "page/pages.h"

namespace galley::pdf {

/// By image, the name in content streams: "I0". For look-up only.
using ImageNames = std::map<const Image*, std::string>;

/// Names by first use.
ImageNames name_images(const Pages& pages);

/// Writes them below /XObject of the pages' resources. A JPEG goes in as it is, unless the press wants other colours; pixels
/// are deflated after the filters of PNG; transparency becomes a soft mask.
void write_images(File& file, const Pages& pages, const ImageNames& names, const DeviceColours& colours, Dict& resources);

/// Whether anything on the page lets through what is behind it: then the page says in which space colours mix
/// (ISO 32000-1, 11.6.6).
bool has_transparency(const Page& page);

}  // namespace galley::pdf
