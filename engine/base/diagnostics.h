// Errors and warnings as values. A stage appends to a Diagnostics it is handed; nobody throws, nobody prints.
//
//   if (!kind) {
//     diagnostics.error(node.span, "unknown kind 'tlak'", did_you_mean("tlak", names)).code = Code::unknown_kind;
//     return std::nullopt;
//   }
//
// Messages start in lower case, have no full stop, say what was found and what was expected. `help` says what to do.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "galley/message.h"

namespace galley {

/// Who has to act; decides the exit code of the program (documented in README.md).
enum class Blame {
  files,    ///< the CV, the layout or another file the user wrote: exit 1
  usage,    ///< the command line or the request: exit 2
  machine,  ///< reading, writing, fonts that are not installed: exit 3
  limit,    ///< a documented limit or a fault of our own: exit 4
};

/// What a message is about, for whoever sorts or counts. source/message.cc has their public names.
enum class Code {
  by_blame,  ///< none of those below: the message goes under who has to act
  syntax,
  encoding,
  unknown_key,
  missing_key,
  wrong_type,
  wrong_value,
  unknown_name,
  bad_date,
  bad_link,
  empty_value,
  not_carried_over,
  cannot_read,
  cannot_write,
  missing_font,
  damaged_font,
  missing_character,
  overfull_line,  ///< said anew each time a text is set
  low_contrast,
  coarse_picture,
  does_not_fit,
  not_shown,
  breaks_standard,
  faulty_pdf,
  missing_component,
};

struct Note {
  Span span;
  std::string message;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Blame blame = Blame::files;
  Span span = {};         ///< nowhere for messages that belong to no file
  std::string message = {};
  std::string help = {};  ///< empty: none
  std::vector<Note> notes = {};
  Code code = Code::by_blame;
};

/// Documents have few errors: what ends in one of these is compiled aside, out of the way of the rest ([[gnu::cold]]).
class Diagnostics {
 public:
  /// An error in the user's files.
  [[gnu::cold]] Diagnostic& error(Span span, std::string message, std::string help = {}) {
    return fail(Blame::files, span, std::move(message), std::move(help));
  }
  [[gnu::cold]] Diagnostic& warn(Span span, std::string message, std::string help = {}) {
    return add({.severity = Severity::warning, .span = span, .message = std::move(message), .help = std::move(help)});
  }
  /// An error that is not (only) the files' fault.
  [[gnu::cold]] Diagnostic& fail(Blame blame, Span span, std::string message, std::string help = {}) {
    return add({.blame = blame, .span = span, .message = std::move(message), .help = std::move(help)});
  }
  /// A message that was made elsewhere.
  void forward(Diagnostic diagnostic) { add(std::move(diagnostic)); }

  [[nodiscard]] bool has_errors() const {
    for (const Diagnostic& each : all_)
      if (each.severity == Severity::error) return true;
    return false;
  }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  Diagnostic& add(Diagnostic diagnostic) {
    all_.push_back(std::move(diagnostic));
    return all_.back();
  }
  std::vector<Diagnostic> all_;
};

}  // namespace galley
