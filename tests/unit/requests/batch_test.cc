// Batches over memory: names of outputs, one bad CV among good ones, resuming, the report.
#include "galley/galley.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "image/encode.h"
#include "tests/support/growth.h"
#include "tests/support/scene.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Files in memory that remember which of them were written.
class RecordingWorkspace final : public Workspace {
 public:
  ReadResult read(const std::string& path, std::size_t limit) override { return memory.read(path, limit); }
  std::vector<std::string> list(const std::string& folder) override { return memory.list(folder); }
  bool is_folder(const std::string& path) override { return memory.is_folder(path); }
  std::string stamp(const std::string& path) override { return memory.stamp(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return memory.is_same_file(a, b); }
  std::string write(const std::string& path, std::string_view bytes) override {
    written.push_back(path);
    return memory.write(path, bytes);
  }
  std::string append(const std::string& path, std::string_view bytes) override { return memory.append(path, bytes); }
  std::string make_folder(const std::string& path) override { return memory.make_folder(path); }

  MemoryWorkspace memory;
  std::vector<std::string> written;
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
    request.each.standards = standards_from("none").value;
    request.each.formats = {Format::pdf, Format::text};
    request.workers = 1;
  }

  BatchOutcome run() { return Engine(workspace).batch(request); }

  RecordingWorkspace workspace;
  MemoryWorkspace& files = workspace.memory;
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
  EXPECT_EQ(files.files["out/ada-b.pdf"], Engine(workspace).render(one).bytes);
}

TEST_F(Batch, ABadCvDoesNotStopTheOthers) {
  files.files["in/ada.yaml"] = "cv: {nmae: Ada}\n";
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::files);
  EXPECT_EQ(outcome.jobs[0].status, Status::files);
  EXPECT_THAT(printed(outcome.jobs[0].messages.at(0)), HasSubstr("in/ada.yaml:1:"));
  EXPECT_EQ(outcome.jobs[2].status, Status::good);
  EXPECT_TRUE(files.files.contains("out/bob-a.pdf"));
  EXPECT_FALSE(files.files.contains("out/ada-a.pdf"));
}

TEST_F(Batch, AMissingFontIsSaidForEachJob) {
  files.files["a.yaml"] = "extends: base\nstyles: {body: {family: No Such Font}}\n";
  const BatchOutcome outcome = run();
  ASSERT_EQ(outcome.jobs.size(), 4U);
  for (const BatchJob& job : outcome.jobs) {
    ASSERT_EQ(job.messages.size(), 2U) << job.cv;  // and a damaged file among the fonts, which may be the one that is meant
    EXPECT_THAT(printed(job.messages[1]), HasSubstr("a.yaml:2:25: error: the font family 'No Such Font' was not found"));
    EXPECT_EQ(job.status, Status::machine) << job.cv;
  }
}

TEST_F(Batch, TwoJobsWithOneNameAreRefusedBeforeAnythingIsWritten) {
  request.name = "{stem}.{ext}";
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::usage);
  EXPECT_THAT(printed(outcome.messages.at(0)), HasSubstr("'out/ada.pdf' would be written twice"));
  EXPECT_THAT(workspace.written, ElementsAre());
}

TEST_F(Batch, AnUnknownLayoutIsSaidOnce) {
  request.layouts = {"a.yaml", "clasic"};
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::usage);
  ASSERT_EQ(outcome.messages.size(), 1U);
  EXPECT_THAT(printed(outcome.messages[0]), HasSubstr("there is no layout 'clasic'"));
}

