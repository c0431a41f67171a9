#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <array>
#include <cerrno>
#include <csignal>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "source/workspace.h"

namespace galley {
namespace {

/// The reason in words for the errors that users meet; others by number, since strerror() follows the locale.
std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file or folder";
    case ENOTDIR:
      return "a part of the path is not a folder";
    case EISDIR:
      return "is a folder";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "the file system is read-only";
    case ENOSPC:
    case EDQUOT:
      return "no space left on the device";
    case EFBIG:
      return "the file would be larger than allowed";
    case ELOOP:
      return "too many symbolic links";
    case ENAMETOOLONG:
      return "the name is too long";
    case ENXIO:
      return "nobody reads from the other end";
    case EPIPE:
      return "the reader has gone away";
    case EMFILE:
    case ENFILE:
      return "too many open files";
    case EIO:
      return "the device reports an error";
    default:
      return "system error " + std::to_string(error);
  }
}

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  /// Gives the number away, for somebody else to close.
  [[nodiscard]] int release() { return std::exchange(number_, -1); }
  /// Closes now; false when the system reports that written data were lost (network file systems tell only here).
  [[nodiscard]] bool close() {
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0;
  }

 private:
  int number_;
};

int open_retrying(const std::string& path, int flags, mode_t mode = 0) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, mode);
  } while (number < 0 && errno == EINTR);
  return number;
}

/// Everything up to the end of the file, at most `limit` bytes.
ReadResult read_all(int descriptor, std::size_t expected, std::size_t limit) {
  ReadResult result;
  std::string bytes;
  bytes.reserve(std::min(expected, limit));
  std::array<char, 16384> chunk;  // not cleared: what is read is written over
  while (true) {
    const ssize_t count = ::read(descriptor, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {std::nullopt, reason(errno), false};
    if (count == 0) break;
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limit) return {std::nullopt, "is larger than " + describe_size(limit), false, true};
  }
  result.bytes = std::move(bytes);
  return result;
}

/// Empty on success.
std::string write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), std::min<std::size_t>(bytes.size(), SSIZE_MAX));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return reason(errno);
    if (count == 0) return "nothing could be written";
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Holds back the signals that end a program, so that none does while a file of ours lies about under a name that is not its own.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&held, signal);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

std::string temporary_name(const std::string& folder, int number) { return folder + "/.galley-" + std::to_string(number) + ".tmp"; }

