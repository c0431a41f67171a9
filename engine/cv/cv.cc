#include "cv/cv.h"

#include <algorithm>

namespace galley {

std::string plain_text(const RichText& text) {
  std::string words;
  for (const RichSpan& span : text) words += span.text;
  constexpr std::string_view kLineBreak = "\u2028";
  for (std::size_t at = words.find(kLineBreak); at != std::string::npos; at = words.find(kLineBreak, at))
    words.replace(at, kLineBreak.size(), " ");
  return words;
}

void drop_private(Cv& cv) {
  std::erase_if(cv.person.fields, [](const Field& field) { return field.is_private; });
}

const Field* Entry::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace galley
