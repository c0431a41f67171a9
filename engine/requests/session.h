// The state of one request: the files it has read and the messages it has gathered.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "galley/galley.h"
#include "requests/shared.h"
#include "source/node.h"
#include "source/source.h"
#include "source/workspace.h"

namespace galley {

/// Of CVs, layouts and manifests, in bytes; far above any of them.
constexpr std::size_t kLargestDataFile = 8U << 20U;

struct Session {
  explicit Session(Shared& engine);

  Shared& shared;
  RecordingWorkspace workspace;    ///< inputs are read through it; what is written goes past it, by Shared::workspace()
  SourceMap sources;
  std::string cv_bytes;            ///< the CV's file as it was read, for whoever attaches it
  Diagnostics diagnostics;
};

/// Makes the sources and messages of something that was read part of the request.
template <typename Value>
void take_over(Session& session, const Reading<Value>& reading) {
  session.sources.adopt(reading.sources);
  session.workspace.note(reading.files);
  for (const Diagnostic& each : reading.heard.all()) session.diagnostics.forward(each);
}

/// A file of the user that is to be read.
struct InputFile {
  std::string path;
  std::string_view what;    ///< names it in messages: "the CV"
  std::string_view begins;  ///< how such a file begins, as help for who has an empty one
  Span asked_at;            ///< where another file names it; nowhere: the request does
};

/// Its bytes; nullopt with an error.
std::optional<std::string> read_input(Session& session, const InputFile& file);
/// A file of this name and text, parsed; nullopt with an error, also when it is empty.
std::optional<Node> parse_text(Session& session, std::string name, std::string text, std::string_view begins);
/// Both.
std::optional<Node> load(Session& session, const InputFile& file);
/// A file that ships with the program.
std::optional<Node> load_built_in(Session& session, std::string_view path);

/// The messages as the public interface shows them, and the status that follows from them.
Outcome outcome_of(const Session& session);

}  // namespace galley
