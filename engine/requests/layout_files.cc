#include "requests/layout_files.h"

#include <algorithm>
#include <filesystem>

#include "base/suggest.h"
#include "requests/changes.h"
#include "yaml/print_nodes.h"

namespace galley {
namespace {

constexpr int kDeepestExtends = 8;
constexpr std::string_view kCitations = "data/citations/";

/// What a layout's `extends` (or the request) asks for.
struct WantedLayout {
  std::string name;  ///< of a built-in layout, or a path
  Span asked_at;
  int depth = 0;     ///< how many layouts extend it
};

/// The layout as written, without what it extends.
std::optional<Node> load_one_layout(Session& session, const WantedLayout& wanted) {
  const auto& [name, asked_at, depth] = wanted;
  if (is_layout_path(name)) return load(session, {name, "the layout", "'extends: base'", asked_at});
  const std::string path = "layouts/" + name + ".yaml";
  if (built_in(path)) return load_built_in(session, path);
  session.diagnostics.fail(asked_at.is_nowhere() ? Blame::usage : Blame::files, asked_at, "there is no layout '" + name + "'",
                           did_you_mean(name, layout_names(asked_at.is_nowhere() ? WithBase::no : WithBase::yes)) + " (a layout of your own is named by its file, such as my-layout.yaml)").code = Code::unknown_name;
  return std::nullopt;
}

/// `base` with the form of citations that `over` asks for, a part of layouts; nullopt with an error.
std::optional<Node> with_citations(Session& session, Node base, const Node& over) {
  const Node* form = over.is_map() ? over.find("citations") : nullptr;
  if (!form || form->is_null()) return base;
  const std::string path = std::string(kCitations) + form->text + ".yaml";
  if (form->is_scalar() && built_in(path)) {
    const auto part = load_built_in(session, path);
    return part ? std::optional(merge(std::move(base), *part)) : std::nullopt;
  }
  std::vector<std::string> names;
  for (const std::string_view each : built_in_under(kCitations)) names.push_back(std::filesystem::path(each).stem().string());
  session.diagnostics.error(form->span, form->is_scalar() ? "there is no form of citations '" + form->text + "'" : "'citations' must be a text, not " + std::string(describe(form->kind)),
                            did_you_mean(form->text, names)).code = Code::unknown_name;
  return std::nullopt;
}

std::optional<Node> load_extended(Session& session, const WantedLayout& wanted) {
  if (wanted.depth > kDeepestExtends) {
    session.diagnostics.error(wanted.asked_at, "layouts extend one another in a circle, or more than 8 deep");
    return std::nullopt;
  }
  auto node = load_one_layout(session, wanted);
  if (!node) return std::nullopt;
  const Node* extends = node->find("extends");
  if (!extends || extends->is_null()) {
    auto alone = with_citations(session, Node{}, *node);
    return alone && alone->is_map() ? std::optional(merge(std::move(*alone), *node)) : alone ? node : std::nullopt;
  }
  if (!extends->is_scalar()) {
    session.diagnostics.error(extends->span, "'extends' must be the name of one layout, not " + std::string(describe(extends->kind))).code = Code::wrong_type;
    return std::nullopt;
  }
  std::string next = extends->text;
  if (is_layout_path(next) && !next.starts_with('/') && is_layout_path(wanted.name)) next = (std::filesystem::path(wanted.name).parent_path() / next).string();
  auto base = load_extended(session, {next, extends->span, wanted.depth + 1});
  if (base) base = with_citations(session, std::move(*base), *node);
  if (!base) return std::nullopt;
  return merge(std::move(*base), *node);
}

}  // namespace

std::string resolved_yaml(Node layout) {
  for (std::size_t i = layout.keys.size(); i-- > 0;) {
    if (layout.keys[i].text != "extends") continue;
    layout.keys.erase(layout.keys.begin() + static_cast<std::ptrdiff_t>(i));
    layout.items.erase(layout.items.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return print_nodes(layout);
}

bool is_layout_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json");
}

std::vector<std::string> layout_names(WithBase with_base) {
  std::vector<std::string> names;
  for (const std::string_view path : built_in_under("layouts/")) {
    const std::string name(path.substr(8, path.size() - 8 - 5));  // "layouts/" … ".yaml"
    if (with_base == WithBase::yes || name != "base") names.push_back(name);
  }
  return names;
}

std::optional<Node> load_layout(Session& session, const std::string& name, const std::vector<std::string>& changes) {
  auto node = load_extended(session, {name, {}, 0});
  for (const std::string& change : changes) {
    if (changes_the_cv(change)) continue;
    const auto over = load_change(session, change);
    if (node && over) node = with_citations(session, std::move(*node), *over);
    if (node && over) node = merge(std::move(*node), *over);
    if (!over) return std::nullopt;
  }
  return node;
}

std::vector<std::string> layouts_meant_by(const std::vector<std::string>& names) {
  std::vector<std::string> layouts;
  for (const std::string& name : names)
    for (const std::string& each : name == "all" ? layout_names(WithBase::no) : std::vector{name})
      if (std::find(layouts.begin(), layouts.end(), each) == layouts.end()) layouts.push_back(each);
  return layouts;
}

}  // namespace galley
