#include "requests/session.h"

#include <algorithm>

#include "base/suggest.h"
#include "requests/pictures.h"
#include "requests/print.h"
#include "compose/compose.h"
#include "cv/direction.h"
#include "exchange/import.h"
#include "source/built_in.h"
#include "source/print_nodes.h"

namespace galley {
namespace {

constexpr std::size_t kLargestFile = 8U << 20U;  // bytes; far above any CV
constexpr int kDeepestExtends = 8;

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
}

std::optional<Node> parse_text(Session& session, std::string name, std::string text, std::string_view begins) {
  const auto file = add_checked(session.sources, std::move(name), std::move(text), session.diagnostics);
  auto node = file ? parse(session.sources, *file, session.diagnostics) : std::nullopt;
  if (!node || !node->is_null()) return node;
  session.diagnostics.error({*file, 0, 0}, "the file is empty", "begin with " + std::string(begins));
  return std::nullopt;
}

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
                           did_you_mean(name, layout_names(!asked_at.is_nowhere())) + " (a layout of your own is named by its file, such as my-layout.yaml)");
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
  if (!extends || extends->is_null()) return node;
  if (!extends->is_scalar()) {
    session.diagnostics.error(extends->span, "'extends' must be the name of one layout, not " + std::string(describe(extends->kind)));
    return std::nullopt;
  }
  std::string next = extends->text;
  if (is_layout_path(next) && !next.starts_with('/') && is_layout_path(wanted.name)) next = folder_of(wanted.name) + next;
  const auto base = load_extended(session, {next, extends->span, wanted.depth + 1});
  if (!base) return std::nullopt;
  return merge(*base, *node);
}

/// "styles.body.size=10pt" as the YAML that it stands for, which messages then show:
///   styles:
///     body:
///       size: 10pt
std::optional<std::string> as_yaml(const std::string& change) {
  const std::size_t equals = change.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  std::string yaml;
  for (std::size_t at = 0, indent = 0; at <= equals; indent += 2) {
    const std::size_t end = std::min(change.find('.', at), equals);
    if (end == at) return std::nullopt;
    yaml += (indent > 0 ? "\n" : "") + std::string(indent, ' ') + change.substr(at, end - at) + ':';
    at = end + 1;
  }
  const std::string value = change.substr(equals + 1);
  const bool is_colour = value.starts_with('#');  // a comment, to YAML
  return yaml + ' ' + (is_colour ? '"' + value + '"' : value) + '\n';
}

std::optional<Node> load_change(Session& session, const std::string& change) {
  const auto yaml = as_yaml(change);
  if (!yaml || change.starts_with("extends=")) {
    session.diagnostics.fail(Blame::usage, {}, "'" + change + "' does not say what to change in the layout",
                             yaml ? "another layout is chosen with '-l'" : "--set styles.body.size=10pt");
    return std::nullopt;
  }
  return parse_text(session, "--set " + change, *yaml, {});
}

