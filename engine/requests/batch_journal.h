// What a batch has finished, one JSON array a line: ["fingerprint", "path of an output", …]. A kill can tear only the last line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "source/workspace.h"

namespace galley {

class BatchJournal {
 public:
  /// In the folder for outputs.
  BatchJournal(Workspace& workspace, const std::string& folder);

  /// Begins an empty journal. Empty on success, else why it cannot be written.
  std::string begin();
  /// Takes over what an earlier run has finished.
  void resume();
  /// The files of a finished job, if all are still there; empty otherwise.
  [[nodiscard]] std::vector<std::string> finished(const std::string& fingerprint) const;
  /// Not thread-safe.
  void add(const std::string& fingerprint, const std::vector<std::string>& files);

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  Workspace& workspace_;
  std::string path_;
  std::map<std::string, std::vector<std::string>> finished_;
};

}  // namespace galley