/// Deletes a temporary file whose writer was killed: nobody holds its lock. Whoever holds it may delete the name, since a
/// writer keeps its own lock until the file has another.
void delete_if_left(const std::string& path) {
  const Descriptor descriptor(open_retrying(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
  if (!descriptor.is_open() || ::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) return;
  struct stat opened {}, named {};
  if (::fstat(descriptor.get(), &opened) != 0 || ::lstat(path.c_str(), &named) != 0) return;
  if (S_ISREG(opened.st_mode) && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino) ::unlink(path.c_str());
}

/// A new file beside the one to replace, locked as long as it is. It has no name before it is whole, where the file system
/// can do that; elsewhere it is deleted again unless renamed. What a killed process leaves the next one deletes.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& target) : folder_(folder_of(target)), descriptor_(open_nameless(folder_)) {
    delete_those_left();
    if (descriptor_.is_open()) {
      ::flock(descriptor_.get(), LOCK_EX);
    } else {
      descriptor_ = Descriptor(with_free_name([](const char* path) { return open_locked(path); }));
    }
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  [[nodiscard]] Descriptor& descriptor() { return descriptor_; }

  /// Closes the file and puts it in the place of `target`; false with errno set on failure.
  [[nodiscard]] bool rename_to(const std::string& target) {
    if (path_.empty()) {
      const std::string self = "/proc/self/fd/" + std::to_string(descriptor_.get());
      const auto link = [&](const char* path) { return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path, AT_SYMLINK_FOLLOW); };
      if (with_free_name(link) != 0) return false;
    }
    const Descriptor lock(::fcntl(descriptor_.get(), F_DUPFD_CLOEXEC, 0));
    if (!descriptor_.close() || ::rename(path_.c_str(), target.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  static constexpr int kMostNames = 1000;
  /// Names that are looked at for files that were left: as many as threads write into one folder, mostly.
  static constexpr int kLookedAt = 16;

  /// Naming it later goes through /proc (open(2), O_TMPFILE).
  static int open_nameless(const std::string& folder) {
    return ::access("/proc/self/fd", X_OK) == 0 ? open_retrying(folder, O_WRONLY | O_TMPFILE, 0666) : -1;
  }

  /// Somebody may have taken the file for one that was left before it was locked: then the name is free again.
  static int open_locked(const char* path) {
    while (true) {
      Descriptor made(open_retrying(path, O_WRONLY | O_CREAT | O_EXCL, 0666));
      struct stat status {};
      if (!made.is_open() || ::flock(made.get(), LOCK_EX) != 0 || ::fstat(made.get(), &status) != 0 || status.st_nlink > 0) return made.release();
    }
  }

  void delete_those_left() const {
    for (int number = 0; number < kLookedAt; ++number) {
      const std::string path = temporary_name(folder_, number);
      if (::access(path.c_str(), F_OK) == 0) delete_if_left(path);
    }
  }

  /// What `make` gives for the first name that is free.
  template <typename Make>
  int with_free_name(Make make) {
    int made = -1;
    for (int attempt = 0; attempt < kMostNames && made < 0; ++attempt) {
      path_ = temporary_name(folder_, attempt);
      made = make(path_.c_str());
      if (made < 0 && errno != EEXIST) break;
    }
    if (made < 0) path_.clear();
    return made;
  }

  SignalsHeld signals_held_;  // until all else is cleared away
  std::string folder_, path_;
  Descriptor descriptor_;
};

/// `old_mode`: the permissions of the file to replace, if there is one.
std::string replace_file(const std::string& target, std::string_view bytes, std::optional<mode_t> old_mode) {
  TemporaryFile temporary(target);
  const Descriptor& descriptor = temporary.descriptor();
  if (!descriptor.is_open()) return reason(errno);
  if (old_mode && ::fchmod(descriptor.get(), *old_mode) != 0) return reason(errno);
  if (std::string why = write_all(descriptor.get(), bytes); !why.empty()) return why;
  return temporary.rename_to(target) ? std::string() : reason(errno);
}

/// How long a FIFO is given to get a reader, which may be started in the same moment.
constexpr int kPatience = 100;                 // times
constexpr useconds_t kBetweenLooks = 20'000;  // microseconds

/// Opening a FIFO would wait for ever where nobody reads.
int open_for_writing(const std::string& path) {
  int number = open_retrying(path, O_WRONLY | O_NONBLOCK);
  for (int i = 0; number < 0 && errno == ENXIO && i < kPatience; ++i) {
    ::usleep(kBetweenLooks);
    number = open_retrying(path, O_WRONLY | O_NONBLOCK);
  }
  if (number >= 0) ::fcntl(number, F_SETFL, ::fcntl(number, F_GETFL) & ~O_NONBLOCK);
  return number;
}

/// Devices and FIFOs: a rename would put a regular file in their place (and root has the right to do it).
std::string write_directly(const std::string& path, std::string_view bytes) {
  Descriptor descriptor(open_for_writing(path));
  if (!descriptor.is_open()) return reason(errno);
  if (std::string why = write_all(descriptor.get(), bytes); !why.empty()) return why;
  return descriptor.close() ? std::string() : reason(errno);
}

/// The file that a symbolic link means in the end; other paths stay as they are. Empty with errno set on failure.
std::string follow_links(std::string path) {
  constexpr int kMostLinks = 40;  // what Linux allows
  for (int links = 0; links < kMostLinks; ++links) {
    std::array<char, PATH_MAX> buffer{};
    const ssize_t length = ::readlink(path.c_str(), buffer.data(), buffer.size());
    if (length < 0) return path;  // not a link, or missing: opening it will tell
    const std::string next(buffer.data(), static_cast<std::size_t>(length));
    path = next.starts_with('/') ? next : folder_of(path).append("/").append(next);
  }
  errno = ELOOP;
  return {};
}

/// Package managers rename new files into place; others may cut a file short, and then reading the mapping ends the program.
bool only_root_writes(const struct stat& status) { return status.st_uid == 0 && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0; }

/// Nothing where the file is better read.
std::optional<SharedBytes> mapped(const std::string& path, std::size_t limit) {
  const Descriptor descriptor(open_retrying(path, O_RDONLY | O_NONBLOCK));
  struct stat status {};
  if (!descriptor.is_open() || ::fstat(descriptor.get(), &status) != 0 || !S_ISREG(status.st_mode) || !only_root_writes(status)) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0 || size > limit) return std::nullopt;
  void* begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.get(), 0);
  if (begin == MAP_FAILED) return std::nullopt;
  const std::shared_ptr<const void> keeper(begin, [size](void* at) { ::munmap(at, size); });
  return SharedBytes(keeper, {static_cast<const char*>(begin), size});
}

std::optional<std::string> refusal(const std::string& path) {
  if (path.empty()) return "the name is empty";
  if (path.find('\0') != std::string::npos) return "the name holds a zero byte";
  return std::nullopt;
}

}  // namespace

