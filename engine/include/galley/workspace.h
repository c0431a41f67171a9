// The engine's only door to the world outside: files. Disk for users, memory for programs that have their data elsewhere and
// for tests.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley {

struct ReadResult {
  std::optional<std::string> bytes;
  std::string why;       ///< when there are no bytes: "no such file", "is a folder", "larger than 8 MB" …
  bool missing = false;  ///< the name does not exist (and may be looked for elsewhere)
  bool too_large = false;  ///< larger than was asked for
};

/// Bytes that do not change and stay as long as somebody holds a copy of this.
class SharedBytes {
 public:
  SharedBytes() = default;
  SharedBytes(std::string bytes);  // NOLINT(google-explicit-constructor): bytes are bytes
  /// What `keeper` keeps.
  SharedBytes(std::shared_ptr<const void> keeper, std::string_view bytes) : keeper_(std::move(keeper)), bytes_(bytes) {}
  [[nodiscard]] std::string_view view() const { return bytes_; }

 private:
  std::shared_ptr<const void> keeper_;
  std::string_view bytes_;
};

/// As ReadResult.
struct MapResult {
  std::optional<SharedBytes> bytes;
  std::string why;
  bool missing = false;
};

/// To give the engine files from elsewhere, derive from it. All functions may be called by several threads at once.
class Workspace {
 public:
  Workspace() = default;
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  virtual ~Workspace() = default;

  /// The whole of a regular file of at most `limit` bytes. Folders, FIFOs and devices are refused, "-" is standard
  /// input.
  virtual ReadResult read(const std::string& path, std::size_t limit) = 0;
  /// The same for a file of which only parts are looked at, as of a font. By default it is read.
  virtual MapResult map(const std::string& path, std::size_t limit);
  /// Names (not paths) of the regular files in a folder, sorted; empty when there is no such folder.
  virtual std::vector<std::string> list(const std::string& folder) = 0;
  virtual bool is_folder(const std::string& path) = 0;
  /// Changes whenever the file's bytes do, and costs far less than reading them: what was made of a file is good for as long
  /// as its stamp is the same. Empty: not known, so the file is read each time.
  virtual std::string stamp(const std::string& path) { return static_cast<void>(path), std::string(); }
  /// Whether two names mean one existing file.
  virtual bool is_same_file(const std::string& a, const std::string& b) = 0;
  /// Replaces the file whole or leaves it as it was; "-" is standard output. Empty on success, else why it failed.
  virtual std::string write(const std::string& path, std::string_view bytes) = 0;
  /// Adds to the end of a file, which is made if it is missing. Empty on success, else why it failed.
  virtual std::string append(const std::string& path, std::string_view bytes) = 0;
  /// Makes a folder and those above it. Empty on success or when it is there, else why it failed.
  virtual std::string make_folder(const std::string& path) = 0;
};

/// The machine's file system. Writing goes to a new file in the same folder that is renamed into place; devices and FIFOs
/// are written directly, symbolic links are followed, a half-written file never stays behind. Nothing is flushed to the
/// disk (fsync): what is lost with the machine's power can be made again, and waiting would take longer than setting a CV.
class DiskWorkspace final : public Workspace {
 public:
  ReadResult read(const std::string& path, std::size_t limit) override;
  /// Maps files that only the system's administrator can change, and reads others: those are not cut short while they are in
  /// use, which would end the program.
  MapResult map(const std::string& path, std::size_t limit) override;
  std::vector<std::string> list(const std::string& folder) override;
  bool is_folder(const std::string& path) override;
  /// Of device, inode, size and times of change.
  std::string stamp(const std::string& path) override;
  bool is_same_file(const std::string& a, const std::string& b) override;
  std::string write(const std::string& path, std::string_view bytes) override;
  std::string append(const std::string& path, std::string_view bytes) override;
  std::string make_folder(const std::string& path) override;
};

/// Files by path. A path with files below it is a folder.
///   MemoryWorkspace files{{"cv.yaml", "name: Ada\n"}, {"layouts/mine.yaml", ""}};
class MemoryWorkspace final : public Workspace {
 public:
  MemoryWorkspace() = default;
  MemoryWorkspace(std::initializer_list<std::pair<const std::string, std::string>> content) : files(content) {}
  explicit MemoryWorkspace(std::map<std::string, std::string> content) : files(std::move(content)) {}
  ReadResult read(const std::string& path, std::size_t limit) override;
  std::vector<std::string> list(const std::string& folder) override;
  bool is_folder(const std::string& path) override;
  std::string stamp(const std::string& path) override;
  bool is_same_file(const std::string& a, const std::string& b) override;
  std::string write(const std::string& path, std::string_view bytes) override;
  std::string append(const std::string& path, std::string_view bytes) override;
  std::string make_folder(const std::string&) override { return {}; }

  /// To be looked at and changed while nobody uses the workspace.
  std::map<std::string, std::string> files;
  std::string refuse_writes;  ///< not empty: every write fails with this reason

 private:
  [[nodiscard]] bool holds_folder(const std::string& path) const;
  std::mutex mutex_;  // over `files`
};

}  // namespace galley
