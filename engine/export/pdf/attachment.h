// A file inside the file: embedded, and tied to the document as its source.
#pragma once

#include <optional>

#include "export/pdf/file.h"
#include "export/pdf/pdf.h"

namespace galley::pdf {

/// The embedded file with its specification (ISO 32000-1, 7.11.3 and 7.11.4; ISO 19005-3, 6.8), named in the catalog's
/// /AF. Gives the name tree for the catalog's /Names; nullopt without an attachment.
std::optional<Dict> write_attachment(File& file, const std::optional<Attachment>& attachment);

}  // namespace galley::pdf
