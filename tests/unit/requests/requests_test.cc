#include "galley/galley.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A CV in the tests' own type, so that no font has to be installed.
class BuildTest : public ::testing::Test {
 protected:
  BuildTest() {
    workspace.files = {
        {"cv.yaml", "cv:\n  name: ada\n  sections:\n    work: [a text]\n"},
        {"my.yaml", "extends: base\nstyles:\n  body: {family: Square}\n  label: {case: as-is}\n"}};
    testing::add_test_fonts(workspace);
    request.cv = "cv.yaml";
    request.layout = "my.yaml";
    request.output = "cv.pdf";
  }

  static std::string messages(const Outcome& outcome) {
    std::string all;
    for (const Message& message : outcome.messages) all += printed(message);
    return all;
  }

  MemoryWorkspace workspace;
  Request request;
};

TEST_F(BuildTest, RendersAPdfAndWritesIt) {
  const Outcome outcome = Engine(workspace).render(request);
  EXPECT_EQ(messages(outcome), "");
  EXPECT_EQ(outcome.status, Status::good);
  EXPECT_EQ(outcome.pages, 1U);
  EXPECT_THAT(outcome.bytes, StartsWith("%PDF-"));
  EXPECT_EQ(workspace.files["cv.pdf"], outcome.bytes);
}

TEST_F(BuildTest, TheSameRequestGivesTheSameBytes) {
  const std::string first = Engine(workspace).render(request).bytes;
  EXPECT_THAT(first, StartsWith("%PDF-"));
  EXPECT_EQ(Engine(workspace).render(request).bytes, first);
}

TEST_F(BuildTest, WritesNothingWithoutAnOutput) {
  request.output.clear();
  const std::size_t files = workspace.files.size();
  EXPECT_THAT(Engine(workspace).render(request).bytes, StartsWith("%PDF-"));
  EXPECT_EQ(workspace.files.size(), files);
}

TEST_F(BuildTest, RendersText) {
  request.formats = {Format::text};
  const Outcome outcome = Engine(workspace).render(request);
  EXPECT_EQ(messages(outcome), "");
  EXPECT_THAT(outcome.bytes, HasSubstr("a text"));
}

TEST_F(BuildTest, DumpsEveryStageThatItNames) {
  for (const std::string& stage : dump_stages()) {
    const Outcome outcome = Engine(workspace).dump(request, stage);
    EXPECT_EQ(outcome.status, Status::good) << stage;
    EXPECT_FALSE(outcome.bytes.empty()) << stage;
  }
  const Outcome unknown = Engine(workspace).dump(request, "page");
  EXPECT_EQ(messages(unknown), "galley: error: there is no stage 'page' to dump\n  help: did you mean 'pages'?\n");
  EXPECT_EQ(unknown.status, Status::usage);
}

TEST_F(BuildTest, AnOutputThatCannotBeWritten) {
  workspace.refuse_writes = "the disk is full";
  const Outcome outcome = Engine(workspace).render(request);
  EXPECT_EQ(messages(outcome), "galley: error: cannot write 'cv.pdf': the disk is full\n");
  EXPECT_EQ(outcome.status, Status::machine);
  EXPECT_TRUE(outcome.bytes.empty());
}

TEST_F(BuildTest, AfterAnErrorTheOldOutputStays) {
  workspace.files["cv.pdf"] = "old";
  workspace.files["cv.yaml"] = "cv: {nam: ada}\n";
  const Outcome outcome = Engine(workspace).render(request);
  EXPECT_EQ(outcome.status, Status::files);
  EXPECT_TRUE(outcome.bytes.empty());
  EXPECT_EQ(workspace.files["cv.pdf"], "old");
}

TEST_F(BuildTest, NeverWritesOverWhatItReads) {
  for (const char* output : {"cv.yaml", "my.yaml"}) {
    request.output = output;
    const std::string before = workspace.files[output];
    const Outcome outcome = Engine(workspace).render(request);
    EXPECT_EQ(outcome.status, Status::usage);
    EXPECT_EQ(workspace.files[output], before);
  }
}

TEST_F(BuildTest, AFamilyThatIsNowhereIsReportedOnceWhereTheLayoutNamesIt) {
  workspace.files["my.yaml"] = "extends: base\nstyles:\n  body: {family: No Such Family}\n";
  const Outcome outcome = Engine(workspace).render(request);
  ASSERT_EQ(outcome.messages.size(), 2U) << messages(outcome);
  EXPECT_THAT(printed(outcome.messages[0]), HasSubstr("warning: the font file 'fonts/SmallEm.ttf' is damaged")) << "it may be the one that is meant";
  EXPECT_THAT(printed(outcome.messages[1]), StartsWith("my.yaml:3:18: error: the font family 'No Such Family' was not found\n"));
  EXPECT_EQ(outcome.status, Status::machine);
  EXPECT_TRUE(outcome.bytes.empty());
}

TEST_F(BuildTest, TextBeyondThePageIsAnErrorThatSaysWhereItComesFrom) {
  workspace.files["my.yaml"] += "page: {footer: {left: \"{headline}\"}}\n";
  workspace.files["cv.yaml"] = "cv:\n  name: ada\n  headline: " + std::string(200, 'w') + "\n  sections:\n    work: [a text]\n";
  const Outcome outcome = Engine(workspace).render(request);
  ASSERT_EQ(outcome.messages.size(), 2U) << messages(outcome);
  EXPECT_THAT(printed(outcome.messages[0]), StartsWith("cv.yaml:3:13: warning: a word is wider than its column"));
  EXPECT_THAT(printed(outcome.messages[1]), StartsWith("cv.yaml:3:13: error: text reaches beyond page 1: 'www"));
  EXPECT_EQ(outcome.status, Status::files);
  EXPECT_TRUE(outcome.bytes.empty());
}

TEST_F(BuildTest, WarningsDoNotStopTheWork) {
  workspace.files["cv.yaml"] = "cv:\n  name: ada\n  sections:\n    work: [" + std::string(44, 'w') + "]\n";
  const Outcome outcome = Engine(workspace).render(request);
  ASSERT_EQ(outcome.messages.size(), 1U) << messages(outcome);
  EXPECT_THAT(printed(outcome.messages[0]), StartsWith("cv.yaml:4:12: warning: a word is wider than its column, and divided where no rule divides it\n"));
  EXPECT_EQ(outcome.status, Status::good);
  EXPECT_FALSE(outcome.bytes.empty());
}

TEST_F(BuildTest, ListsTheFontsBesideTheData) {
  const Outcome outcome = Engine(workspace).list_fonts(request);
  EXPECT_EQ(outcome.status, Status::good);
  EXPECT_THAT(outcome.bytes, HasSubstr("Square, bold: fonts/Square-Bold.ttf (folder)\n"));
}

TEST(ListLayouts, NamesThoseThatShipAndDescribesThem) {
  EXPECT_THAT(Engine().list_layouts().bytes, HasSubstr("classic: Section labels in a column of their own"));
  EXPECT_THAT(Engine().list_layouts().bytes, ::testing::Not(HasSubstr("base:")));
}

}  // namespace
}  // namespace galley
