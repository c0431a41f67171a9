// Whole CVs against what every stage made of them when somebody last looked: see README.md.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "galley/galley.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(source_folder()) / "tests/golden";

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

/// lengths[i][j]: how many lines a[i…] and b[j…] have in common, in the same order.
std::vector<std::vector<std::size_t>> common_lengths(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> lengths(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

/// "- expected" and "+ made", each stretch with the line before it; long ones are cut.
std::string difference(const std::string& expected, const std::string& made) {
  constexpr std::size_t kMost = 60;
  const std::vector<std::string> a = lines_of(expected), b = lines_of(made);
  const auto common = common_lengths(a, b);
  std::string out;
  bool was_same = true;
  for (std::size_t i = 0, j = 0, shown = 0; (i < a.size() || j < b.size()) && shown <= kMost;) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      was_same = true;
      ++i, ++j;
      continue;
    }
    if (was_same) out += "line " + std::to_string(i + 1) + ":\n" + (i > 0 ? "  " + a[i - 1] + '\n' : "");
    was_same = false;
    const bool missing = i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1]);
    out += missing ? "- " + a[i++] + '\n' : "+ " + b[j++] + '\n';
    if (++shown > kMost) out += "…\n";
  }
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
  bool is_same_file(const std::string& a, const std::string& b) override { return disk_.is_same_file(real(a), real(b)); }
  std::string write(const std::string&, std::string_view) override { return "a golden test writes nothing"; }
  std::string append(const std::string&, std::string_view) override { return "not in a golden test"; }
  std::string make_folder(const std::string&) override { return "not in a golden test"; }

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
    return Engine(files).dump(request, stage);
  }

  void compare(const std::string& name, const std::string& made, bool rebaseline) {
    const fs::path path = folder() / (name + ".txt");
    if (rebaseline) {
      std::ofstream(path, std::ios::binary) << made;
      return;
    }
    const std::string expected = content(path);
    if (made != expected) ADD_FAILURE() << path.string() << "\n" << difference(expected, made);
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
    for (const Message& message : outcome.messages) messages += printed(message);
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
