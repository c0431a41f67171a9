// Where a part of a scalar's text stands in the file.
#pragma once

#include <cstddef>

#include "source/node.h"

namespace galley {

/// The place of bytes [begin, end) of the scalar's text. Exact where the text stands in the file as it is; the whole
/// scalar where escapes, folded lines or indents make the two differ.
inline Span place_in(const Node& scalar, std::size_t begin, std::size_t end) {
  const std::size_t written = scalar.span.end - scalar.span.begin;
  const std::size_t quotes = scalar.plain ? 0 : 2;
  if (written != scalar.text.size() + quotes) return scalar.span;
  const auto start = static_cast<std::uint32_t>(scalar.span.begin + quotes / 2 + begin);
  return {scalar.span.file, start, static_cast<std::uint32_t>(start + (end - begin))};
}

}  // namespace galley
