#include "exchange/outgoing.h"

#include <algorithm>
#include <utility>

#include "base/suggest.h"

namespace galley {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Characters that would be read as marks, with a backslash before them.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool touches = (i > 0 && !is_space(text[i - 1])) || (i + 1 < text.size() && !is_space(text[i + 1]));
    const std::size_t close = c == '[' ? text.find(']', i) : std::string_view::npos;
    const bool is_link = close != std::string_view::npos && close + 1 < text.size() && (text[close + 1] == '(' || text[close + 1] == '{');
    if (c == '\\' || (c == '*' && touches) || is_link) out += '\\';
    out += c;
  }
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

/// Marks stand inside of the spaces around what they mark.
std::string marked(std::string_view text, std::string_view mark) {
  const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t end = first == text.size() ? first : text.find_last_not_of(' ') + 1;
  if (first == end || mark.empty()) return std::string(text);
  return std::string(text.substr(0, first)).append(mark).append(text.substr(first, end - first)).append(mark).append(text.substr(end));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& each : parts) all += (all.empty() ? "" : ", ") + each;
  return all;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string markup_of(const RichText& text, std::string_view line_break) {
  std::string out;
  for (const RichSpan& span : text) {
    std::string words = escaped(span.text);
    if (span.emphasis) words = marked(words, "*");
    if (span.strong) words = marked(words, "**");
    if (!span.link.empty()) words = "[" + words + "](" + span.link + ")";
    if (!span.language.empty()) words = "[" + words + "]{lang=" + span.language + "}";
    out += words;
  }
  replace_all(out, "\u2028", line_break);
  return out;
}

std::string iso_date(const Date& date) {
  std::string out = std::to_string(date.year);
  if (date.month) out += "-" + two_digits(*date.month);
  if (date.month && date.day) out += "-" + two_digits(*date.day);
  return out;
}

Outgoing::Outgoing(const Entry& entry, std::string program, Diagnostics& diagnostics)
    : entry_(entry), program_(std::move(program)), diagnostics_(diagnostics), taken_(entry.fields.size()) {}

const Field* Outgoing::take(std::string_view name) {
  const Field* field = entry_.find(name);
  if (field) taken_[static_cast<std::size_t>(field - entry_.fields.data())] = true;
  return field;
}

std::vector<std::string> Outgoing::texts(std::string_view name) {
  const Field* field = take(name);
  if (!field) return {};
  if (const auto* text = std::get_if<RichText>(&field->value)) return {markup_of(*text)};
  if (const auto* url = std::get_if<std::string>(&field->value)) return {*url};
  std::vector<std::string> all;
  if (const auto* texts = std::get_if<std::vector<RichText>>(&field->value))
    for (const RichText& each : *texts) all.push_back(markup_of(each));
  return all;
}

std::string Outgoing::text(std::string_view name) {
  const Field* field = entry_.find(name);
  return field && std::holds_alternative<People>(field->value) ? joined(people(name)) : joined(texts(name));
}

std::string Outgoing::plain(std::string_view name) {
  const Field* field = take(name);
  const auto* text = field ? std::get_if<RichText>(&field->value) : nullptr;
  return text ? plain_text(*text) : std::string();
}

std::vector<std::string> Outgoing::people(std::string_view name) {
  const Field* field = take(name);
  const auto* people = field ? std::get_if<People>(&field->value) : nullptr;
  std::vector<std::string> names;
  if (people)
    for (const Person& each : *people) names.push_back(each.name + each.marks);
  return names;
}

std::vector<std::string> Outgoing::unmarked_people(std::string_view name) {
  const Field* field = take(name);
  const auto* people = field ? std::get_if<People>(&field->value) : nullptr;
  std::vector<std::string> names;
  bool marked = false;
  if (people)
    for (const Person& each : *people) names.push_back(each.name), marked = marked || !each.marks.empty();
  if (marked) say(*field, "marks after names are not carried over");
  return names;
}

std::optional<DateRange> Outgoing::dates() {
  const Field* field = take("dates");
  const auto* dates = field ? std::get_if<Dates>(&field->value) : nullptr;
  if (!dates) return std::nullopt;
  if (!dates->wording.empty()) say(*field, "the words " + in_quotes(dates->wording) + " for a date are not carried over");
  if (dates->ranges.empty()) return std::nullopt;
  const DateRange& range = dates->ranges.front();
  if (dates->ranges.size() > 1) say(*field, "of these dates only the first is carried over");
  if (range.start.is_approximate || (range.end && range.end->is_approximate)) say(*field, "that a date is not exact is not carried over");
  if (range.start.season || (range.end && range.end->season)) say(*field, "of a season only the year is carried over");
  return range;
}

std::vector<std::string> Outgoing::other_texts() {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < entry_.fields.size(); ++i) {
    const Field& field = entry_.fields[i];
    const bool is_text = std::holds_alternative<RichText>(field.value) || std::holds_alternative<People>(field.value) || std::holds_alternative<std::vector<RichText>>(field.value);
    if (!taken_[i] && is_text) all.push_back(text(field.name));
  }
  return all;
}

void Outgoing::report_rest() {
  for (std::size_t i = 0; i < entry_.fields.size(); ++i)
    if (!taken_[i]) say(entry_.fields[i], in_quotes(entry_.fields[i].name) + " is not carried over");
}

void Outgoing::say(const Field& field, const std::string& what) {
  diagnostics_.warn(field.source, what + ": " + program_ + " has no place for it").code = Code::not_carried_over;
}

}  // namespace galley
