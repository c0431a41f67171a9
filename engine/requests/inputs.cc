#include "requests/inputs.h"

#include <filesystem>
#include <utility>

#include "base/suggest.h"
#include "compose/compose.h"
#include "compose/own_kinds.h"
#include "cv/direction.h"
#include "cv/marks.h"
#include "cv/cldr.h"
#include "exchange/import.h"
#include "requests/changes.h"
#include "requests/foreign.h"
#include "requests/includes.h"
#include "requests/layout_files.h"
#include "requests/pictures.h"
#include "requests/print.h"
#include "requests/public_data.h"
#include "requests/timed.h"
#include "versions/versions.h"

namespace galley {
namespace {

constexpr std::string_view kBeginningOfACv = "'cv:' and below it, indented, 'name: …'";

constexpr std::string_view kUsualLayout = "classic";

/// Changes of the request to the CV.
std::vector<Node> changes_to_cv(Session& session, const Request& request) {
  std::vector<Node> changes;
  for (const std::string& each : request.set)
    if (auto change = changes_the_cv(each) ? load_change(session, each) : std::nullopt) changes.push_back(std::move(*change));
  return changes;
}

/// A layout that a variant names by path lies beside the CV.
std::string seen_from(const std::string& cv, const std::string& layout) {
  return is_layout_path(layout) ? (std::filesystem::path(cv).parent_path() / layout).string() : layout;
}

/// The tree of the bytes, in our own format. The session's messages and sources go with it.
void read_tree(Session& session, CvTree& tree) {
  auto root = parse_cv(session, tree.path, tree.bytes, kBeginningOfACv);
  if (root) {
    tree.is_whole = !put_in_includes(session, *root) && is_yaml(tree.path, tree.bytes);
    const Node* variants = root->is_map() ? root->find("variants") : nullptr;
    const Node kept = variants ? *variants : Node{};
    root = import_cv(std::move(*root), tree.path, session.workspace, session.sources, session.diagnostics);
    if (!kept.is_null() && root->is_map() && !root->find("variants")) {  // who converts files of other programs knows no variants
      root->keys.push_back({"variants", kept.span});
      root->items.push_back(kept);
    }
  }
  tree.value = std::move(root);
}

/// What the session has read and said goes with the reading.
template <typename Value>
void close(Session& session, Reading<Value>& reading) {
  reading.files = session.workspace.read_files();
  reading.sources = std::move(session.sources);
  reading.heard = std::move(session.diagnostics);
}

/// The version that the request asks for, as the tree of a plain CV.
void choose(Session& session, const Request& request, CvTree tree, CvReading& reading) {
  const std::vector<Node> changes = changes_to_cv(session, request);
  reading.is_whole = tree.is_whole && changes.empty() && request.version == Version{};
  auto chosen = choose_version(std::move(*tree.value), request.version, changes, session.diagnostics);
  if (!chosen) return;
  reading.node = std::move(chosen->root);
  reading.layout = seen_from(reading.path, chosen->layout);
  reading.pages = chosen->pages;
}

std::shared_ptr<const LayoutReading> layout_for(Shared& shared, const Request& request, const CvReading& cv) {
  const Timed timed(request.timings, "layout");
  return shared.layout(layout_name(request, cv), request.set);
}

/// What follows once there is a tree.
CvReading finished(Shared& shared, const Request& request, CvTree tree, MissingPictures missing) {
  Session session(shared);
  take_over(session, tree);
  CvReading reading;
  reading.path = tree.path;
  reading.bytes = std::move(tree.bytes);
  if (tree.value) {
    const Timed timed(request.timings, "tree");
    choose(session, request, std::move(tree), reading);
  }
  if (reading.node) reading.kinds = layout_for(shared, request, reading)->kinds;
  const Timed timed(request.timings, "fields");
  if (reading.node) reading.value = read_cv(*reading.node, reading.kinds ? *reading.kinds : shared.kinds(), session.diagnostics);
  if (session.diagnostics.has_errors()) reading.value.reset();
  if (reading.value) {
    if (!request.with_private) drop_private(*reading.value);
    if (request.date) reading.value->modified = request.date;
    load_pictures(session, reading.path, *reading.value, missing);
  }
  close(session, reading);
  return reading;
}

/// The bytes that the request brings along, or those of its file.
std::optional<std::string> bytes_of_cv(Session& session, const Request& request) {
  if (!request.data) return read_input(session, {file_of_cv(session, request.cv), "the CV", kBeginningOfACv, {}});
  if (request.data->size() <= kLargestDataFile) return request.data;
  session.diagnostics.fail(Blame::limit, {}, "the CV's data are larger than " + describe_size(kLargestDataFile));
  return std::nullopt;
}

/// A language without phrases of its own: those of English, but the months, the direction and the typographic usage of the language.
std::shared_ptr<const Reading<Language>> in_english_words(Session& session, const std::string& tag) {
  const auto english = session.shared.language("en");
  if (!english || !english->value) return english;
  auto language = std::make_shared<Reading<Language>>(*english);
  language->value->tag = tag;
  language->value->usage = {};
  language->value->marks = {};
  language->value->right_to_left = reads_right_to_left(tag);
  put_months(tag, *language->value);
  return language;
}

/// The marks of a language: what its file says, and CLDR's quotes.
Language::Marks marks_of(Shared& shared, const std::string& tag) {
  Language::Marks marks;
  for (std::string file = tag; !file.empty();) {
    const auto language = shared.language(file);
    if (language && language->value) marks = language->value->marks;
    const std::size_t dash = file.rfind('-');
    file = language || dash == std::string::npos ? std::string{} : file.substr(0, dash);
  }
  add_quotes(tag, marks);
  return marks;
}

/// The CV with the marks of its languages.
void put_marks(Shared& shared, Cv& cv) {
  std::map<std::string, Language::Marks> known;
  set_marks(cv, [&](const std::string& tag) {
    const auto [found, is_new] = known.try_emplace(tag);
    if (is_new) found->second = marks_of(shared, tag.empty() ? cv.language : tag);
    return found->second;
  });
}

/// The phrases of a CV's language, or of the nearest that there is: "de-CH" falls back to "de".
std::shared_ptr<const Reading<Language>> language_of(Session& session, const Cv& cv) {
  for (std::string tag = cv.language; !tag.empty();) {
    if (auto language = session.shared.language(tag)) return language;
    const std::size_t dash = tag.rfind('-');
    tag = dash == std::string::npos ? std::string{} : tag.substr(0, dash);
  }
  std::vector<std::string> known;
  for (const std::string_view path : built_in_under("data/languages/")) known.push_back(std::filesystem::path(path).stem().string());
  const std::string near = did_you_mean(cv.language, known);
  session.diagnostics.warn(cv.language_source, "there are no phrases for the language '" + cv.language + "'; those of English are used",
                           near.starts_with("did you mean") ? near : "").code = Code::unknown_name;
  return in_english_words(session, cv.language);
}

}  // namespace

CvTree read_cv_tree(Shared& shared, const Request& request) {
  const Timed timed(request.timings, "tree");
  Session session(shared);
  CvTree tree;
  tree.path = request.data ? request.cv : file_of_cv(session, request.cv);
  if (auto bytes = bytes_of_cv(session, request)) {
    tree.bytes = std::move(*bytes);
    read_tree(session, tree);
  }
  close(session, tree);
  return tree;
}

CvReading read_version(Shared& shared, const Request& request, CvTree tree) { return finished(shared, request, std::move(tree), MissingPictures::are_errors); }

CvReading read_cv_of(Shared& shared, const Request& request) { return read_version(shared, request, read_cv_tree(shared, request)); }

CvReading read_given_cv(Shared& shared, const Request& request, const GivenData& data) {
  Session session(shared);
  CvTree tree;
  tree.path = data.name;
  tree.bytes = data.bytes;
  read_tree(session, tree);
  close(session, tree);
  return finished(shared, request, std::move(tree), MissingPictures::become_grey);
}

CvVersions versions_in(const Node& root) { return {variant_names(root), languages_of(root)}; }

std::optional<CvVersions> versions_of(Session& session, const Request& request) {
  const CvTree tree = read_cv_tree(session.shared, request);
  take_over(session, tree);
  return tree.value ? std::optional(versions_in(*tree.value)) : std::nullopt;
}

/// A folder for fonts that is not there is a slip: the fonts in it would be missed without a word.
void check_font_folders(Session& session, const Request& request) {
  for (const std::string& folder : request.font_folders)
    if (!session.workspace.is_folder(folder))
      session.diagnostics.fail(Blame::usage, {}, "there is no folder '" + folder + "' to look for fonts in", "give the path of a folder after --font-path").code = Code::unknown_name;
}

namespace {

/// `value`: that of the reading, or a copy.
std::optional<Inputs> combine_with(std::optional<Cv> value, Session& session, const Request& request, const CvReading& cv, const LayoutReading& layout_reading) {
  const Timed timed(request.timings, "combine");
  Diagnostics& diagnostics = session.diagnostics;
  take_over(session, cv);
  take_over(session, layout_reading);
  if (request.embed) session.cv_bytes = cv.is_whole || !cv.node ? cv.bytes : plain_data(*cv.node, diagnostics).value_or("");
  std::optional<Layout> layout = layout_reading.value;
  if (const std::size_t pages = request.pages > 0 ? request.pages : cv.pages; layout && pages > 0) layout->fit.pages = pages;
  if (layout) prepare_print(session, request.print, *layout);
  check_font_folders(session, request);
  if (!value || !layout) return std::nullopt;
  const auto language = language_of(session, *value);
  if (!language) return std::nullopt;
  take_over(session, *language);
  add_own_kinds(value->own_kinds, *layout);
  if (language->value) check_use(*layout, *value, *language->value, diagnostics);
  if (!language->value || diagnostics.has_errors()) return std::nullopt;
  Inputs inputs{layout_name(request, cv), std::move(*value), std::move(*layout), *language->value};
  inputs.timings = request.timings;
  add_months(inputs.cv.language, inputs.language);
  if (inputs.cv.language_marks.value_or(inputs.layout.language_marks)) {
    put_marks(session.shared, inputs.cv);
    inputs.language.marks = marks_of(session.shared, inputs.cv.language);
  }
  return inputs;
}

}  // namespace

std::optional<Inputs> combine(Session& session, const Request& request, const CvReading& cv, const LayoutReading& layout) {
  return combine_with(cv.value, session, request, cv, layout);
}

std::string layout_name(const Request& request, const CvReading& cv) {
  if (!request.layout.empty()) return request.layout;
  return cv.layout.empty() ? std::string(kUsualLayout) : cv.layout;
}

std::optional<Inputs> read_inputs(Session& session, const Request& request) {
  CvReading cv = read_cv_of(session.shared, request);
  const auto layout = layout_for(session.shared, request, cv);
  return combine_with(std::move(cv.value), session, request, cv, *layout);
}

std::vector<std::string> font_folders(const Request& request) {
  std::vector<std::string> folders = request.font_folders;
  folders.push_back((std::filesystem::path(request.cv).parent_path() / "fonts").string());
  return folders;
}

}  // namespace galley
