// Ways through a CV, in the file's order.
#pragma once

#include "cv/cv.h"

namespace galley {

template <typename Use>
void for_each_field(const Entry& entry, const Use& use) {
  for (const Field& field : entry.fields) {
    use(entry, field);
    if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value))
      for (const Entry& each : *entries) for_each_field(each, use);
  }
}

/// Calls `use(entry, field)` for the person and all entries, those within entries, too.
template <typename Use>
void for_each_field(const Cv& cv, const Use& use) {
  for_each_field(cv.person, use);
  for (const Section& section : cv.sections)
    for (const auto& item : section.items)
      if (const auto* entry = std::get_if<Entry>(&item)) for_each_field(*entry, use);
}

/// Calls `use(text)` for every text that is set.
template <typename Use>
void for_each_text(const Cv& cv, const Use& use) {
  const auto of_field = [&](const Entry&, const Field& field) {
    if (const auto* text = std::get_if<RichText>(&field.value)) use(*text);
    if (const auto* texts = std::get_if<std::vector<RichText>>(&field.value))
      for (const RichText& each : *texts) use(each);
  };
  for_each_field(cv.person, of_field);
  for (const Section& section : cv.sections) {
    use(section.title);
    use(section.note);
    for (const auto& item : section.items) {
      if (const auto* heading = std::get_if<SubHeading>(&item)) use(heading->title);
      if (const auto* entry = std::get_if<Entry>(&item)) for_each_field(*entry, of_field);
    }
  }
}

/// The place of bytes [begin, end) of plain_text(text), as exactly as it is known.
inline Span place_of(const RichText& text, std::size_t begin, std::size_t end) {
  for (const RichSpan& span : text) {
    if (begin < span.text.size()) {
      if (span.source.end - span.source.begin != span.text.size() || end > span.text.size()) return span.source;
      return {span.source.file, static_cast<std::uint32_t>(span.source.begin + begin), static_cast<std::uint32_t>(span.source.begin + end)};
    }
    begin -= span.text.size();
    end -= span.text.size();
  }
  return text.empty() ? Span{} : text.front().source;
}

}  // namespace galley
