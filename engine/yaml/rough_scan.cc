#include "yaml/rough_scan.h"

#include <algorithm>
#include <utility>

#include "yaml/extent.h"

namespace galley {
namespace {

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// The end of a plain scalar's part on this line.
std::size_t plain_line_end(std::string_view text, std::size_t at, bool in_brackets) {
  const std::size_t end = extent::line_end(text, at);
  for (++at; at < end; ++at) {
    const bool colon = text[at] == ':' && (at + 1 == end || text[at + 1] == ' ');
    if (colon || extent::is_comment_start(text, at) || (in_brackets && is_one_of(text[at], ",[]{}"))) return at;
  }
  return end;
}

}  // namespace

RoughScan scan_roughly(std::string_view text, std::size_t from, std::size_t to,
                       std::vector<std::size_t> open_brackets) {
  RoughScan scan{std::move(open_brackets), std::nullopt};
  to = std::min(to, text.size());
  for (std::size_t at = from; at < to;) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      scan.last_quoted = {at, extent::quoted_end(text, at)};
      at = std::min(scan.last_quoted->end, to);
    } else if (is_one_of(c, "[{")) {
      scan.open_brackets.push_back(at++);
    } else if (is_one_of(c, "]}")) {
      if (!scan.open_brackets.empty()) scan.open_brackets.pop_back();
      ++at;
    } else if (is_one_of(c, " \t\n,:-?")) {
      ++at;
    } else if (extent::is_comment_start(text, at)) {
      at = extent::line_end(text, at);
    } else if (is_one_of(c, "&!*")) {
      at = extent::property_end(text, at);
    } else if (is_one_of(c, "|>") && scan.open_brackets.empty()) {
      at = extent::block_end(text, at);
    } else {
      at = plain_line_end(text, at, !scan.open_brackets.empty());
    }
  }
  return scan;
}

}  // namespace galley
