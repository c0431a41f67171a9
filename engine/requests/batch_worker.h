// One thread's share of a batch. Keeps what jobs have in common: kinds, layouts, phrases, open fonts, shaped words.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "requests/pipeline.h"
#include "requests/session.h"
#include "export/pdf/standards.h"
#include "galley/galley.h"

namespace galley {

class BatchWorker {
 public:
  BatchWorker(std::unique_ptr<Workspace> workspace, const BatchRequest& request, const Standards& standards);

  /// False with messages in `session` if the built-in tables or a layout cannot be read.
  bool prepare();
  /// The message of what prepare() could not read.
  [[nodiscard]] Outcome trouble() const { return outcome_of(session_); }

  /// Renders `job`, whose CV and layout are given, and writes its files; `outputs`: their paths.
  void run(BatchJob& job, const std::map<Format, std::string>& outputs);

  /// What the job's result hangs on, as 32 hexadecimal digits; empty when the CV cannot be read.
  std::string fingerprint(const BatchJob& job);
  Workspace& workspace() { return *workspace_; }

 private:
  /// Fonts by the folder of the CV, which is searched for them first.
  struct Type {
    std::unique_ptr<FontBook> fonts;
    std::unique_ptr<Shaper> shaper;
  };
  /// A CV as it was read, for its jobs in other layouts, which follow.
  struct ReadCv {
    std::string path;
    std::optional<Cv> cv;
    Diagnostics heard;         ///< what there was to say of it: each job says it again
    std::size_t sources = 0;   ///< of the session, the CV's among them
  };
  const ReadCv& read_cv_of(const BatchJob& job);
  Type& type_for(const std::string& cv);
  /// The pictures that a CV names, one after the other: for the fingerprint.
  std::string picture_bytes(const BatchJob& job, const std::string& text);
  std::optional<Inputs> read(const BatchJob& job);
  void write(BatchJob& job, const std::vector<struct OutputFile>& files);

  std::unique_ptr<Workspace> workspace_;
  const BatchRequest& request_;
  Standards standards_;
  Session session_;
  std::size_t kept_sources_ = 0;
  std::optional<Kinds> kinds_;
  std::optional<Catalogue> catalogue_;
  std::map<std::string, Layout> layouts_;
  std::map<std::string, std::string> layout_texts_;  ///< the files it is made of, for fingerprints
  std::map<std::string, Language> languages_;
  std::map<std::string, Type> type_;
  ReadCv cv_;
  std::size_t jobs_begun_ = 0;
};

}  // namespace galley
