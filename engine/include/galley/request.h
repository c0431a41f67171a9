// What can be asked of an engine, and what comes of it: plain values that own what they hold.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "galley/message.h"
#include "galley/timings.h"
#include "galley/values.h"

namespace galley {

/// The program's exit codes.
enum class Status : int {
  good = 0,     ///< the output is complete
  files = 1,    ///< the CV, the layout or another file of the user is wrong
  usage = 2,    ///< the request is wrong
  machine = 3,  ///< reading, writing or fonts failed
  limit = 4,    ///< a documented limit was passed, or a fault of Galley's own
  stopped = 130,  ///< the request was stopped before it was done; as shells have it for Ctrl-C
};

/// What a render is at, in this order.
enum class Stage : std::uint8_t {
  read,   ///< the data, the layout and what they name
  set,    ///< lines and pages; told again for each setting that fitting to a number of pages tries
  make,   ///< the outputs, told for each format
  write,  ///< the outputs to where they belong
};

enum class Format : std::uint8_t { pdf, text, png, svg };

/// For a print shop: what of it is set counts instead of the layout's `print`.
struct Print {
  std::optional<Inks> colours = {};
  std::string profile = {};  ///< path of the ICC profile of the press; with cmyk
  std::optional<Length> bleed = {};  ///< from 0 to 50 mm
  bool crop_marks = false;  ///< where the sheet is to be cut
};

/// Which version of a CV that has several: see data/README.md. Empty: all of it, in its own language.
struct Version {
  std::string variant;                ///< name of one of the file's `variants`
  std::string language;               ///< "zh": what texts in several languages are read in, and what the document is in
  std::vector<std::string> only;      ///< of what has tags, only what has one of these
  std::vector<std::string> without;   ///< nothing that has one of these tags
  bool operator==(const Version&) const = default;
};

struct Request {
  std::string cv = {};                    ///< path of the data file; "-": standard input
  std::optional<std::string> data = {};   ///< the CV itself: `cv` is then only its name, and says where its pictures and fonts lie
  /// Name of a layout, or path of a layout file (ends with .yaml, .yml or .json); empty: the variant's, else "classic".
  std::string layout = {};
  /// Changes to the layout, "styles.body.size=10pt", and to the CV, "cv.phone=+1 555-0100"; the value as in YAML.
  std::vector<std::string> set = {};
  Version version = {};
  std::string output = {};                ///< path; "-": standard output; empty: nothing is written, only Outcome::outputs
  bool touch = false;                     ///< also write files whose bytes would not change, for the sake of their time
  /// With several, each output has `output` with its own extension. Pictures (png, svg) of several pages are numbered.
  std::vector<Format> formats = {Format::pdf};
  double resolution = 150;                ///< of png, in dots per inch
  std::size_t pages = 0;                  ///< fit the CV into so many pages, as the layout's `fit` allows; 0: as the layout says
  std::vector<std::string> font_folders = {};  ///< searched first, in order
  Print print = {};
  /// What the PDF keeps and says to keep; what a CV breaks of them is an error. Unset: PDF/UA-1 and PDF/A-2a, with `embed` PDF/A-3a.
  std::optional<Standards> standards = {};
  bool readable = false;                  ///< PDF streams without compression, for tests and the curious
  bool embed = false;                     ///< attach the CV's data to the PDF, without what is private: see extract()
  bool with_private = false;              ///< set the fields under `private`, too
  /// The document's date in its metadata, in seconds since 1970-01-01 00:00 UTC; unset: the day that the CV's `updated` names, else none.
  std::optional<std::int64_t> date = {};
  bool verify = false;                    ///< the PDF is written only if its text comes out of it again: see verify()
  /// Of Engine::render: told as each stage begins, in the thread that asked. May not throw.
  std::function<void(Stage)> progress = {};
  /// Of Engine::render: when true it ends as soon as it has a place to, with Status::stopped, and nothing is written. Before that it
  /// may be set from any thread, a signal or `progress`.
  const std::atomic<bool>* stop = nullptr;
  StageTimes* timings = nullptr;  ///< what each stage takes is added to it; must outlive the request
};

/// A file that was made.
struct Output {
  Format format = Format::pdf;
  std::size_t page = 0;     ///< of a picture, from 1; 0: the file is the whole document
  std::string path;         ///< empty: it was not written
  std::string bytes;
};

/// What can be counted of a document.
struct Report {
  std::size_t warnings = 0;
  std::size_t overfull = 0;        ///< lines that are too long for their measure
  std::size_t hyphens = 0;         ///< lines that end in a word that was divided
  std::vector<std::string> fonts;  ///< faces that are used, sorted
};

struct Outcome {
  Status status = Status::good;
  std::vector<Message> messages;
  std::string bytes;        ///< the rendered file (the first, of several), dump or listing; empty after an error
  std::vector<std::string> files;  ///< paths of what was rendered
  std::vector<Output> outputs;     ///< what was rendered, in the order of the request's formats
  std::vector<std::string> read;   ///< files that it depends on, fonts included, each once; after an error, too, with those that are missing
  Report report;                   ///< of what was rendered
  std::size_t pages = 0;
  std::string fitted;       ///< what fitting to a number of pages has changed: "gaps 64 %, leading 97 %"; empty: nothing
};

/// What there is to choose from in a CV.
struct Versions {
  Outcome outcome;
  std::vector<std::string> variants, languages;  ///< languages: the CV's own first
};

/// CVs x variants x languages x layouts x formats. Names of outputs follow from each job alone: adding a layout renames nothing.
struct BatchRequest {
  std::vector<std::string> cvs;                      ///< paths
  std::string manifest;                              ///< path of a YAML file that says some of this; what it says counts. Empty: none
  std::vector<std::string> layouts;                  ///< names or paths; "all": each that ships; empty: the variant's, else "classic"
  std::vector<std::string> variants;                 ///< names; "*": each that the CV has; empty: the whole CV
  std::vector<std::string> languages;                ///< codes; "*": each that the CV is written in; empty: its own
  std::string folder = ".";                          ///< for the outputs; made if it is not there
  /// Of an output in it; empty: "{stem}-{variant}-{language}-{layout}.{ext}", without variant and language where the batch has none.
  std::string name;
  Request each;                                      ///< what every job shares: formats, standards, pages, fonts
  unsigned workers = 0;                              ///< threads; 0: one a core
  bool resume = false;                               ///< skip what an earlier run over the same inputs has finished
  std::string report;                                ///< path of a JSON report; empty: none
  const std::atomic<bool>* stop = nullptr;           ///< when true no further job is begun
  /// Called after each job, from one thread at a time.
  std::function<void(const struct BatchProgress&)> progress = {};
};

/// A version of a CV in a layout, in all formats.
struct BatchJob {
  std::string cv, variant, language, layout;  ///< variant and language are empty where the batch has none
  std::vector<std::string> files;   ///< written, found unchanged, or skipped
  Status status = Status::good;
  std::vector<Message> messages;
  std::vector<std::string> read;    ///< files that it depends on, as in Outcome; unknown if it was skipped
  std::size_t pages = 0, bytes = 0;
  std::size_t warnings = 0, overfull = 0, hyphens = 0;
  std::vector<std::string> fonts;   ///< faces that are used, sorted
  double milliseconds = 0;
  bool unchanged = false;           ///< the files were there already with the same bytes
  bool skipped = false;             ///< resumed: finished by an earlier run
  bool done = false;                ///< false: not begun, because the batch was stopped
};

struct BatchProgress {
  const BatchJob* job = nullptr;
  std::size_t done = 0, of = 0;
};

struct BatchOutcome {
  Status status = Status::good;    ///< of the first job that failed, in the order of the request
  std::vector<Message> messages;   ///< about the request itself
  std::vector<std::string> read;   ///< files that all jobs depend on: the manifest, and what is wrong before the first job
  std::vector<BatchJob> jobs;      ///< in the order of the request: CVs, variants, languages, then layouts
  bool stopped = false;
};

/// A finished PDF that is to be looked at.
struct Verification {
  std::string pdf;       ///< path; "-": standard input
  std::string cv;        ///< the data it was made from; empty: those inside it, or only what the file itself tells is checked
  std::string layout;    ///< empty: the one that the PDF names, else the variant's, else "classic"
  std::vector<std::string> font_folders;
  bool print = false;    ///< whether a print shop can use it: boxes, colours, resolution of images, thin lines
  Version version = {};  ///< of `cv`
};

/// CVs that are to be looked through without being set.
struct Check {
  std::vector<std::string> cvs = {};  ///< paths
  Request each = {};              ///< the layout that fields are compared with, changes, a version (empty: each)
  bool strict = false;            ///< warnings count as errors
};

/// A CV to begin one's own with.
struct NewCv {
  std::string name = {};          ///< of the person
  std::string kind = "industry";  ///< one of the starters in data/starters
  std::string language = "en";
  std::string layout = {};        ///< that it is to be rendered in, for what is said; empty: the usual one
  std::string output = {};        ///< path of the file; empty: "jane-doe.yaml" for Jane Doe
};

/// A CV that is to be written in another format: "galley", "json-resume", "rendercv", "markdown", "html", "docx" or "text".
struct Conversion {
  Request each = {};              ///< `cv` and `output`; the version; the layout whose looks count, where the format has any
  std::string from = {};          ///< "bibtex" or "csl-json" for bibliographies; other files are known by their content
  std::string to = {};            ///< empty: told by the output's extension
};

/// One CV in many layouts at a glance.
struct Preview {
  Request each;                                 ///< the CV, fonts, changes to the layouts; `output` takes a PNG file
  std::vector<std::string> layouts = {"all"};
  int columns = 4;                              ///< pictures side by side
  int width = 320;                              ///< of a picture, in dots
};

}  // namespace galley
