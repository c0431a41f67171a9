#include "requests/session.h"

#include <set>
#include <utility>

#include "source/built_in.h"
#include "yaml/parse.h"

namespace galley {
namespace {

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

/// The paths, each once, in the order of reading.
std::vector<std::string> paths_of(const std::vector<StampedFile>& files) {
  std::vector<std::string> paths;
  std::set<std::string_view> known;
  for (const StampedFile& file : files)
    if (known.insert(file.path).second) paths.push_back(file.path);
  return paths;
}

}  // namespace

Session::Session(Shared& engine) : shared(engine), workspace(engine.workspace()), sources(engine.numbers()) {}

std::optional<std::string> read_input(Session& session, const InputFile& file) {
  ReadResult read = session.workspace.read(file.path, kLargestDataFile);
  if (!read.bytes) {
    session.diagnostics.fail(read.too_large ? Blame::limit : Blame::machine, file.asked_at, "cannot read " + std::string(file.what) + " '" + file.path + "': " + read.why).code = Code::cannot_read;
    return std::nullopt;
  }
  return std::move(*read.bytes);
}

std::optional<Node> parse_text(Session& session, std::string name, std::string text, std::string_view begins) {
  const auto file = add_checked(session.sources, std::move(name), std::move(text), session.diagnostics);
  auto node = file ? parse(session.sources, *file, session.diagnostics) : std::nullopt;
  if (!node || !node->is_null()) return node;
  session.diagnostics.error({*file, 0, 0}, "the file is empty", "begin with " + std::string(begins)).code = Code::empty_value;
  return std::nullopt;
}

std::optional<Node> load(Session& session, const InputFile& file) {
  auto bytes = read_input(session, file);
  return bytes ? parse_text(session, file.path, std::move(*bytes), file.begins) : std::nullopt;
}

std::optional<Node> load_built_in(Session& session, std::string_view path) {
  const auto text = built_in(path);
  if (!text) return std::nullopt;
  return built_in_tree(path, session.sources.add({std::string(path) + " (built in)", std::string(*text)}));
}

Outcome outcome_of(const Session& session) {
  Outcome outcome;
  outcome.status = status_of(session.diagnostics);
  outcome.read = paths_of(session.workspace.read_files());
  for (const Diagnostic& each : session.diagnostics.all()) outcome.messages.push_back(message_of(each, session.sources));
  return outcome;
}

}  // namespace galley
