// Where something stands in the user's files: remembered by every node, value and piece of text.
#pragma once

#include <cstdint>
#include <limits>

namespace galley {

/// Given once and never again while an engine lives, so that what was read for one request may serve others.
using FileId = std::uint64_t;
constexpr FileId kNoFile = std::numeric_limits<FileId>::max();

/// Bytes [begin, end) of a file in the SourceMap. The default span belongs to no file ("nowhere").
struct Span {
  FileId file = kNoFile;
  std::uint32_t begin = 0, end = 0;
  bool operator==(const Span&) const = default;
  [[nodiscard]] bool is_nowhere() const { return file == kNoFile; }
};

}  // namespace galley
