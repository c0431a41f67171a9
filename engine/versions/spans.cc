#include "versions/spans.h"

#include "versions/tree.h"

namespace galley {
namespace {

/// Where "]{for=a,b}" ends that begins at `at`; 0 if none does.
std::size_t tags_end(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with(kSpanTags)) return 0;
  const std::size_t end = text.find('}', at);
  return end == std::string_view::npos || end == at + kSpanTags.size() ? 0 : end + 1;
}

bool needs_no_space_before(std::string_view rest) {
  return rest.empty() || std::string_view(" \n.,;:!?)").find(rest.front()) != std::string_view::npos;
}

}  // namespace

std::string keep_spans(std::string_view text, const std::function<bool(const std::vector<std::string>& tags)>& stays) {
  std::string out;
  std::vector<std::size_t> open;  // brackets in `out`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '\\' ? 2 : 1;
    std::size_t end = text[at] == ']' && !open.empty() ? tags_end(text, at) : 0;
    if (end == 0) {
      if (text[at] == '[') open.push_back(out.size());
      if (text[at] == ']' && !open.empty()) open.pop_back();
      out += text.substr(at, length);
      at += length;
      continue;
    }
    const std::size_t tags = at + kSpanTags.size();
    if (stays(split(text.substr(tags, end - 1 - tags), ','))) {
      out.erase(open.back(), 1);
    } else {
      out.erase(open.back());
      if ((out.empty() || out.ends_with(' ')) && text.substr(end).starts_with(' ')) ++end;  // of two spaces one stays
      if (out.ends_with(' ') && needs_no_space_before(text.substr(end))) out.pop_back();
    }
    open.pop_back();
    at = end;
  }
  return out;
}

}  // namespace galley
