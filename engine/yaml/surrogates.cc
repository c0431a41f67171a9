#include "yaml/surrogates.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace galley {
namespace {

// U+FDD0 is a noncharacter (Unicode 23.7): no text in interchange holds it.
constexpr std::string_view kMask = "\\ufdd0\\ufdd0";
constexpr std::string_view kMaskRead = "\xEF\xB7\x90\xEF\xB7\x90";

/// The number in `\uXXXX` at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 6;
  if (text.size() < at + kLength || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!digit && (lower < 'a' || lower > 'f')) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit ? c - '0' : lower - 'a' + 10);
  }
  return value;
}

/// The character that the pair of escapes at `at` means (RFC 8259, 7).
std::optional<char32_t> pair_at(std::string_view text, std::size_t at) {
  const auto high = escape_at(text, at);
  const auto low = high ? escape_at(text, at + kPairLength / 2) : std::nullopt;
  if (!low || *high < 0xD800 || *high > 0xDBFF || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
  return 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00);
}

}  // namespace

MaskedText mask_surrogate_pairs(std::string_view text) {
  MaskedText masked{std::string(text), {}};
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    if (!pair_at(text, at)) {
      at += 2;  // a backslash and what it escapes, so that `\\ud83d` is not taken for an escape
      continue;
    }
    masked.text.replace(at, kPairLength, kMask);
    masked.pairs.push_back(at);
    at += kPairLength;
  }
  return masked;
}

void unmask(const MaskedText& masked, std::string_view original, std::size_t begin, std::size_t end,
            std::string& value) {
  auto pair = std::lower_bound(masked.pairs.begin(), masked.pairs.end(), begin);
  if (pair == masked.pairs.end() || *pair >= end) return;
  const bool escaped = original[begin] == '"';
  const std::string_view mask = escaped ? kMaskRead : kMask;
  std::string meant;
  std::size_t from = 0;
  for (; pair != masked.pairs.end() && *pair < end; ++pair) {
    const std::size_t found = value.find(mask, from);
    if (found == std::string::npos) break;
    meant.append(value, from, found - from);
    if (escaped) {
      utf8::append(meant, *pair_at(original, *pair));
    } else {
      meant.append(original, *pair, kPairLength);
    }
    from = found + mask.size();
  }
  meant.append(value, from, std::string::npos);
  value = std::move(meant);
}

}  // namespace galley
