#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "source/workspace.h"

namespace galley {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

/// An empty folder that is removed afterwards.
class DiskWorkspaceTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "galley-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override {
    ::chmod(folder_.c_str(), 0700);
    fs::remove_all(folder_);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return folder_ + '/' + name; }
  [[nodiscard]] std::string content(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
  }
  void put(const std::string& name, const std::string& text) const { std::ofstream(path(name)) << text; }
  [[nodiscard]] unsigned mode(const std::string& name) const {
    struct stat status {};
    ::stat(path(name).c_str(), &status);
    return status.st_mode & 07777U;
  }
  /// All names in the folder, hidden ones too: nothing temporary may stay behind.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_)) all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
  }

  std::string folder_;
  DiskWorkspace disk_;
};

TEST_F(DiskWorkspaceTest, ReadsARegularFile) {
  const std::string text = std::string(200'000, 'x') + '\0' + "end";
  put("a", text);
  EXPECT_EQ(disk_.read(path("a"), 1U << 20U).bytes, text);
  EXPECT_EQ(disk_.read(path("a"), text.size()).bytes, text);
}

TEST_F(DiskWorkspaceTest, RefusesWhatIsNoFile) {
  put("large", "12345");
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  ASSERT_EQ(::symlink("loop", path("loop").c_str()), 0);
  EXPECT_EQ(disk_.read(path("large"), 4).why, "is larger than 4 bytes");
  EXPECT_EQ(disk_.read(folder_, 100).why, "is a folder");
  EXPECT_EQ(disk_.read(path("fifo"), 100).why, "is not a regular file") << "and does not wait for a writer";
  EXPECT_EQ(disk_.read("/dev/zero", 100).why, "is not a regular file");
  EXPECT_EQ(disk_.read(path("loop"), 100).why, "too many symbolic links");
  EXPECT_EQ(disk_.read("", 100).why, "the name is empty");
  EXPECT_EQ(disk_.read(std::string("a\0b", 3), 100).why, "the name holds a zero byte");
}

TEST_F(DiskWorkspaceTest, RefusesASparseGiantWithoutReadingIt) {
  put("giant", "");
  ASSERT_EQ(::truncate(path("giant").c_str(), 5LL << 30), 0);
  EXPECT_EQ(disk_.read(path("giant"), 8U << 20U).why, "is larger than 8 MB");
}

TEST_F(DiskWorkspaceTest, TellsMissingFromUnreadable) {
  put("file", "");
  EXPECT_TRUE(disk_.read(path("nothing"), 100).missing);
  EXPECT_TRUE(disk_.read(path("file/below"), 100).missing);
  EXPECT_FALSE(disk_.read(folder_, 100).missing);
}

TEST_F(DiskWorkspaceTest, FollowsLinksWhenReading) {
  put("target", "text");
  ASSERT_EQ(::symlink("target", path("link").c_str()), 0);
  EXPECT_EQ(disk_.read(path("link"), 100).bytes, "text");
}

TEST_F(DiskWorkspaceTest, ListsRegularFilesSorted) {
  put("b", "");
  put("a", "");
  fs::create_directory(path("c"));
  EXPECT_THAT(disk_.list(folder_), ElementsAre("a", "b"));
  EXPECT_THAT(disk_.list(path("none")), IsEmpty());
  EXPECT_TRUE(disk_.is_folder(path("c")));
  EXPECT_FALSE(disk_.is_folder(path("a")));
}

TEST_F(DiskWorkspaceTest, WritesANewFileUnderTheUmask) {
  const mode_t old = ::umask(027);
  EXPECT_EQ(disk_.write(path("a"), "text"), "");
  ::umask(old);
  EXPECT_EQ(content("a"), "text");
  EXPECT_EQ(mode("a"), 0640U);
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(DiskWorkspaceTest, ReplacesAFileAndKeepsItsMode) {
  put("a", "something longer");
  ::chmod(path("a").c_str(), 0604);
  EXPECT_EQ(disk_.write(path("a"), "new"), "");
  EXPECT_EQ(content("a"), "new");
  EXPECT_EQ(mode("a"), 0604U);
}

TEST_F(DiskWorkspaceTest, AReaderOfTheOldFileKeepsIt) {
  put("a", "old");
  std::ifstream reader(path("a"));
  EXPECT_EQ(disk_.write(path("a"), "new"), "");
  std::string text;
  reader >> text;
  EXPECT_EQ(text, "old") << "replaced whole, not overwritten";
}

TEST_F(DiskWorkspaceTest, ReplacesTheTargetOfALink) {
  fs::create_directory(path("sub"));
  put("sub/target", "old");
  ASSERT_EQ(::symlink("sub/target", path("link").c_str()), 0);
  ASSERT_EQ(::symlink("link", path("second").c_str()), 0);
  EXPECT_EQ(disk_.write(path("second"), "new"), "");
  EXPECT_TRUE(fs::is_symlink(path("second")));
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(content("sub/target"), "new");
}

TEST_F(DiskWorkspaceTest, CreatesTheTargetOfADanglingLink) {
  ASSERT_EQ(::symlink("target", path("link").c_str()), 0);
  EXPECT_EQ(disk_.write(path("link"), "new"), "");
  EXPECT_EQ(content("target"), "new");
}

TEST_F(DiskWorkspaceTest, WritesNothingWhereItCannot) {
  ASSERT_EQ(::symlink("loop", path("loop").c_str()), 0);
  put("file", "old");
  EXPECT_EQ(disk_.write(folder_, "x"), "is a folder");
  EXPECT_EQ(disk_.write(path("none/a"), "x"), "no such file or folder");
  EXPECT_EQ(disk_.write(path("file/a"), "x"), "a part of the path is not a folder");
  EXPECT_EQ(disk_.write(path("loop"), "x"), "too many symbolic links");
  EXPECT_EQ(disk_.write("", "x"), "the name is empty");
  EXPECT_THAT(names(), ElementsAre("file", "loop"));
}

TEST_F(DiskWorkspaceTest, AFullDeviceIsAnErrorAndStaysADevice) {
  EXPECT_EQ(disk_.write("/dev/full", "x"), "no space left on the device");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
  EXPECT_EQ(disk_.write("/dev/null", "x"), "");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(DiskWorkspaceTest, WritesIntoAFifo) {
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  std::string received;
  std::thread reader([&] { received = content("fifo"); });
  EXPECT_EQ(disk_.write(path("fifo"), "text"), "");
  reader.join();
  EXPECT_EQ(received, "text");
  EXPECT_TRUE(fs::is_fifo(path("fifo")));
}

TEST_F(DiskWorkspaceTest, AFifoWithoutReaderIsAnError) {
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  EXPECT_EQ(disk_.write(path("fifo"), "text"), "nobody reads from the other end");
}

TEST_F(DiskWorkspaceTest, AKilledProcessLeavesNothingBehind) {
  const int nameless = ::open(folder_.c_str(), O_WRONLY | O_TMPFILE, 0600);
  if (nameless < 0) GTEST_SKIP() << "this file system has no files without a name";
  ::close(nameless);
  put("cv.pdf", "old");
  const pid_t child = ::fork();
  if (child == 0) {  // ended by the system in the midst of writing
    const rlimit most{4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &most);
    std::signal(SIGXFSZ, SIG_DFL);
    static_cast<void>(disk_.write(path("cv.pdf"), std::string(1U << 20U, 'x')));
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_THAT(names(), ElementsAre("cv.pdf"));
  EXPECT_EQ(content("cv.pdf"), "old");
}

TEST_F(DiskWorkspaceTest, AFailedWriteLeavesTheOldFileAndNothingElse) {
  put("a", "old");
  // A child process, since the limit on file sizes holds for the whole of a process.
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const std::string why = disk_.write(path("a"), std::string(5000, 'x'));
    ::_exit(why == "the file would be larger than allowed" ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(content("a"), "old");
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(DiskWorkspaceTest, WhatAKilledProcessLeftIsDeleted) {
  for (const char* left : {".galley-0.tmp", ".galley-5.tmp"}) put(left, "half");
  put(".galley-notes.tmp", "somebody's own");
  EXPECT_EQ(disk_.write(path("a"), "text"), "");
  EXPECT_THAT(names(), ElementsAre(".galley-notes.tmp", "a"));
}

TEST_F(DiskWorkspaceTest, WhatOthersAreWritingIsLeftToThem) {
  put(".galley-0.tmp", "in work");
  const int writer = ::open(path(".galley-0.tmp").c_str(), O_WRONLY | O_CLOEXEC);
  ASSERT_EQ(::flock(writer, LOCK_EX), 0);
  EXPECT_EQ(disk_.write(path("a"), "text"), "");
  EXPECT_THAT(names(), ElementsAre(".galley-0.tmp", "a"));
  EXPECT_EQ(content(".galley-0.tmp"), "in work");
  ::close(writer);
}

/// Runs `action` with `descriptor` (0 or 1) tied to an end of a pipe; restores it afterwards.
template <typename Action>
void with_descriptor(int descriptor, int replacement, Action action) {
  const int kept = ::dup(descriptor);
  ::dup2(replacement, descriptor);
  action();
  ::dup2(kept, descriptor);
  ::close(kept);
}

TEST_F(DiskWorkspaceTest, ADashIsStandardInput) {
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  ASSERT_EQ(::write(pipe[1], "name: Ada\n", 10), 10);
  ::close(pipe[1]);
  with_descriptor(STDIN_FILENO, pipe[0], [&] { EXPECT_EQ(disk_.read("-", 100).bytes, "name: Ada\n"); });
  ::close(pipe[0]);
}

TEST_F(DiskWorkspaceTest, StandardInputHasALimitToo) {
  const int zeros = ::open("/dev/zero", O_RDONLY | O_CLOEXEC);
  with_descriptor(STDIN_FILENO, zeros, [&] { EXPECT_EQ(disk_.read("-", 1000).why, "is larger than 1000 bytes"); });
  ::close(zeros);
}

TEST_F(DiskWorkspaceTest, ADashIsStandardOutput) {
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  with_descriptor(STDOUT_FILENO, pipe[1], [&] { EXPECT_EQ(disk_.write("-", "text"), ""); });
  ::close(pipe[1]);
  std::array<char, 10> buffer{};
  EXPECT_EQ(::read(pipe[0], buffer.data(), buffer.size()), 4);
  EXPECT_STREQ(buffer.data(), "text");
  ::close(pipe[0]);
}

}  // namespace
}  // namespace galley
