#include "versions/translations.h"

#include <algorithm>

#include "base/language_tag.h"
#include "base/suggest.h"
#include "source/map_reader.h"
#include "versions/tree.h"

namespace galley {
namespace {

/// A map whose keys are all codes of languages. One of two letters has to be among them: url and doi are codes, too.
bool is_language_map(const Node& node) {
  if (!node.is_map() || node.keys.empty()) return false;
  const auto is_code = [](const Node::Key& key) { return is_language_code(key.text); };
  const auto is_short = [](const Node::Key& key) { return key.text.size() == 2 || key.text[2] == '-'; };
  return std::all_of(node.keys.begin(), node.keys.end(), is_code) && std::any_of(node.keys.begin(), node.keys.end(), is_short);
}

/// Keys of the CV, and of its sections, whose values are maps with names of the author's own.
bool holds_names(const Node::Key& key) { return key.text == "sections" || key.text == "abbreviations" || key.text == "private"; }

/// Calls `use` with every map of languages, from outside in.
template <typename ANode, typename Use>
void for_each_language_map(ANode& node, const Use& use) {
  if (is_language_map(node)) use(node);
  for (auto& item : node.items) for_each_language_map(item, use);
}

template <typename ANode, typename Use>
void for_each_language_map_of_cv(ANode& cv, const Use& use) {
  for (std::size_t i = 0; i < cv.items.size(); ++i) {
    if (cv.is_map() && holds_names(cv.keys[i]) && cv.items[i].is_map()) {
      for (auto& value : cv.items[i].items) for_each_language_map(value, use);
    } else {
      for_each_language_map(cv.items[i], use);
    }
  }
}

std::size_t find_key(const Node& map, std::string_view language) {
  return find_language(map.keys, language, [](const Node::Key& key) { return std::string_view(key.text); });
}

}  // namespace

bool is_language_code(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('-'));
  return is_language_tag(text) && std::all_of(first.begin(), first.end(), [](char each) { return each >= 'a' && each <= 'z'; });
}

std::vector<std::string> languages_below(const Node& cv) {
  std::vector<std::string> languages;
  for_each_language_map_of_cv(cv, [&](const Node& map) {
    for (const Node::Key& key : map.keys)
      if (std::find(languages.begin(), languages.end(), key.text) == languages.end()) languages.push_back(key.text);
  });
  return languages;
}

void translate(Node& cv, const std::string& language, const std::string& own, const std::vector<std::string>& there, Diagnostics& diagnostics) {
  const bool is_written = is_near_language(language, own) || std::any_of(there.begin(), there.end(), [&](const std::string& each) { return is_near_language(each, language); });
  if (!is_written) {
    std::vector<std::string> all = there;
    if (std::find(all.begin(), all.end(), own) == all.end()) all.insert(all.begin(), own);
    diagnostics.warn({}, "nothing in this CV is written in " + in_quotes(language), did_you_mean(language, all)).code = Code::unknown_name;
  }
  for_each_language_map_of_cv(cv, [&](Node& map) {
    std::size_t at = find_key(map, language);
    if (at == map.keys.size()) {
      at = find_key(map, own) % map.keys.size();  // the first, if that is missing, too
      if (is_written)
        diagnostics.warn(beginning(map), "this is not there in " + in_quotes(language) + "; what is there in " + in_quotes(map.keys[at].text) + " is used",
                         "add '" + language + ": …'").code = Code::missing_key;
    }
    Node chosen = std::move(map.items[at]);
    map = std::move(chosen);
  });
}

}  // namespace galley
