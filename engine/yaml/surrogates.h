// JSON writes characters beyond U+FFFF as two escapes ("\ud83d\ude00" is one emoji; Python's json.dumps does so by
// default), which yaml-cpp refuses. Masking puts an escape of the same length in their place before parsing, so that
// all places stay right, and afterwards the scalars get what was meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// Bytes of one pair of escapes, `\ud83d\ude00`.
constexpr std::size_t kPairLength = 12;

struct MaskedText {
  std::string text;                ///< as long as the original
  std::vector<std::size_t> pairs;  ///< where pairs stood, ascending
};

MaskedText mask_surrogate_pairs(std::string_view text);

/// Restores a scalar that was read from the bytes [begin, end) of the masked text. Between double quotes a pair becomes
/// its character; elsewhere a backslash means nothing and the pair gets its twelve characters back.
void unmask(const MaskedText& masked, std::string_view original, std::size_t begin, std::size_t end,
            std::string& value);

}  // namespace galley
