// What build tools are told: which files a request read, and how that is written down.
#include "galley/depfile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::string rule(const std::string& output, const std::string& input) {
  const std::string text = depfile({{{output}, {input}}}, DepfileFormat::make);
  return text.substr(0, text.find('\n'));
}

TEST(Depfile, EscapesWhatMakefilesTakeForSomethingElse) {
  EXPECT_EQ(rule("cv.pdf", "my cv.yaml"), "cv.pdf: my\\ cv.yaml");
  EXPECT_EQ(rule("a:b#c.pdf", "$HOME/cv.yaml"), "a\\:b\\#c.pdf: $$HOME/cv.yaml");
  EXPECT_EQ(rule("cv.pdf", "a\\b.yaml"), "cv.pdf: a\\b.yaml");
  EXPECT_EQ(rule("cv.pdf", "a\\ b.yaml"), "cv.pdf: a\\\\\\ b.yaml");
  EXPECT_EQ(rule("cv.pdf", "tab\tcv\\"), "cv.pdf: tab\\\tcv\\\\");
}

TEST(Depfile, NamesEachInputOnceAndLetsItBeDeleted) {
  EXPECT_EQ(depfile({{{"a.pdf", "a.png"}, {"z.yaml", "cv.yaml", "z.yaml"}}, {{"b.pdf"}, {"cv.yaml"}}}, DepfileFormat::make),
            "a.pdf a.png: cv.yaml z.yaml\nb.pdf: cv.yaml\ncv.yaml:\nz.yaml:\n");
}

TEST(Depfile, LeavesOutWhatAMakefileCannotSay) {
  EXPECT_EQ(depfile({{{"a.pdf"}, {"two\nlines.yaml", "cv.yaml"}}}, DepfileFormat::make), "a.pdf: cv.yaml\ncv.yaml:\n");
}

TEST(Depfile, IsJsonForWhoeverPrefersThat) {
  const std::string text = depfile({{{"a \"b\".pdf"}, {"cv.yaml"}}}, DepfileFormat::json);
  EXPECT_THAT(text, HasSubstr("\"inputs\": [\n  \"cv.yaml\"\n ]"));
  EXPECT_THAT(text, HasSubstr("\"a \\\"b\\\".pdf\""));
}

class FilesReadTest : public ::testing::Test {
 protected:
  FilesReadTest() {
    files.files["in/cv.yaml"] = "cv:\n  name: ada\n  sections:\n    work: [a text]\n    papers: my.bib\n";
    files.files["in/my.bib"] = "@book{a, title = {ada}, author = {ada}, year = 1999}\n";
    files.files["mine/top.yaml"] = "extends: base.yaml\n";
    files.files["mine/base.yaml"] = "extends: base\nstyles: {body: {family: Square}, label: {case: as-is}}\n";
    testing::add_test_fonts(files);
    request.cv = "in/cv.yaml";
    request.layout = "mine/top.yaml";
    request.font_folders = {"fonts"};
    request.standards = standards_from("none").value;
  }

  MemoryWorkspace files;
  Request request;
};

TEST_F(FilesReadTest, AreAllThatAnOutputDependsOnAlsoWhereTheEngineKnewThem) {
  Engine engine(files);
  for (int i = 0; i < 2; ++i) {
    const Outcome outcome = engine.render(request);
    ASSERT_EQ(outcome.status, Status::good) << (outcome.messages.empty() ? "" : printed(outcome.messages[0]));
    EXPECT_THAT(outcome.read, IsSupersetOf({"in/cv.yaml", "in/my.bib", "mine/top.yaml", "mine/base.yaml", "fonts/Square-Regular.ttf"}));
    EXPECT_THAT(outcome.read, Not(Contains(HasSubstr("built in"))));
  }
}

