#include "text/break_finder.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/utf8.h"
#include "text/unicode.h"

namespace galley {

struct BreakFinder::Rules {
  std::string language;
  std::unique_ptr<icu::BreakIterator> lines;  ///< null: ICU has none
};

namespace {

/// Scripts that are written without spaces and so must break elsewhere. Korean has spaces: a style says whether it breaks
/// between words or between syllables.
bool breaks_without_spaces(char32_t c) {
  if (is_simple(c)) return false;
  const int line_class = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
  return line_class == U_LB_IDEOGRAPHIC || line_class == U_LB_COMPLEX_CONTEXT || line_class == U_LB_CONDITIONAL_JAPANESE_STARTER ||
         line_class == U_LB_CLOSE_PUNCTUATION || line_class == U_LB_NONSTARTER;
}

std::vector<BreakChance> breaks_at_spaces(std::string_view text) {
  std::vector<BreakChance> chances;
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    if (after_space && !is_breaking_space(c) && at > 0) chances.push_back({static_cast<std::uint32_t>(at), BreakKind::allowed});
    after_space = is_breaking_space(c);
    at += length;
  }
  return chances;
}

std::unique_ptr<icu::BreakIterator> rules_for(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  // No line begins with a small kana or a long vowel (CSS Text 3, 5.2). As a keyword of old: ICU reads all its keys for a new one.
  locale.setKeywordValue("lb", "strict", status);
  std::unique_ptr<icu::BreakIterator> rules(icu::BreakIterator::createLineInstance(locale, status));
  return U_SUCCESS(status) ? std::move(rules) : nullptr;
}

std::vector<BreakChance> breaks_by_unicode(std::string_view text, BreakAt where, icu::BreakIterator& rules) {
  UErrorCode status = U_ZERO_ERROR;
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status)) return breaks_at_spaces(text);
  rules.setText(utext, status);
  std::vector<BreakChance> chances;
  for (int at = rules.next(); at != icu::BreakIterator::DONE && at < static_cast<int>(text.size()); at = rules.next()) {
    std::size_t before = static_cast<std::size_t>(at);
    do --before; while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U);
    const char32_t left = utf8::decode(text, before).code_point;
    const char32_t right = utf8::decode(text, static_cast<std::size_t>(at)).code_point;
    if (where == BreakAt::spaces && !is_breaking_space(left) && !breaks_without_spaces(left) && !breaks_without_spaces(right)) continue;
    chances.push_back({static_cast<std::uint32_t>(at), BreakKind::allowed});
  }
  utext_close(utext);
  return chances;
}

/// Turns the two break characters into chances of their own, in place of what Unicode says before and after them: a line
/// that held nothing but such a character would be empty.
void add_explicit_breaks(std::string_view text, std::vector<BreakChance>& chances) {
  if (text.find("\xE2\x80\xA8") == std::string_view::npos && text.find("\xE2\x80\xA9") == std::string_view::npos) return;
  std::vector<BreakChance> all;
  auto next = chances.begin();
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    const std::size_t before = at;
    at += length;
    if (!is_line_break(c)) continue;
    for (; next != chances.end() && next->at < before; ++next) all.push_back(*next);
    while (next != chances.end() && next->at <= at) ++next;
    all.push_back({static_cast<std::uint32_t>(at), c == kLineSeparator ? BreakKind::forced : BreakKind::preferred});
  }
  all.insert(all.end(), next, chances.end());
  chances = std::move(all);
}

}  // namespace

BreakFinder::BreakFinder() = default;
BreakFinder::~BreakFinder() = default;

std::vector<BreakChance> BreakFinder::chances(std::string_view text, BreakAt where, const std::string& language) {
  std::vector<BreakChance> chances;
  if (where == BreakAt::spaces && all_simple(text)) {
    chances = breaks_at_spaces(text);
  } else {
    if (!rules_ || rules_->language != language) rules_ = std::make_unique<Rules>(Rules{language, rules_for(language)});
    chances = rules_->lines ? breaks_by_unicode(text, where, *rules_->lines) : breaks_at_spaces(text);
  }
  add_explicit_breaks(text, chances);
  return chances;
}

}  // namespace galley
