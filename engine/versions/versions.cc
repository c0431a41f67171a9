#include "versions/versions.h"

#include <algorithm>

#include "base/suggest.h"
#include "source/map_reader.h"
#include "versions/overrides.h"
#include "versions/tags.h"
#include "versions/translations.h"
#include "versions/tree.h"
#include "versions/variants.h"

namespace galley {
namespace {

constexpr std::string_view kOthers = "*";
constexpr std::string_view kUsual = "en";  ///< the language of a CV that names none

/// Only the sections that are named, in that order.
void order_sections(Node& sections, const std::vector<TagTerm>& order, Diagnostics& diagnostics) {
  std::vector<std::string> titles;
  for (const Node::Key& key : sections.keys) titles.push_back(key.text);
  const auto is_named = [&](const std::string& title) {
    return std::any_of(order.begin(), order.end(), [&](const TagTerm& each) { return each.text == title; });
  };
  Node ordered = sections;
  ordered.keys.clear();
  ordered.items.clear();
  const auto take = [&](std::size_t i) {
    ordered.keys.push_back(sections.keys[i]);
    ordered.items.push_back(sections.items[i]);
  };
  for (const TagTerm& each : order) {
    const auto found = std::find(titles.begin(), titles.end(), each.text);
    if (each.text == kOthers) {
      for (std::size_t i = 0; i < titles.size(); ++i)
        if (!is_named(titles[i])) take(i);
    } else if (found == titles.end()) {
      diagnostics.error(each.source, "there is no section " + in_quotes(each.text), did_you_mean(each.text, titles)).code = Code::unknown_name;
    } else {
      take(static_cast<std::size_t>(found - titles.begin()));
    }
  }
  sections = std::move(ordered);
}

/// Of an entry and of those within it.
void forget_ids(Node& entry) {
  if (!entry.is_map()) return;
  erase_key(entry, "id");
  for (Node& value : entry.items)
    if (value.is_list())
      for (Node& each : value.items) forget_ids(each);
}

/// `title` in a section's map counts instead of its key, and ids have done their work.
void finish_sections(Node& sections) {
  for (std::size_t i = 0; i < sections.items.size(); ++i) {
    Node& section = sections.items[i];
    if (const Node* title = section.is_map() ? section.find("title") : nullptr; title && title->is_scalar()) {
      sections.keys[i] = {title->text, title->span};
      erase_key(section, "title");
    }
    Node* entries = section.is_map() ? find_in(section, "entries") : &section;
    if (!entries || !entries->is_list()) continue;
    for (Node& entry : entries->items) forget_ids(entry);
  }
}

std::vector<TagTerm> given(const std::vector<std::string>& tags) {
  std::vector<TagTerm> terms;
  for (const std::string& each : tags) terms.push_back({each, {}});
  return terms;
}

TagChoice choice_of(const Variant& variant, const Version& version) {
  TagChoice choice;
  if (variant.only) choice.only.push_back(*variant.only);
  if (!version.only.empty()) choice.only.push_back(given(version.only));
  choice.without = variant.without;
  const std::vector<TagTerm> more = given(version.without);
  choice.without.insert(choice.without.end(), more.begin(), more.end());
  return choice;
}

std::string own_language(const Node& cv) {
  const Node* language = cv.is_map() ? cv.find("language") : nullptr;
  return language && language->is_scalar() ? language->text : std::string(kUsual);
}

void set_language(Node& cv, const std::string& language) {
  if (Node* node = find_in(cv, "language"); node && node->is_scalar()) {
    node->text = language;
    return;
  }
  erase_key(cv, "language");
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = language;
  node.plain = true;
  cv.keys.push_back({"language", {}});
  cv.items.push_back(std::move(node));
}

/// What a variant sets is seen from `cv`.
Node below_cv(const Node& set) {
  Node root;
  root.kind = Node::Kind::map;
  root.span = set.span;
  root.keys = {{"cv", set.span}};
  root.items = {set};
  return root;
}

void apply(Node& cv, const Variant& variant, const Version& version, Diagnostics& diagnostics) {
  const std::vector<std::string> there = languages_below(cv);
  Node* sections = find_in(cv, "sections");
  if (variant.sections && sections && sections->is_map()) order_sections(*sections, *variant.sections, diagnostics);
  keep_chosen(cv, choice_of(variant, version), diagnostics);
  const std::string own = own_language(cv);
  translate(cv, version.language.empty() ? own : version.language, own, there, diagnostics);
  if (!version.language.empty()) set_language(cv, version.language);
  if (sections = find_in(cv, "sections"); sections && sections->is_map()) finish_sections(*sections);
}

}  // namespace

std::optional<ChosenCv> choose_version(Node root, const Version& version, const std::vector<Node>& changes, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.all().size();
  Node none;
  const Node* written = root.is_map() ? root.find("variants") : nullptr;
  if (written) check_variants(*written, diagnostics);
  if (!version.language.empty() && !is_language_code(version.language))
    diagnostics.fail(Blame::usage, {}, in_quotes(version.language) + " is not a language", "write its code, e.g. en, de or pt-BR").code = Code::unknown_name;
  if (has_errors_since(diagnostics, before)) return std::nullopt;
  Variant variant;
  if (!version.variant.empty()) {
    auto found = read_variant(written ? *written : none, version.variant, diagnostics);
    if (!found) return std::nullopt;
    variant = std::move(*found);
  }
  if (root.is_map()) erase_key(root, "variants");
  for (const Node& set : variant.set) root = put_over(std::move(root), below_cv(set), diagnostics);
  for (const Node& change : changes) root = put_over(std::move(root), change, diagnostics);
  if (Node* cv = root.is_map() ? find_in(root, "cv") : nullptr; cv && cv->is_map()) apply(*cv, variant, version, diagnostics);
  return ChosenCv{std::move(root), variant.layout, variant.pages};
}

std::vector<std::string> variant_names(const Node& root) {
  std::vector<std::string> names;
  const Node* variants = root.is_map() ? root.find("variants") : nullptr;
  if (variants && variants->is_map())
    for (const Node::Key& key : variants->keys) names.push_back(key.text);
  return names;
}

std::vector<std::string> languages_of(const Node& root) {
  const Node* cv = root.is_map() ? root.find("cv") : nullptr;
  if (!cv) return {};
  std::vector<std::string> languages = {own_language(*cv)};
  for (std::string& each : languages_below(*cv))
    if (each != languages.front()) languages.push_back(std::move(each));
  return languages;
}

}  // namespace galley
