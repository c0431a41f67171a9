// A rough reading of the stretch between the last value that became part of the tree and the place where yaml-cpp gave
// up: which brackets are open there, and which quote came last. Only messages depend on it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace galley {

struct QuotedText {
  std::size_t begin = 0, end = 0;  ///< end: std::string_view::npos when the quote is never closed
};

struct RoughScan {
  std::vector<std::size_t> open_brackets;  ///< bytes of '[' and '{', outermost first
  std::optional<QuotedText> last_quoted;
};

/// Reads [from, to), which begins between two tokens. `open_brackets`: those open at `from`.
RoughScan scan_roughly(std::string_view text, std::size_t from, std::size_t to, std::vector<std::size_t> open_brackets);

}  // namespace galley