ReadResult DiskWorkspace::read(const std::string& path, std::size_t limit) {
  if (path == "-") return read_all(STDIN_FILENO, 0, limit);
  if (const auto why = refusal(path)) return {std::nullopt, *why, false};
  // Not blocking: opening a FIFO that nobody writes to would wait for ever.
  const Descriptor descriptor(open_retrying(path, O_RDONLY | O_NONBLOCK));
  if (!descriptor.is_open()) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return {std::nullopt, missing ? "no such file" : reason(errno), missing};
  }
  struct stat status {};
  if (::fstat(descriptor.get(), &status) != 0) return {std::nullopt, reason(errno), false};
  if (S_ISDIR(status.st_mode)) return {std::nullopt, "is a folder", false};
  if (!S_ISREG(status.st_mode)) return {std::nullopt, "is not a regular file", false};
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > limit) return {std::nullopt, "is larger than " + describe_size(limit), false, true};
  return read_all(descriptor.get(), size, limit);
}

MapResult DiskWorkspace::map(const std::string& path, std::size_t limit) {
  if (std::optional<SharedBytes> bytes = mapped(path, limit)) return {std::move(bytes), {}, false};
  return Workspace::map(path, limit);
}

std::vector<std::string> DiskWorkspace::list(const std::string& folder) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()), &::closedir);
  if (!stream) return names;
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string name = static_cast<const char*>(entry->d_name);
    struct stat status {};
    if (::stat(std::string(folder).append("/").append(name).c_str(), &status) == 0 && S_ISREG(status.st_mode))
      names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool DiskWorkspace::is_same_file(const std::string& a, const std::string& b) {
  struct stat first {}, second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

std::string DiskWorkspace::stamp(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  std::string stamp;
  for (const long long part : {static_cast<long long>(status.st_dev), static_cast<long long>(status.st_ino), static_cast<long long>(status.st_size),
                               static_cast<long long>(status.st_mtim.tv_sec), static_cast<long long>(status.st_mtim.tv_nsec),
                               static_cast<long long>(status.st_ctim.tv_sec), static_cast<long long>(status.st_ctim.tv_nsec)})
    stamp += std::to_string(part) + ' ';
  return stamp;
}

bool DiskWorkspace::is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string DiskWorkspace::write(const std::string& path, std::string_view bytes) {
  if (path == "-") return write_all(STDOUT_FILENO, bytes);
  if (const auto why = refusal(path)) return *why;
  const std::string target = follow_links(path);
  if (target.empty()) return reason(errno);
  struct stat status {};
  if (::lstat(target.c_str(), &status) != 0) {
    if (errno != ENOENT) return reason(errno);
    return replace_file(target, bytes, std::nullopt);
  }
  if (S_ISDIR(status.st_mode)) return "is a folder";
  if (S_ISREG(status.st_mode)) return replace_file(target, bytes, status.st_mode & 07777U);
  if (S_ISCHR(status.st_mode) || S_ISFIFO(status.st_mode)) return write_directly(target, bytes);
  return "is not a file that can be written";
}

std::string DiskWorkspace::append(const std::string& path, std::string_view bytes) {
  if (const auto why = refusal(path)) return *why;
  Descriptor descriptor(open_retrying(path, O_WRONLY | O_CREAT | O_APPEND, 0666));
  if (!descriptor.is_open()) return reason(errno);
  if (std::string why = write_all(descriptor.get(), bytes); !why.empty()) return why;
  return descriptor.close() ? std::string() : reason(errno);
}

std::string DiskWorkspace::make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return error.message();
  return is_folder(path) ? std::string() : "is not a folder";
}

}  // namespace galley
