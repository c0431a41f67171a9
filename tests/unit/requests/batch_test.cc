// Batches over memory: names of outputs, one bad CV among good ones, resuming, the report.
#include "requests/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "requests/requests.h"
#include "image/encode.h"
#include "tests/support/scene.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Files that the workers of a batch share; tests use one worker, so nothing is locked.
class SharedWorkspace final : public Workspace {
 public:
  explicit SharedWorkspace(MemoryWorkspace& files) : files_(files) {}
  ReadResult read(const std::string& path, std::size_t limit) override { return files_.read(path, limit); }
  std::vector<std::string> list(const std::string& folder) override { return files_.list(folder); }
  bool is_folder(const std::string& path) override { return files_.is_folder(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return files_.is_same_file(a, b); }
  std::string write(const std::string& path, std::string_view bytes) override {
    written.push_back(path);
    return files_.write(path, bytes);
  }
  std::string append(const std::string& path, std::string_view bytes) override { return files_.append(path, bytes); }
  std::string make_folder(const std::string& path) override { return files_.make_folder(path); }

  static inline std::vector<std::string> written;

 private:
  MemoryWorkspace& files_;
};

class Batch : public ::testing::Test {
 protected:
  Batch() {
    files.files = {{"in/ada.yaml", "cv: {name: Ada, sections: {Work: [{position: Engineer}]}}\n"},
                   {"in/bob.yaml", "cv: {name: Bob, sections: {Work: [{position: Cook}]}}\n"},
                   {"a.yaml", "extends: base\nstyles: {body: {family: Square}}\n"},
                   {"b.yaml", "extends: a.yaml\npage: {size: a5}\ncolumns: {label: 20mm}\n"}};
    MemoryWorkspace fonts;
    testing::add_test_fonts(fonts);
    for (const auto& [path, bytes] : fonts.files) files.files["in/" + path] = bytes;
    request.cvs = {"in/ada.yaml", "in/bob.yaml"};
    request.layouts = {"a.yaml", "b.yaml"};
    request.folder = "out";
    request.each.standards = "none";
    request.each.formats = {Format::pdf, Format::text};
    request.workers = 1;
    SharedWorkspace::written.clear();
  }

  BatchOutcome run() {
    return batch(request, [this] { return std::make_unique<SharedWorkspace>(files); });
  }

  MemoryWorkspace files;
  BatchRequest request;
};

TEST_F(Batch, RendersEachCvInEachLayoutAsRenderDoes) {
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::good);
  ASSERT_EQ(outcome.jobs.size(), 4U);
  EXPECT_THAT(outcome.jobs[1].files, ElementsAre("out/ada-b.pdf", "out/ada-b.txt"));
  Request one = request.each;
  one.cv = "in/ada.yaml";
  one.layout = "b.yaml";
  one.formats = {Format::pdf};
  EXPECT_EQ(files.files["out/ada-b.pdf"], render(one, files).bytes);
}

TEST_F(Batch, ABadCvDoesNotStopTheOthers) {
  files.files["in/ada.yaml"] = "cv: {nmae: Ada}\n";
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::files);
  EXPECT_EQ(outcome.jobs[0].status, Status::files);
  EXPECT_THAT(outcome.jobs[0].messages.at(0).text, HasSubstr("in/ada.yaml:1:"));
  EXPECT_EQ(outcome.jobs[2].status, Status::good);
  EXPECT_TRUE(files.files.contains("out/bob-a.pdf"));
  EXPECT_FALSE(files.files.contains("out/ada-a.pdf"));
}

TEST_F(Batch, AMissingFontIsSaidForEachJob) {
  files.files["a.yaml"] = "extends: base\nstyles: {body: {family: No Such Font}}\n";
  const BatchOutcome outcome = run();
  for (const BatchJob& job : outcome.jobs) EXPECT_EQ(job.status, Status::machine) << job.cv;
}

