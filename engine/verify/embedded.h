// Data inside a PDF: the attached file that it was made from.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "verify/verify.h"

namespace galley {

struct EmbeddedFile {
  std::string name, description, bytes;
};

enum class WhenAbsent : std::uint8_t { say_nothing, report };

/// Of the attached files the first that the document names as its source (/AF, /AFRelationship /Source), else the first
/// in /EmbeddedFiles, if its type or name is that of YAML or JSON. nullopt: there is none, or the file cannot be read,
/// which is always an error.
std::optional<EmbeddedFile> embedded_data(const PdfFile& pdf, WhenAbsent when_absent, Diagnostics& diagnostics);

}  // namespace galley
