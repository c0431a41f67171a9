// The engine: renders CVs, one after the other or several at once, and keeps what they have in common.
//
//   galley::Engine engine;
//   galley::Outcome outcome = engine.render({.cv = "cv.yaml", .layout = "classic", .output = "cv.pdf"});
//   for (const galley::Message& message : outcome.messages) std::cerr << printed(message);
//   return static_cast<int>(outcome.status);
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "galley/request.h"
#include "galley/workspace.h"

namespace galley {

class Shared;

/// Long-lived and thread-safe: any number of threads may ask one engine at once. What a request gives does not depend on what was
/// asked before or beside it: an engine only remembers what it would find out again (layouts, fonts, shaped words), forgets it
/// when a file has changed or when it has become too much, and repeats each message for each request that it concerns. Fonts
/// that are installed while it lives are seen if the catalogue knows their file; others by the next engine.
///
/// All functions return plain values that own what they hold. None throws: what goes wrong is said in the outcome's messages
/// and summed up in its status; after an error nothing is written, and an older output stays as it was. Where memory ends, the
/// status is Status::limit.
class Engine {
 public:
  /// Over the machine's file system.
  Engine();
  /// Over the files of `workspace`, which must outlive the engine.
  explicit Engine(Workspace& workspace);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Sets a CV and writes its outputs.
  Outcome render(const Request& request);

  /// The variants and languages of the request's CV.
  Versions versions(const Request& request);

  /// Renders CVs x variants x languages x layouts x formats, several at once.
  BatchOutcome batch(const BatchRequest& request);

  /// What render() or batch() would write, without making it. Paths in `files`; pictures of several pages then have numbers
  /// besides (cv.png: cv-1.png, cv-2.png), which only rendering can tell.
  Outcome plan(const Request& request);
  BatchOutcome plan(const BatchRequest& request);

  /// A contact sheet: the first page in each layout, with the layout's name below. A layout that cannot be had is left out and
  /// said; it decides the status.
  Outcome preview(const Preview& preview);

  /// The result of one stage (see dump_stages) as text: for people, golden files and bug reports.
  Outcome dump(const Request& request, const std::string& stage);

  /// Does the text of a PDF come out whole and in order, and has it tags, fonts, language and title? Each fault is an error
  /// of the file, which need not be Galley's. Outcome::bytes: one line that says what was looked at.
  Outcome verify(const Verification& verification);

  /// The CV's data out of a PDF that was rendered with `embed`, byte for byte as they were, as Outcome::bytes and, unless
  /// `output` is empty, into a file ("-": standard output).
  Outcome extract(const std::string& pdf, const std::string& output);

  /// What is wrong with CVs, and what a careful reader would say about them, in the order of the files. Outcome::bytes: a line for each.
  Outcome check(const Check& check);

  /// Writes a CV to begin one's own with, never over an old file. Outcome::files: its path.
  Outcome new_cv(const NewCv& cv);
  /// The JSON Schema of CV files, for editors, as Outcome::bytes; with a CV, of files with its own kinds.
  Outcome schema(const std::string& cv = {});
  /// Rewrites a CV for another program or reader. What it cannot say there is said field by field. Outcome::bytes: the result.
  Outcome convert(const Conversion& conversion);

  /// What can be used, a line each: families, or their faces with the files that they are in.
  enum class FontList { families, faces };
  Outcome list_fonts(const Request& request, FontList list = FontList::faces);
  /// Layouts that ship with the program: name and description.
  Outcome list_layouts();
  /// The request's layout as YAML, with all that it extends merged in and `set` applied: a layout that needs no other.
  Outcome show_layout(const Request& request);
  /// Writes a layout to begin one's own with: it extends `from` and names, commented out, what is most often changed. `name`: of
  /// the layout, or the path of its file, which must not be there yet.
  Outcome new_layout(const std::string& name, const std::string& from);

 private:
  std::unique_ptr<Workspace> own_;  // of an engine over the machine's file system
  std::unique_ptr<Shared> shared_;
};

/// Stages whose result can be shown.
std::vector<std::string> dump_stages();

/// "0.1.0"
std::string version();

/// The CV that ships inside, to try things with: what its file is called, and its data.
struct SampleCv {
  std::string name, data;
};
SampleCv sample_cv();

}  // namespace galley
