#include <algorithm>
#include <set>
#include <string>

#include "lint/rules.h"
#include "lint/walk.h"

namespace galley {
namespace {

constexpr std::size_t kLongestAcronym = 6;

bool is_letter(char each) { return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || static_cast<unsigned char>(each) >= 0x80; }
bool is_capital(char each) { return each >= 'A' && each <= 'Z'; }

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& each : out)
    if (is_capital(each)) each = static_cast<char>(each - 'A' + 'a');
  return out;
}

struct Word {
  std::size_t begin, end;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && (is_letter(text[at]) || (text[at] >= '0' && text[at] <= '9'))) ++at;
    if (at > begin) words.push_back({begin, at});
    else ++at;
  }
  return words;
}

bool ends_with_full_stop(const RichText& text) {
  const std::string words = plain_text(text);
  return words.ends_with('.') || words.ends_with("。") || words.ends_with("।");
}

bool is_sentence_end(const RichText& text) {
  const std::string words = plain_text(text);
  return ends_with_full_stop(text) || words.ends_with('!') || words.ends_with('?') || words.ends_with(':');
}

}  // namespace

void find_empty_headings(const LintSubject& subject, LintFindings& findings) {
  for (const Section& section : subject.cv.sections)
    for (std::size_t i = 0; i < section.items.size(); ++i) {
      const auto* heading = std::get_if<SubHeading>(&section.items[i]);
      const bool is_last = i + 1 == section.items.size() || std::holds_alternative<SubHeading>(section.items[i + 1]);
      if (heading && is_last) findings.push_back({heading->source, "nothing stands below this heading", "add entries, or take it out"});
    }
}

void find_fields_not_shown(const LintSubject& subject, LintFindings& findings) {
  const Roles& roles = subject.cv.roles;
  std::set<std::string> unseen(roles.subject.begin(), roles.subject.end());  // fields that say something without being set
  unseen.insert({roles.other_names, roles.keywords, roles.modified});
  std::set<std::string> missing(subject.not_shown.begin(), subject.not_shown.end());
  for_each_field(subject.cv, [&](const Entry& entry, const Field& field) {
    if (&entry == &subject.cv.person && unseen.contains(field.name)) return;
    if (std::holds_alternative<PictureFile>(field.value)) return;  // whoever reads pictures says so already
    if (missing.erase(entry.kind + "." + field.name) > 0)
      findings.push_back({field.source, "the layout '" + std::string(subject.layout) + "' does not show '" + field.name + "' of '" + entry.kind + "'", "take another layout, or a field that it shows"});
  });
}

void find_mixed_full_stops(const LintSubject& subject, LintFindings& findings) {
  for_each_field(subject.cv, [&](const Entry& entry, const Field& field) {
    const auto* texts = std::get_if<std::vector<RichText>>(&field.value);
    if (!texts || &entry == &subject.cv.person || texts->size() < 2) return;
    const auto with = static_cast<std::size_t>(std::count_if(texts->begin(), texts->end(), ends_with_full_stop));
    const auto without = texts->size() - static_cast<std::size_t>(std::count_if(texts->begin(), texts->end(), is_sentence_end));
    if (with == 0 || without == 0) return;
    const bool mostly = with >= without;
    for (const RichText& each : *texts)
      if (!each.empty() && (mostly ? !is_sentence_end(each) : ends_with_full_stop(each))) {
        const Span last = each.back().source;
        return findings.push_back({{last.file, last.end > last.begin ? last.end - 1 : last.begin, last.end}, std::string("this line ends with") + (mostly ? "out" : "") + " a full stop, and most of this list with" + (mostly ? " one" : "out"), "end all of them alike"});
      }
  });
}

void find_doubled_words(const LintSubject& subject, LintFindings& findings) {
  for_each_text(subject.cv, [&](const RichText& text) {
    const std::string plain = plain_text(text);
    const std::vector<Word> words = words_of(plain);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const Word &first = words[i - 1], &second = words[i];
      const std::string_view word = std::string_view(plain).substr(second.begin, second.end - second.begin);
      const bool is_gap = second.begin - first.end == 1 && plain[first.end] == ' ';
      if (!is_gap || word.size() < 2 || !std::all_of(word.begin(), word.end(), is_letter)) continue;
      if (lower(word) == lower(std::string_view(plain).substr(first.begin, first.end - first.begin)))
        findings.push_back({place_of(text, second.begin, second.end), "'" + std::string(word) + "' stands twice", "take one out"});
    }
  });
}

void find_acronyms(const LintSubject& subject, LintFindings& findings) {
  const auto& explained = subject.cv.abbreviations;
  if (explained.empty()) return;
  std::set<std::string> said;
  for_each_text(subject.cv, [&](const RichText& text) {
    const std::string plain = plain_text(text);
    for (const Word& each : words_of(plain)) {
      const std::string word = plain.substr(each.begin, each.end - each.begin);
      const bool is_acronym = word.size() >= 2 && word.size() <= kLongestAcronym && std::all_of(word.begin(), word.end(), is_capital);
      if (is_acronym && !explained.contains(word) && said.insert(word).second)
        findings.push_back({place_of(text, each.begin, each.end), "'" + word + "' is not explained", "add it to 'abbreviations', for who hears the document"});
    }
  });
}

}  // namespace galley
