// Where lines may break.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/styled_text.h"

namespace galley {

enum class BreakKind : std::uint8_t { allowed, preferred, forced };

/// A place before which a line may (or must) begin.
struct BreakChance {
  std::uint32_t at = 0;  ///< byte offset in the text
  BreakKind kind = BreakKind::allowed;
};

/// Finds them by UAX 14 for a language, or after spaces only; U+2028 forces, U+2029 prefers a break. Keeps ICU's rules for the
/// language that it was asked for last: loading them takes a hundred times as long as using them on a paragraph.
class BreakFinder {
 public:
  BreakFinder();
  ~BreakFinder();
  /// Ascending.
  std::vector<BreakChance> chances(std::string_view text, BreakAt where, const std::string& language);

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;  ///< null: no text has needed them
};

}  // namespace galley
