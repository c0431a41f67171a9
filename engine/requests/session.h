// The state of one request: the files it has read and the messages it has gathered.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "compose/block.h"
#include "cv/cv.h"
#include "cv/kinds.h"
#include "cv/language.h"
#include "font/font_book.h"
#include "galley/galley.h"
#include "layout/layout.h"
#include "page/flow.h"
#include "page/pages.h"
#include "source/source.h"
#include "source/workspace.h"
#include "text/shape.h"

namespace galley {

struct Session {
  explicit Session(Workspace& files) : workspace(files) {}

  Workspace& workspace;
  SourceMap sources;
  std::string cv_bytes;  ///< the CV's file as it was read, for whoever attaches it
  bool stands_in_for_pictures = false;  ///< a grey square where a picture is missing: for data that came without theirs
  Diagnostics diagnostics;
};

/// A file of the user that is to be read.
struct InputFile {
  std::string path;
  std::string_view what;    ///< names it in messages: "the CV"
  std::string_view begins;  ///< how such a file begins, as help for who has an empty one
  Span asked_at;            ///< where another file names it; nowhere: the request does
};

std::optional<Node> load(Session& session, const InputFile& file);
/// The request's CV, parsed.
std::optional<Node> load_cv(Session& session, const Request& request);
/// A file that ships with the program.
std::optional<Node> load_built_in(Session& session, std::string_view path);
/// Changes what was read as the request says: private fields and the date.
void prepare_cv(const Request& request, Cv& cv);
/// A layout by name or path, with everything it extends merged in.
/// `changes`: further keys of it, "styles.body.size=10pt".
std::optional<Node> load_layout(Session& session, const std::string& name, const std::vector<std::string>& changes = {});

/// A layout's tree as YAML that needs no other layout.
std::string resolved_yaml(Node layout);
/// Whether a layout is named by its file rather than as one that ships with the program.
bool is_layout_path(const std::string& name);
/// The names of those that ship, in alphabetical order; `with_base`: also those that only others extend.
std::vector<std::string> layout_names(bool with_base);

/// The phrases of a CV's language, or of the nearest that there is.
std::optional<Language> load_language(Session& session, const Cv& cv);

/// Everything stages 0 to 3 give.
struct Inputs {
  Cv cv;
  Layout layout;
  Language language;
  Kinds kinds;
};
std::optional<Inputs> read_inputs(Session& session, const Request& request);

std::optional<Catalogue> read_font_catalogue(Session& session);
/// Folders to look for fonts in: the ones asked for, then `fonts` beside the data.
std::vector<std::string> font_folders(const Request& request);

/// The messages as the public interface shows them, and the status that follows from them.
Outcome outcome_of(const Session& session);

}  // namespace galley
