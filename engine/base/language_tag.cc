#include "base/language_tag.h"

#include <cstddef>

namespace galley {

bool is_language_tag(std::string_view tag) {
  constexpr std::size_t kLongestSubtag = 8, kShortestLanguage = 2, kLongestLanguage = 3;
  std::size_t length = 0, subtags = 0;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i == tag.size() || tag[i] == '-') {
      if (length == 0 || length > kLongestSubtag) return false;
      if (subtags++ == 0 && (length < kShortestLanguage || length > kLongestLanguage)) return false;
      length = 0;
      continue;
    }
    const bool letter = (tag[i] >= 'a' && tag[i] <= 'z') || (tag[i] >= 'A' && tag[i] <= 'Z');
    if (!letter && (subtags == 0 || tag[i] < '0' || tag[i] > '9')) return false;
    ++length;
  }
  return true;
}

bool is_near_language(std::string_view one, std::string_view other) {
  const auto begins = [](std::string_view a, std::string_view b) { return b.starts_with(a) && (a.size() == b.size() || b[a.size()] == '-'); };
  return begins(one, other) || begins(other, one);
}

}  // namespace galley
