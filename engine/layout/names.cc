#include "layout/names.h"

#include <algorithm>

#include "base/utf8.h"

namespace galley {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string all;
  for (std::size_t i = begin; i < end; ++i) all += (all.empty() ? "" : " ") + words[i];
  return all;
}

/// Where the family name begins: its last word, and the words in lower case before it.
std::size_t family_begin(const std::vector<std::string>& words) {
  std::size_t at = words.size() - 1;
  while (at > 1 && words[at - 1][0] >= 'a' && words[at - 1][0] <= 'z') --at;
  return at;
}

/// "J.-L." of "Jean-Luc"; an initial stays one.
std::string initials_of(const std::string& name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find('-', at), name.size());
    if (end > at) out += (out.empty() ? "" : "-") + name.substr(at, utf8::decode(name, at).length) + ".";
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string name_in_form(const std::string& name, const NameForm& form, bool is_first) {
  using Inverted = NameForm::Inverted;
  const bool is_inverted = form.inverted == Inverted::all || (form.inverted == Inverted::first && is_first);
  if ((!form.initials && !is_inverted) || name.find(',') != std::string::npos) return name;
  std::vector<std::string> words = words_of(name);
  if (words.size() < 2) return name;
  const std::size_t family = family_begin(words);
  if (form.initials)
    for (std::size_t i = 0; i < family; ++i) words[i] = initials_of(words[i]);
  const std::string given = joined(words, 0, family), last = joined(words, family, words.size());
  return is_inverted ? last + ", " + given : given + " " + last;
}

const PeopleRules& people_rules(const Layout& layout, const std::vector<std::string>& modifiers) {
  for (const std::string& modifier : modifiers)
    if (const auto found = layout.names.find(modifier); found != layout.names.end()) return found->second;
  return layout.people;
}

const DateFormat& date_format(const Layout& layout, const std::vector<std::string>& modifiers) {
  for (const std::string& modifier : modifiers)
    if (const auto found = layout.dates.find(modifier); found != layout.dates.end()) return found->second;
  return layout.dates.find("default")->second;
}

std::vector<std::size_t> named(const std::vector<bool>& owners, const PeopleRules& rules) {
  const bool all = rules.most == 0 || owners.size() <= rules.most;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < owners.size(); ++i)
    if (all || i < rules.first || owners[i]) shown.push_back(i);
  return shown;
}

}  // namespace galley
