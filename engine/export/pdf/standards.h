// What a PDF promises: PDF/UA-1 (ISO 14289-1, for people who have it read to them) and PDF/A-2 (ISO 19005-2, for
// archives), the latter in one of three levels. A file can be both.
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

struct Standards {
  bool ua1 = true;
  ArchiveLevel a2 = ArchiveLevel::a;
  bool operator==(const Standards&) const = default;
};

/// Of names joined by ',' or '+', such as "ua1,a2a" or "none"; nullopt with an error when they name no such thing.
std::optional<Standards> read_standards(std::string_view names, Diagnostics& diagnostics);

/// "PDF/A-2a"; empty for none.
std::string name_of(ArchiveLevel level);

}  // namespace galley
