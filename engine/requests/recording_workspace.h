// A workspace that remembers which files were read through it: what a request depends on.
#pragma once

#include <string>
#include <vector>

#include "source/workspace.h"

namespace galley {

/// A file that something was made of, and its stamp (Workspace::stamp) from before it was read. Without a stamp it has to be
/// read again each time.
struct StampedFile {
  std::string path, stamp;
};

/// For one request, so for one thread. Whatever is read counts, also what turns out to be missing: once it is there, the
/// request gives something else. Standard input is no file.
class RecordingWorkspace final : public Workspace {
 public:
  /// `files` must outlive it.
  explicit RecordingWorkspace(Workspace& files) : files_(files) {}

  /// In the order of reading.
  [[nodiscard]] const std::vector<StampedFile>& read_files() const { return read_; }
  /// Adds what was read elsewhere for this request, now or, if it was kept, earlier.
  void note(const std::vector<StampedFile>& files) { read_.insert(read_.end(), files.begin(), files.end()); }
  void note(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) read_.push_back({path, {}});
  }

  ReadResult read(const std::string& path, std::size_t limit) override {
    if (path != "-") read_.push_back({path, files_.stamp(path)});
    return files_.read(path, limit);
  }
  std::vector<std::string> list(const std::string& folder) override { return files_.list(folder); }
  bool is_folder(const std::string& path) override { return files_.is_folder(path); }
  std::string stamp(const std::string& path) override { return files_.stamp(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return files_.is_same_file(a, b); }
  std::string write(const std::string& path, std::string_view bytes) override { return files_.write(path, bytes); }
  std::string append(const std::string& path, std::string_view bytes) override { return files_.append(path, bytes); }
  std::string make_folder(const std::string& path) override { return files_.make_folder(path); }

 private:
  Workspace& files_;
  std::vector<StampedFile> read_;
};

}  // namespace galley
