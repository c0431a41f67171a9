#include "yaml/condense.h"

#include <algorithm>
#include <array>

namespace galley {
namespace {

/// What may stand for a run, the first that does not occur in the text: a mark that means nothing to YAML, or a letter of Old
/// English. A text with both is read as it is.
constexpr std::array<std::string_view, 2> kStandIns = {"^", "\u01BF"};
/// YAML 1.2, 7.4.2: a key that is longer is none, and condensed it would become one.
constexpr std::size_t kLongestKey = 1024;

/// Letters, digits and what is not ASCII: part of the scalar that they stand in, also in front of one.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Marks that mean nothing behind a letter, as does the colon of "https://".
bool is_mark(char c) {
  switch (c) {
    case '-': case '.': case '/': case '(': case ')': case '+': case ';': return true;
    default: return false;
  }
}

constexpr std::string_view kOfAddress = "://";

/// One past the last letter of the run that begins with the letter at `begin`: words of letters and marks with single spaces.
std::size_t run_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (is_letter(text[at])) {
      end = at + 1;
    } else if (text.substr(at, kOfAddress.size()) == kOfAddress) {
      at += kOfAddress.size() - 1;
    } else if (!is_mark(text[at]) && (text[at] != ' ' || text[at - 1] == ' ')) {
      break;
    }
  }
  return end;
}

/// What begins an escape, a tag or a name. Where that ends yaml-cpp knows, and not all letters belong to it.
bool begins_property(char c) { return std::string_view("\\!&*").find(c) != std::string_view::npos; }

std::size_t end_of(std::string_view text, std::size_t at, std::string_view ends) { return std::min(text.find_first_of(ends, at), text.size()); }

/// What is no text where it stands alone (YAML 1.2, 10.3.2).
bool is_null(std::string_view run) { return run == "null" || run == "Null" || run == "NULL"; }

}  // namespace

CondensedText condense(std::string_view original) {
  const auto free = std::find_if(kStandIns.begin(), kStandIns.end(), [&](std::string_view each) { return original.find(each) == std::string_view::npos; });
  if (free == kStandIns.end()) return {};
  const std::string_view stand_in = *free;
  CondensedText made{{}, stand_in, {}, original};
  made.text.reserve(original.size() / 2);
  std::size_t copied = 0, line = 0;  // up to where the text is written; where the line begins
  for (std::size_t at = 0; at < original.size();) {
    const char c = original[at];
    if (is_letter(c)) {
      const std::size_t end = run_end(original, at);
      if (end - at > stand_in.size() && !is_null(original.substr(at, end - at))) {
        made.text += original.substr(copied, at - copied);
        made.runs.push_back({made.text.size(), original.substr(at, end - at)});
        made.text += stand_in;
        copied = end;
      }
      at = end;
    } else if (begins_property(c)) {
      at = end_of(original, at + 1, " \n");
    } else if (c == '#' || c == '%') {
      at = end_of(original, at, "\n");  // perhaps a comment or a directive, which nobody tells us of
    } else {
      if (c == '\n') line = at + 1;
      if (c == ':' && at - line > kLongestKey) return {};
      ++at;
    }
  }
  made.text += original.substr(copied);
  return made;
}

YAML::Mark ExpandingHandler::original(YAML::Mark mark) const {
  if (mark.pos <= 0) return mark;
  const auto place = static_cast<std::size_t>(mark.pos);
  const auto next = std::lower_bound(condensed_.runs.begin(), condensed_.runs.end(), place,
                                     [](const CondensedText::Run& run, std::size_t at) { return run.place < at; });
  if (next == condensed_.runs.begin()) return mark;
  const CondensedText::Run& run = *std::prev(next);
  const auto end_of_run = static_cast<std::size_t>(run.written.data() + run.written.size() - condensed_.original.data());
  mark.pos = static_cast<int>(end_of_run + place - run.place - condensed_.stand_in.size());
  return mark;
}

std::string ExpandingHandler::expanded(const std::string& value) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at; (at = value.find(condensed_.stand_in, copied)) != std::string::npos; ++met_) {
    out.append(value, copied, at - copied);
    if (met_ < condensed_.runs.size()) out += condensed_.runs[met_].written;
    copied = at + condensed_.stand_in.size();
  }
  return out.append(value, copied);
}

}  // namespace galley
