// Requests about layouts alone: to list them, to look at one, to begin one's own.
#include <algorithm>
#include <filesystem>
#include <span>
#include <string_view>

#include "requests/inputs.h"
#include "requests/layout_files.h"
#include "requests/requests.h"
#include "requests/session.h"
#include "yaml/print_nodes.h"

namespace galley {
namespace {

/// What is changed first, as a rule: keys of a layout, with what stands below them.
constexpr std::string_view kOftenChanged[] = {"page", "columns", "styles", "sections", "fit"};
constexpr std::string_view kOftenChangedStyles[] = {"body", "label", "name"};

/// The node with only these keys.
Node only(const Node& map, std::span<const std::string_view> keys) {
  Node out = map;
  out.keys.clear();
  out.items.clear();
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (std::find(keys.begin(), keys.end(), map.keys[i].text) == keys.end()) continue;
    out.keys.push_back(map.keys[i]);
    out.items.push_back(map.items[i]);
  }
  return out;
}

std::string commented(const std::string& yaml) {
  std::string out;
  for (std::size_t at = 0; at < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', at), yaml.size() - 1);
    out += "# " + yaml.substr(at, end + 1 - at);
    at = end + 1;
  }
  return out;
}

/// The beginning of a layout that extends `from`, whose resolved tree is `node`.
std::string beginning_of_layout(const std::string& from, const Node& node) {
  Node often = only(node, kOftenChanged);
  for (std::size_t i = 0; i < often.keys.size(); ++i)
    if (often.keys[i].text == "styles") often.items[i] = only(often.items[i], kOftenChangedStyles);
  return "# A layout of your own: as '" + from + "', but for what stands here. layouts/README.md explains the words.\n"
         "extends: " + from + "\n"
         "description: \"My own\"\n\n"
         "# What is most often changed, as it is there; remove '# ' from a line to change it, and delete the lines that stay as they are.\n"
         "# 'galley layout show " + from + "' prints all of it.\n" +
         commented(print_nodes(often));
}

/// What `extends` has to say in a file at `path`: paths in layouts are seen from the layout's folder.
std::string seen_from(const std::string& path, const std::string& from) {
  if (!is_layout_path(from) || from.starts_with('/')) return from;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  const std::string seen = std::filesystem::path(from).lexically_relative(folder.empty() ? "." : folder).generic_string();
  return seen.empty() ? from : seen;
}

}  // namespace

Outcome list_layouts(Shared& shared) {
  Session session(shared);
  std::string text;
  for (const std::string& name : layout_names(WithBase::no)) {
    const auto node = load_built_in(session, "layouts/" + name + ".yaml");
    const Node* description = node ? node->find("description") : nullptr;
    if (description) text += name + ": " + description->text + '\n';
  }
  Outcome outcome = outcome_of(session);
  outcome.bytes = std::move(text);
  return outcome;
}

Outcome show_layout(Shared& shared, const Request& request) {
  Session session(shared);
  const auto reading = shared.layout(layout_name(request, {}), request.set);
  take_over(session, *reading);
  Outcome outcome = outcome_of(session);
  if (outcome.status == Status::good) outcome.bytes = resolved_yaml(*reading->node);
  return outcome;
}

Outcome new_layout(Shared& shared, const std::string& name, const std::string& from) {
  Session session(shared);
  Workspace& workspace = shared.workspace();
  const std::string file = std::filesystem::path(name).filename().string();
  if (file.empty() || file == "." || file == "..") {
    session.diagnostics.fail(Blame::usage, {}, "'" + name + "' names no layout", "galley layout new my-layout").code = Code::unknown_name;
    return outcome_of(session);
  }
  const bool has_extension = is_layout_path(file);
  const std::string path = has_extension ? name : name + ".yaml";
  const auto node = load_layout(session, from);
  if (!node) return outcome_of(session);
  if (!workspace.read(path, 1).missing) {
    session.diagnostics.fail(Blame::usage, {}, "'" + path + "' is there already", "give another name; nothing is written over");
    return outcome_of(session);
  }
  const std::string text = beginning_of_layout(seen_from(path, from), *node);
  if (const std::string why = workspace.write(path, text); !why.empty())
    session.diagnostics.fail(Blame::machine, {}, "cannot write '" + path + "': " + why).code = Code::cannot_write;
  Outcome outcome = outcome_of(session);
  if (outcome.status == Status::good) outcome.files = {path};
  return outcome;
}

}  // namespace galley
