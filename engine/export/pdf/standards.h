// What a PDF promises: PDF/UA-1 (ISO 14289-1, for people who have it read to them) and PDF/A (for archives), the latter
// in part 2 (ISO 19005-2) or 3 (ISO 19005-3: the same, but files may be attached) and one of three levels. A file can
// be both UA and A.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace galley {

enum class ArchiveLevel : std::uint8_t {
  none,
  b,  ///< looks the same for ever
  u,  ///< and its text can be searched and copied
  a,  ///< and has its structure
};

enum class ArchivePart : std::uint8_t { two = 2, three = 3 };

struct Standards {
  bool ua1 = true;
  ArchiveLevel archive = ArchiveLevel::a;
  ArchivePart part = ArchivePart::two;
  bool operator==(const Standards&) const = default;
};

/// Of names joined by ',' or '+', such as "ua1,a2a" or "none"; nullopt with an error when they name no such thing.
std::optional<Standards> read_standards(std::string_view names, Diagnostics& diagnostics);

/// "PDF/A-2a"; empty for no PDF/A.
std::string name_of_archive(const Standards& standards);

}  // namespace galley