Status status_of(const Diagnostics& diagnostics) {
  // The first error decides: later ones often follow from it.
  for (const Diagnostic& each : diagnostics.all()) {
    if (each.severity != Severity::error) continue;
    switch (each.blame) {
      case Blame::files: return Status::files;
      case Blame::usage: return Status::usage;
      case Blame::machine: return Status::machine;
      case Blame::limit: return Status::limit;
    }
  }
  return Status::good;
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

std::vector<std::string> layout_names(bool with_base) {
  std::vector<std::string> names;
  for (const std::string_view path : built_in_under("layouts/")) {
    const std::string name(path.substr(8, path.size() - 8 - 5));  // "layouts/" … ".yaml"
    if (with_base || name != "base") names.push_back(name);
  }
  return names;
}

namespace {

std::optional<std::string> read_input(Session& session, const InputFile& file) {
  ReadResult read = session.workspace.read(file.path, kLargestFile);
  if (!read.bytes) {
    session.diagnostics.fail(Blame::machine, file.asked_at, "cannot read " + std::string(file.what) + " '" + file.path + "': " + read.why);
    return std::nullopt;
  }
  return std::move(*read.bytes);
}

}  // namespace

std::optional<Node> load(Session& session, const InputFile& file) {
  auto bytes = read_input(session, file);
  return bytes ? parse_text(session, file.path, std::move(*bytes), file.begins) : std::nullopt;
}

std::optional<Node> load_cv(Session& session, const Request& request) {
  const InputFile file = {request.cv, "the CV", "'cv:' and below it, indented, 'name: …'", {}};
  auto bytes = read_input(session, file);
  if (!bytes) return std::nullopt;
  session.cv_bytes = *bytes;
  auto node = parse_text(session, file.path, std::move(*bytes), file.begins);
  if (node) node = import_cv(std::move(*node), file.path, session.workspace, session.sources, session.diagnostics);
  return node;
}

void prepare_cv(const Request& request, Cv& cv) {
  if (!request.with_private) drop_private(cv);
  if (request.date) cv.modified = request.date;
}

std::optional<Node> load_built_in(Session& session, std::string_view path) {
  const auto text = built_in(path);
  if (!text) return std::nullopt;
  return built_in_tree(path, session.sources.add({std::string(path) + " (built in)", std::string(*text)}));
}

std::optional<Node> load_layout(Session& session, const std::string& name, const std::vector<std::string>& changes) {
  auto node = load_extended(session, {name, {}, 0});
  for (const std::string& change : changes) {
    const auto over = load_change(session, change);
    if (node && over) node = merge(*node, *over);
    if (!over) return std::nullopt;
  }
  return node;
}

std::optional<Language> load_language(Session& session, const Cv& cv) {
  for (std::string name = cv.language; !name.empty();) {
    const std::string path = "data/languages/" + name + ".yaml";
    if (built_in(path)) {
      const auto node = load_built_in(session, path);
      return node ? read_language(*node, session.diagnostics) : std::nullopt;
    }
    const std::size_t dash = name.rfind('-');  // "de-CH" falls back to "de"
    name = dash == std::string::npos ? std::string{} : name.substr(0, dash);
  }
  std::vector<std::string> known;
  for (const std::string_view path : built_in_under("data/languages/")) known.emplace_back(path.substr(15, path.size() - 20));
  const std::string near = did_you_mean(cv.language, known);
  session.diagnostics.warn(cv.language_source, "there are no phrases for the language '" + cv.language + "'; those of English are used",
                           near.starts_with("did you mean") ? near : "");
  const auto node = load_built_in(session, "data/languages/en.yaml");
  auto language = node ? read_language(*node, session.diagnostics) : std::nullopt;
  if (!language) return std::nullopt;
  language->tag = cv.language;
  language->usage = {};
  language->right_to_left = reads_right_to_left(cv.language);
  return language;
}

std::optional<Inputs> read_inputs(Session& session, const Request& request) {
  Diagnostics& diagnostics = session.diagnostics;
  const auto kinds_node = load_built_in(session, "data/kinds.yaml");
  const auto kinds = kinds_node ? read_kinds(*kinds_node, diagnostics) : std::nullopt;
  const auto cv_node = load_cv(session, request);
  auto cv = cv_node && kinds ? read_cv(*cv_node, *kinds, diagnostics) : std::nullopt;
  if (cv) prepare_cv(request, *cv);
  if (cv) load_pictures(session, request.cv, *cv);
  const auto layout_node = load_layout(session, request.layout, request.set);
  auto layout = layout_node ? read_layout(*layout_node, request.layout, diagnostics) : std::nullopt;
  if (layout && request.pages > 0) layout->fit.pages = request.pages;
  if (layout) prepare_print(session, request.print, *layout);
  if (layout && kinds) check_layout(*layout, *kinds, diagnostics);
  if (!cv || !layout) return std::nullopt;
  auto language = load_language(session, *cv);
  if (language) check_use(*layout, *cv, *language, diagnostics);
  if (!language || diagnostics.has_errors()) return std::nullopt;
  return Inputs{std::move(*cv), std::move(*layout), std::move(*language), std::move(*kinds)};
}

std::optional<Catalogue> read_font_catalogue(Session& session) {
  const auto node = load_built_in(session, "fonts/catalogue.yaml");
  return node ? read_catalogue(*node, session.diagnostics) : std::nullopt;
}

std::vector<std::string> font_folders(const Request& request) {
  std::vector<std::string> folders = request.font_folders;
  folders.push_back(folder_of(request.cv) + "fonts");
  return folders;
}

Outcome outcome_of(const Session& session) {
  Outcome outcome;
  outcome.status = status_of(session.diagnostics);
  for (const Diagnostic& each : session.diagnostics.all()) {
    Message message;
    message.is_error = each.severity == Severity::error;
    message.text = render(each, session.sources);
    if (!each.span.is_nowhere()) {
      message.file = session.sources.get(each.span.file).name;
      const Place place = session.sources.place(each.span.file, each.span.begin);
      message.line = place.line;
      message.column = place.column;
    }
    outcome.messages.push_back(std::move(message));
  }
  return outcome;
}

}  // namespace galley
