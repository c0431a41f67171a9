// What an author or a layout asks of page breaks about a section, a group of entries or an entry.
#pragma once

#include <algorithm>
#include <cstdint>

namespace galley {

/// Where something begins, however much room is left above it. In one column, a column is a page.
enum class Begins : std::uint8_t { anywhere, column, page };

struct Placing {
  Begins begins = Begins::anywhere;
  bool together = false;  ///< it is parted only where it is longer than a page
  bool operator==(const Placing&) const = default;
};

/// What both ask for.
constexpr Placing both(Placing one, Placing other) { return {std::max(one.begins, other.begins), one.together || other.together}; }

}  // namespace galley
