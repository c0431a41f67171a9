#include "source/json_space.h"

#include <algorithm>
#include <string_view>

#include "source/extent.h"

namespace galley {
namespace {

constexpr std::string_view kSpace = " \t\n";

/// Whether a quote at this place opens a string: it does not within a plain text, "it's".
bool opens(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(kSpace, at - 1);
  return before == std::string_view::npos || std::string_view("{[,:").find(text[before]) != std::string_view::npos;
}

/// A key may be on a line above its ':'.
void join_key(std::string& text, std::size_t end) {
  const std::size_t colon = text.find_first_not_of(kSpace, end);
  if (colon == std::string::npos || text[colon] != ':') return;
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(end), text.begin() + static_cast<std::ptrdiff_t>(colon), ' ');
}

}  // namespace

void make_json_space_plain(std::string& text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string::npos || (text[first] != '{' && text[first] != '[')) return;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\t') {
      text[at] = ' ';
    } else if (extent::is_comment_start(text, at)) {
      at = extent::line_end(text, at);
    } else if ((text[at] == '"' || text[at] == '\'') && opens(text, at)) {
      const std::size_t end = extent::quoted_end(text, at);
      if (end == std::string::npos) return;
      join_key(text, end);
      at = end - 1;
    }
  }
}

}  // namespace galley