TEST_F(Batch, TwoJobsWithOneNameAreRefusedBeforeAnythingIsWritten) {
  request.name = "{stem}.{ext}";
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::usage);
  EXPECT_THAT(outcome.messages.at(0).text, HasSubstr("'out/ada.pdf' would be written twice"));
  EXPECT_THAT(SharedWorkspace::written, ElementsAre());
}

TEST_F(Batch, AnUnknownLayoutIsSaidOnce) {
  request.layouts = {"a.yaml", "clasic"};
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::usage);
  ASSERT_EQ(outcome.messages.size(), 1U);
  EXPECT_THAT(outcome.messages[0].text, HasSubstr("there is no layout 'clasic'"));
}

TEST_F(Batch, UnchangedOutputsAreNotWrittenAgain) {
  run();
  SharedWorkspace::written.clear();
  const BatchOutcome outcome = run();
  EXPECT_TRUE(outcome.jobs[0].unchanged);
  EXPECT_THAT(SharedWorkspace::written, ElementsAre("out/.galley-batch")) << "the journal of a new run";
}

TEST_F(Batch, ResumingSkipsWhatIsFinishedAndTheSame) {
  run();
  files.files["in/bob.yaml"] = "cv: {name: Bob, sections: {Work: [{position: Baker}]}}\n";
  files.files.erase("out/ada-b.txt");
  files.files["out/.galley-batch"] += "torn";
  request.resume = true;
  const BatchOutcome outcome = run();
  EXPECT_TRUE(outcome.jobs[0].skipped);
  EXPECT_FALSE(outcome.jobs[1].skipped) << "an output is gone";
  EXPECT_FALSE(outcome.jobs[2].skipped) << "the CV has changed";
  EXPECT_TRUE(files.files.contains("out/ada-b.txt"));
  EXPECT_THAT(files.files["out/bob-a.txt"], HasSubstr("Baker"));
}

TEST_F(Batch, ResumesWhereAPhotoHasChanged) {
  files.files["in/ada.yaml"] = "cv: {name: Ada, photo: {file: ada.png, alt: Ada at work}, sections: {Work: [{position: Baker}]}}\n";
  files.files["in/ada.png"] = encode_png(*gradient(8, 8, 1));
  run();
  request.resume = true;
  EXPECT_TRUE(run().jobs[0].skipped);
  files.files["in/ada.png"] = encode_png(*gradient(8, 8, 3));
  const BatchOutcome outcome = run();
  EXPECT_FALSE(outcome.jobs[0].skipped);
  EXPECT_TRUE(outcome.jobs[2].skipped) << "another CV, without a photo";
}

TEST_F(Batch, StoppingLeavesTheRestUndone) {
  std::atomic<bool> stop = false;
  request.stop = &stop;
  request.progress = [&](const BatchProgress& progress) { stop = progress.done == 2; };
  const BatchOutcome outcome = run();
  EXPECT_TRUE(outcome.stopped);
  EXPECT_TRUE(outcome.jobs[1].done);
  EXPECT_FALSE(outcome.jobs[2].done);
}

TEST_F(Batch, TheReportAddsUp) {
  files.files["in/ada.yaml"] = "cv: {nmae: Ada}\n";
  request.report = "report.json";
  run();
  const auto report = nlohmann::json::parse(files.files["report.json"]);
  EXPECT_EQ(report["total"]["jobs"], 4);
  EXPECT_EQ(report["total"]["good"], 2);
  EXPECT_EQ(report["total"]["failed"], 2);
  std::size_t bytes = 0;
  for (const auto& job : report["jobs"]) bytes += job["bytes"].get<std::size_t>();
  EXPECT_EQ(report["total"]["bytes"], bytes);
  EXPECT_GE(report["jobs"][2]["fonts"].size(), 1U);
  EXPECT_EQ(report["jobs"][2]["bytes"], files.files["out/bob-a.pdf"].size() + files.files["out/bob-a.txt"].size());
}

}  // namespace
}  // namespace galley
