// Word documents (ECMA-376, Office Open XML): one column, real headings, lists, links and tab stops, so that people can edit them
// and parsers of applications read them in order.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "reflow/reflow.h"

namespace galley {

/// The file's bytes; the same document gives the same bytes. Nothing after an error.
std::optional<std::string> write_docx(const ReflowDocument& document, Diagnostics& diagnostics);

}  // namespace galley