TEST_F(FilesReadTest, IncludeWhatIsMissingAfterAnError) {
  files.files["in/cv.yaml"] = "cv:\n  name: ada\n  photo: {file: ada.png, alt: ada}\n  sections:\n    work: [a text]\n";
  const Outcome outcome = Engine(files).render(request);
  EXPECT_EQ(outcome.status, Status::machine);
  EXPECT_THAT(outcome.read, IsSupersetOf({"in/cv.yaml", "in/ada.png", "mine/top.yaml"}));
}

TEST_F(FilesReadTest, LeaveOutTheOutputAndDataThatTheRequestBrings) {
  request.output = "cv.pdf";
  request.data = "cv:\n  name: ada\n  sections:\n    work: [a text]\n";
  Engine engine(files);
  ASSERT_EQ(engine.render(request).status, Status::good);
  const Outcome again = engine.render(request);
  EXPECT_THAT(again.read, Not(Contains("cv.pdf")));
  EXPECT_THAT(again.read, Not(Contains("in/cv.yaml")));
}

TEST_F(FilesReadTest, AreKnownOfEachJobOfABatchAndOfItsManifest) {
  files.files["batch.yaml"] = "cvs: [in/cv.yaml, in/other.yaml]\nlayouts: [mine/base.yaml]\noutput: out\n";
  files.files["in/other.yaml"] = "cv:\n  name: ada\n  sections:\n    work: [a text]\n";
  BatchRequest batch;
  batch.manifest = "batch.yaml";
  batch.each = request;
  const BatchOutcome outcome = Engine(files).batch(batch);
  ASSERT_EQ(outcome.jobs.size(), 2U);
  EXPECT_THAT(outcome.read, Contains("batch.yaml"));
  EXPECT_THAT(outcome.jobs[0].read, IsSupersetOf({"in/cv.yaml", "in/my.bib", "mine/base.yaml", "fonts/Square-Regular.ttf"}));
  EXPECT_THAT(outcome.jobs[1].read, Not(Contains("in/my.bib")));
}

TEST_F(FilesReadTest, OutputsArePlannedWithoutRenderingAny) {
  request.output = "out/cv.pdf";
  request.formats = {Format::pdf, Format::text};
  Engine engine(files);
  EXPECT_THAT(engine.plan(request).files, ElementsAre("out/cv.pdf", "out/cv.txt"));
  EXPECT_FALSE(files.files.contains("out/cv.pdf"));
  request.output = "in/cv.yaml";
  request.formats = {Format::pdf};
  EXPECT_EQ(engine.plan(request).status, Status::usage);
}

/// Counts what is written.
class Counting final : public Workspace {
 public:
  explicit Counting(Workspace& files) : files_(files) {}
  ReadResult read(const std::string& path, std::size_t limit) override { return files_.read(path, limit); }
  std::vector<std::string> list(const std::string& folder) override { return files_.list(folder); }
  bool is_folder(const std::string& path) override { return files_.is_folder(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return files_.is_same_file(a, b); }
  std::string write(const std::string& path, std::string_view bytes) override { return ++written, files_.write(path, bytes); }
  std::string append(const std::string& path, std::string_view bytes) override { return files_.append(path, bytes); }
  std::string make_folder(const std::string& path) override { return files_.make_folder(path); }
  int written = 0;

 private:
  Workspace& files_;
};

TEST_F(FilesReadTest, ARenderLeavesAFileAloneThatWouldNotChangeUnlessItIsToBeTouched) {
  Counting counting(files);
  Engine engine(counting);
  request.output = "cv.pdf";
  ASSERT_EQ(engine.render(request).status, Status::good);
  files.files["in/cv.yaml"] += "# a comment\n";
  const Outcome again = engine.render(request);
  EXPECT_THAT(again.files, ElementsAre("cv.pdf"));
  EXPECT_EQ(counting.written, 1);
  request.touch = true;
  engine.render(request);
  EXPECT_EQ(counting.written, 2);
}

}  // namespace
}  // namespace galley
