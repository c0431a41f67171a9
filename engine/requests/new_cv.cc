// A CV to begin one's own with, from data/starters.
#include <filesystem>

#include "base/dump_text.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "requests/schema.h"
#include "requests/layout_files.h"
#include "requests/requests.h"
#include "source/built_in.h"
#include "source/map_reader.h"

namespace galley {
namespace {

constexpr std::string_view kFolder = "data/starters/";
constexpr std::string_view kStandInShort = "J. Doe";  ///< among authors
constexpr std::string_view kStandIn = "Jane Doe";            // in the starters
constexpr std::string_view kStandInFile = "jane-doe.yaml";

/// "Ada Lovelace" -> "ada-lovelace.yaml"
std::string file_of(const std::string& name) {
  std::string file;
  for (const char each : name) {
    if (each >= 'A' && each <= 'Z') file += static_cast<char>(each - 'A' + 'a');
    else if (static_cast<unsigned char>(each) >= 0x80 || (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9')) file += each;
    else if (!file.empty() && file.back() != '-') file += '-';
  }
  while (file.ends_with('-')) file.pop_back();
  return (file.empty() ? std::string("cv") : file) + ".yaml";
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

/// "A. Lovelace" of "Ada King Lovelace"; a name of one word stays.
std::string with_initial(const std::string& name) {
  const std::size_t first = name.find_first_not_of(' '), last = name.find_last_not_of(' ');
  const std::size_t space = name.rfind(' ', last);
  if (space == std::string::npos || space < first) return name;
  return name.substr(first, utf8::decode(name, first).length) + ". " + name.substr(space + 1, last - space);
}

/// The kinds that there are, from the files' names: "academic" of "data/starters/academic.de.yaml".
std::vector<std::string> kinds() {
  std::vector<std::string> names;
  for (const std::string_view path : built_in_under(kFolder)) {
    const std::string_view file = path.substr(kFolder.size());
    const std::string name(file.substr(0, file.find('.')));
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  return names;
}

/// The titles of sections as the language's file has them; false: it has none.
bool put_titles(Session& session, const std::string& language, std::string& text) {
  const auto root = load_built_in(session, "data/languages/" + language + ".yaml");
  const Node* titles = root ? root->find("titles") : nullptr;
  for (std::size_t i = 0; titles && i < titles->keys.size(); ++i) {
    const std::string& english = titles->keys[i].text;
    replace_all(text, "\n    " + english + ":", "\n    " + titles->items[i].text + ":");
    replace_all(text, "`" + english + ": ", "`" + titles->items[i].text + ": ");
  }
  return titles != nullptr;
}

/// The starter's text in its language, or in English words with that language named.
std::optional<std::string> starter(Session& session, const NewCv& cv) {
  const std::string stem = std::string(kFolder) + cv.kind;
  const auto english = built_in(stem + ".yaml");
  if (!english) {
    session.diagnostics.fail(Blame::usage, {}, "there is no starter " + in_quotes(cv.kind), did_you_mean(cv.kind, kinds()));
    return std::nullopt;
  }
  if (cv.language == "en") return std::string(*english);
  if (const auto own = built_in(stem + "." + cv.language + ".yaml")) return std::string(*own);
  if (!built_in("data/languages/" + cv.language + ".yaml")) {
    std::vector<std::string> known;
    for (const std::string_view path : built_in_under("data/languages/")) known.push_back(std::filesystem::path(path).stem().string());
    session.diagnostics.fail(Blame::usage, {}, "there are no phrases for the language " + in_quotes(cv.language), did_you_mean(cv.language, known));
    return std::nullopt;
  }
  std::string text(*english);
  replace_all(text, "language: en ", "language: " + cv.language + " ");
  const bool has_titles = put_titles(session, cv.language, text);
  session.diagnostics.warn({}, has_titles ? "the titles of this starter are in " + in_quotes(cv.language) + ", its examples in English"
                                          : "there is no starter in " + in_quotes(cv.language) + " yet: its words are English, months and phrases are not");
  return text;
}

bool is_good(Session& session, const NewCv& cv) {
  Diagnostics& diagnostics = session.diagnostics;
  if (cv.name.find_first_not_of(" \t") == std::string::npos || cv.name.find('\n') != std::string::npos)
    diagnostics.fail(Blame::usage, {}, "there is no name to write", "galley new \"Jane Doe\"");
  if (!cv.layout.empty() && !is_layout_path(cv.layout) && !built_in("layouts/" + cv.layout + ".yaml"))
    diagnostics.fail(Blame::usage, {}, "there is no layout " + in_quotes(cv.layout), did_you_mean(cv.layout, layout_names(WithBase::no)));
  return !diagnostics.has_errors();
}

}  // namespace

Outcome new_cv(Shared& shared, const NewCv& cv) {
  Session session(shared);
  auto text = is_good(session, cv) ? starter(session, cv) : std::nullopt;
  if (!text) return outcome_of(session);
  const std::string path = cv.output.empty() ? file_of(cv.name) : cv.output;
  const std::string file = std::filesystem::path(path).filename().string();
  replace_all(*text, '"' + std::string(kStandIn) + '"', quoted(cv.name));  // as YAML writes it, too
  replace_all(*text, kStandIn, cv.name);
  replace_all(*text, kStandInShort, with_initial(cv.name));
  const std::string layout = cv.layout.empty() ? "" : " -l " + cv.layout;
  const std::size_t hint = text->find(kStandInFile);
  const std::size_t end = text->find('\n', hint);
  if (!layout.empty() && hint != std::string::npos) text->replace(hint, end - hint, std::string(kStandInFile) + layout);
  const std::string command = text->substr(hint, text->find('\n', hint) - hint);
  replace_all(*text, kStandInFile, file);
  if (path != "-" && !session.workspace.read(path, kLargestDataFile).missing) {
    session.diagnostics.fail(Blame::usage, {}, "there is a file '" + path + "' already", "give another name after -o");
    return outcome_of(session);
  }
  if (const std::string why = session.workspace.write(path, *text); !why.empty())
    session.diagnostics.fail(Blame::machine, {}, "cannot write '" + path + "': " + why);
  Outcome outcome = outcome_of(session);
  if (outcome.status != Status::good) return outcome;
  outcome.files = {path};
  if (path != "-") outcome.bytes = "wrote " + path + "; now: galley render " + path + command.substr(kStandInFile.size()) + '\n';
  return outcome;
}

Outcome schema(Shared& shared, const std::string& cv) {
  Session session(shared);
  Kinds kinds = shared.kinds();
  if (!cv.empty()) {
    const auto root = load(session, {cv, "the CV", "'cv:' and below it, indented, 'name: …'", {}});
    if (const Node* own = root && root->is_map() ? root->find("kinds") : nullptr) kinds = with_own_kinds(std::move(kinds), *own, session.diagnostics);
  }
  Outcome outcome = outcome_of(session);
  if (outcome.status == Status::good) outcome.bytes = json_schema(kinds);
  return outcome;
}

}  // namespace galley