TEST_F(Batch, UnchangedOutputsAreNotWrittenAgain) {
  run();
  workspace.written.clear();
  const BatchOutcome outcome = run();
  EXPECT_TRUE(outcome.jobs[0].unchanged);
  EXPECT_THAT(workspace.written, ElementsAre("out/.galley-batch")) << "the journal of a new run";
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

TEST_F(Batch, ResumingKnowsPicturesOfSeveralPages) {
  constexpr const char* kJobs =
      "{position: A}, {position: B}, {position: C}, {position: D}, {position: E}, {position: F}, {position: G}, {position: H}, {position: I}, {position: J}";
  request.each.formats = {Format::svg};
  request.cvs = {"in/ada.yaml"};
  request.layouts = {"a.yaml"};
  files.files["in/ada.yaml"] = "cv: {name: Ada, sections: {Work: [" + std::string(kJobs) + "]}}\n";
  files.files["a.yaml"] = "extends: base\nstyles: {body: {family: Square}}\npage: {size: 210mm x 60mm, margins: {top: 10mm, bottom: 10mm}}\n";
  const BatchOutcome first = run();
  ASSERT_GT(first.jobs.at(0).files.size(), 1U);
  EXPECT_EQ(first.jobs[0].files[0], "out/ada-a-1.svg");
  request.resume = true;
  const BatchOutcome again = run();
  EXPECT_TRUE(again.jobs.at(0).skipped);
  EXPECT_EQ(again.jobs[0].files, first.jobs[0].files) << "the report names what is there";
  files.files.erase("out/ada-a-2.svg");
  EXPECT_FALSE(run().jobs.at(0).skipped);
}

TEST_F(Batch, NamesStayInTheFolderAndKnowTheirFields) {
  for (const char* name : {"../../{stem}.{ext}", "/tmp/{stem}.{ext}", "..", "sub/"}) {
    request.name = name;
    const BatchOutcome outcome = run();
    EXPECT_EQ(outcome.status, Status::usage) << name;
    EXPECT_THAT(printed(outcome.messages.at(0)), HasSubstr("does not name files in the folder for outputs"));
  }
  request.name = "{stem}-{layuot}.{ext}";
  EXPECT_THAT(printed(run().messages.at(0)), HasSubstr("'{layuot}' in the names of outputs stands for nothing\n  help: did you mean 'layout'?"));
  EXPECT_TRUE(workspace.written.empty());
}

TEST_F(Batch, TwoCvsOfOneNameAreToldApartByTheirFolders) {
  files.files["other/ada.yaml"] = files.files["in/ada.yaml"];
  for (const auto& [path, bytes] : std::map(files.files))
    if (path.starts_with("in/fonts/")) files.files["other" + path.substr(2)] = bytes;
  request.cvs = {"in/ada.yaml", "other/ada.yaml"};
  request.layouts = {"a.yaml"};
  request.each.formats = {Format::text};
  EXPECT_EQ(run().status, Status::usage);
  request.name = "{dir}-{stem}.{ext}";
  EXPECT_EQ(run().status, Status::good);
  EXPECT_TRUE(files.files.contains("out/in-ada.txt"));
  EXPECT_TRUE(files.files.contains("out/other-ada.txt"));
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

TEST_F(Batch, NeverWritesOverOneOfItsCvs) {
  request.cvs = {"in/ada.yaml"};
  request.layouts = {"a.yaml"};
  request.each.formats = {Format::pdf};
  request.folder = "in";
  request.name = "{stem}.yaml";
  const BatchOutcome outcome = run();
  EXPECT_EQ(outcome.status, Status::usage);
  EXPECT_THAT(outcome.messages.at(0).text, HasSubstr("'in/ada.yaml' is one of the CVs"));
}

TEST_F(Batch, IsPlannedInTimeThatGrowsAsItsCvs) {
  const auto plan = [&](std::size_t count) {
    BatchRequest many = request;
    many.cvs.clear();
    for (std::size_t i = 0; i < count; ++i) many.cvs.push_back("in/cv" + std::to_string(i) + ".yaml");
    return [many, this] { Engine(workspace).plan(many); };
  };
  EXPECT_LT(test::growth(plan(200), plan(2000)), test::kMostGrowth);
}

}  // namespace
}  // namespace galley
