#include "compose/abbreviations.h"

#include <utility>

namespace galley {
namespace {

/// Bytes above ASCII are taken for letters: a key beside one would hardly be a word of its own.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_word(std::string_view text, std::size_t begin, std::size_t end) {
  const bool parted_before = begin == 0 || !is_letter(text[begin - 1]) || !is_letter(text[begin]);
  const bool parted_after = end == text.size() || !is_letter(text[end]) || !is_letter(text[end - 1]);
  return parted_before && parted_after;
}

using Abbreviation = std::pair<const std::string, std::string>;

/// The longest abbreviation that begins at `at`; nullptr if none.
const Abbreviation* abbreviation_at(const std::map<std::string, std::string>& all, std::string_view text, std::size_t at) {
  const Abbreviation* best = nullptr;
  for (const Abbreviation& each : all) {
    const std::string& key = each.first;
    if (text.substr(at, key.size()) == key && is_word(text, at, at + key.size()) && (!best || key.size() > best->first.size()))
      best = &each;
  }
  return best;
}

void append_part(StyledText& out, const Piece& whole, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  Piece part = whole;
  part.text = whole.text.substr(begin, end - begin);
  out.push_back(std::move(part));
}

}  // namespace

void mark_abbreviations(const std::map<std::string, std::string>& abbreviations, Structure& structure, StyledText& text) {
  if (abbreviations.empty()) return;
  StyledText out;
  for (const Piece& piece : text) {
    std::size_t done = 0;
    for (std::size_t at = 0; piece.element != kArtifact && at < piece.text.size();) {
      const Abbreviation* found = abbreviation_at(abbreviations, piece.text, at);
      if (!found) {
        ++at;
        continue;
      }
      append_part(out, piece, done, at);
      done = at + found->first.size();
      append_part(out, piece, at, done);
      out.back().element = structure.add(Role::span, piece.element);
      structure.elements[out.back().element].expansion = found->second;
      at = done;
    }
    append_part(out, piece, done, piece.text.size());
  }
  text = std::move(out);
}

}  // namespace galley
