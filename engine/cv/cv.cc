#include "cv/cv.h"

#include <algorithm>

namespace galley {
namespace {

/// A text of the person without markup; empty: it is not there.
std::string text_of(const Cv& cv, std::string_view field) {
  const Field* found = cv.person.find(field);
  const auto* text = found ? std::get_if<RichText>(&found->value) : nullptr;
  return text ? plain_text(*text) : std::string();
}

}  // namespace

std::string plain_text(const RichText& text) {
  std::string words;
  for (const RichSpan& span : text) words += span.text;
  constexpr std::string_view kLineBreak = "\u2028";
  for (std::size_t at = words.find(kLineBreak); at != std::string::npos; at = words.find(kLineBreak, at))
    words.replace(at, kLineBreak.size(), " ");
  return words;
}

std::string name_of(const Cv& cv) { return text_of(cv, cv.roles.name); }

std::string subject_of(const Cv& cv) {
  for (const std::string& field : cv.roles.subject)
    if (std::string subject = text_of(cv, field); !subject.empty()) return subject;
  return {};
}

std::vector<std::string> keywords_of(const Cv& cv) {
  std::vector<std::string> words;
  const Field* found = cv.person.find(cv.roles.keywords);
  const auto* texts = found ? std::get_if<std::vector<RichText>>(&found->value) : nullptr;
  if (!texts) return words;
  for (const RichText& each : *texts) words.push_back(plain_text(each));
  return words;
}

void drop_private(Cv& cv) {
  const Field* modified = cv.person.find(cv.roles.modified);
  if (modified && modified->is_private) cv.modified.reset();
  std::erase_if(cv.person.fields, [](const Field& field) { return field.is_private; });
}

const Field* Entry::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace galley
