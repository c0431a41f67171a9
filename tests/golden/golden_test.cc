// Whole CVs against what every stage made of them when somebody last looked: see README.md.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "build/build.h"

namespace galley {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(GALLEY_SOURCE_DIR) / "tests/golden";

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// What is the same at both ends left out but for two lines of it: "- expected" and "+ made" of what is between.
std::string difference(const std::string& expected, const std::string& made) {
  constexpr std::size_t kContext = 2, kMost = 30;
  const std::vector<std::string> a = lines_of(expected), b = lines_of(made);
  std::size_t same = 0, tail = 0;
  const std::size_t shorter = std::min(a.size(), b.size());
  while (same < shorter && a[same] == b[same]) ++same;
  while (same + tail < shorter && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  std::string out = "from line " + std::to_string(same + 1) + ":\n";
  for (std::size_t i = same - std::min(same, kContext); i < same; ++i) out += "  " + a[i] + '\n';
  const auto show = [&](const char* mark, const std::vector<std::string>& lines) {
    const std::size_t end = lines.size() - tail;
    for (std::size_t i = same; i < std::min(end, same + kMost); ++i) out += mark + lines[i] + '\n';
    if (end > same + kMost) out += std::string(mark) + "… and " + std::to_string(end - same - kMost) + " lines more\n";
  };
  show("- ", a);
  show("+ ", b);
  for (std::size_t i = a.size() - tail; i < std::min(a.size(), a.size() - tail + kContext); ++i) out += "  " + a[i] + '\n';
  return out;
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// The case's own files under short names, so that messages are the same wherever the repository lies; fonts from disk.
class CaseWorkspace final : public Workspace {
 public:
  explicit CaseWorkspace(fs::path folder) : folder_(std::move(folder)) {}

  ReadResult read(const std::string& path, std::size_t limit) override { return disk_.read(real(path), limit); }
  std::vector<std::string> list(const std::string& folder) override { return disk_.list(folder); }
  bool is_folder(const std::string& path) override { return disk_.is_folder(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return a == b; }
  std::string write(const std::string&, std::string_view) override { return "a golden test writes nothing"; }

 private:
  [[nodiscard]] std::string real(const std::string& path) const {
    return path == "cv.yaml" || path == "layout.yaml" ? (folder_ / path).string() : path;
  }

  fs::path folder_;
  DiskWorkspace disk_;
};

class Golden : public testing::TestWithParam<std::string> {
 protected:
  /// The stages that every case shows; a case shows the others for which it has a file.
  static constexpr const char* kAlways[] = {"pages", "tags", "text"};

  [[nodiscard]] fs::path folder() const { return kFolder / GetParam(); }

  Outcome dump(const std::string& stage) {
    CaseWorkspace files(folder());
    Request request;
    request.cv = "cv.yaml";
    if (fs::exists(folder() / "layout.yaml")) request.layout = "layout.yaml";
    return galley::dump(request, stage, files);
  }

  void compare(const std::string& name, const std::string& made, bool rebaseline) {
    const fs::path path = folder() / (name + ".txt");
    if (rebaseline) {
      std::ofstream(path, std::ios::binary) << made;
      return;
    }
    const std::string expected = content(path);
    if (made != expected) ADD_FAILURE() << path.string() << ", " << difference(expected, made);
  }
};

TEST_P(Golden, IsAsItWasReviewed) {
  const bool rebaseline = std::getenv("GALLEY_REBASELINE") != nullptr;
  std::string messages;
  for (const std::string& stage : dump_stages()) {
    const bool always = std::find(std::begin(kAlways), std::end(kAlways), stage) != std::end(kAlways);
    if (!always && !fs::exists(folder() / (stage + ".txt"))) continue;
    const Outcome outcome = dump(stage);
    messages.clear();
    for (const Message& message : outcome.messages) messages += message.text;
    ASSERT_EQ(outcome.status, Status::good) << stage << ": " << messages;  // never the baseline of anything
    compare(stage, outcome.bytes, rebaseline);
  }
  // Of the last stage, which has run them all. No file: no messages.
  if (!messages.empty() || fs::exists(folder() / "messages.txt")) compare("messages", messages, rebaseline);
}

INSTANTIATE_TEST_SUITE_P(, Golden, testing::ValuesIn(cases()), [](const auto& each) {
  std::string name = each.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace galley
