#include "text/ties.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "text/unicode.h"

namespace galley {
namespace {

constexpr std::string_view kBefore = "([{\"'“‘„«", kAfter = ".,;:!?)]}\"'”’»";

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_opening(std::string_view word) {
  while (!word.empty()) {
    const std::size_t length = utf8::decode(word, 0).length;
    if (kBefore.find(word.substr(0, length)) == std::string_view::npos) break;
    word.remove_prefix(length);
  }
  return word;
}

/// The word without the marks that end it; they all are in the sentence, not in the unit.
std::string_view without_closing(std::string_view word) {
  for (bool again = true; again && !word.empty();) {
    std::size_t last = word.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0U) == 0x80U) --last;
    again = kAfter.find(word.substr(last)) != std::string_view::npos;
    if (again) word = word.substr(0, last);
  }
  return word;
}

/// "D." or "D.P."
bool is_initial(std::string_view word) {
  word = without_opening(word);
  if (word.empty()) return false;
  for (std::size_t at = 0; at < word.size();) {
    const auto [c, length] = utf8::decode(word, at);
    at += length;
    if (!is_upper(c) || at >= word.size() || word[at] != '.') return false;
    ++at;
  }
  return true;
}

bool is_number(std::string_view word) {
  word = without_opening(word);
  if (word.empty() || word.back() < '0' || word.back() > '9') return false;
  return word.find_first_not_of("0123456789.,+-/") == std::string_view::npos;
}

bool is_tied(std::string_view before, std::string_view after, const TextUsage& usage) {
  if (contains(usage.tie_after, before) || contains(usage.tie_after, without_opening(before))) return true;
  if (usage.tie_initials && is_initial(before) && !after.empty() && is_upper(utf8::decode(without_opening(after), 0).code_point)) return true;
  return !usage.units.empty() && is_number(before) && contains(usage.units, without_closing(after));
}

/// The word of all segments up to or from one of them: a change of style does not end it.
std::string_view word_before(const ShapedText& shaped, std::size_t space) {
  std::size_t first = space;
  while (first > 0 && !shaped.segments[first - 1].is_space) --first;
  const std::uint32_t begin = shaped.segments[first].begin;
  return std::string_view(shaped.text).substr(begin, shaped.segments[space].begin - begin);
}

std::string_view word_after(const ShapedText& shaped, std::size_t space) {
  std::size_t last = space;
  while (last + 1 < shaped.segments.size() && !shaped.segments[last + 1].is_space) ++last;
  const std::uint32_t begin = shaped.segments[space].end;
  return std::string_view(shaped.text).substr(begin, shaped.segments[last].end - begin);
}

}  // namespace

void tie_words(ShapedText& shaped, const std::vector<Style>& styles, const TextUsage* usage) {
  std::vector<std::uint32_t> tied;
  for (std::size_t i = 1; i < shaped.segments.size(); ++i) {
    const Segment& space = shaped.segments[i];
    const Segment& word = shaped.segments[i - 1];
    if (!space.is_space || word.is_space) continue;
    const Style& style = styles[word.style];
    const bool by_style = !style.tie_after.empty() &&
                          contains(style.tie_after, std::string_view(shaped.text).substr(word.begin, word.end - word.begin));
    const bool by_language = usage && style.language_ties && is_tied(word_before(shaped, i), word_after(shaped, i), *usage);
    if (by_style || by_language) tied.push_back(space.end);
  }
  if (tied.empty()) return;
  std::erase_if(shaped.chances, [&](const BreakChance& chance) {
    return chance.kind == BreakKind::allowed && std::binary_search(tied.begin(), tied.end(), chance.at);
  });
}

}  // namespace galley
