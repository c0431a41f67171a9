#include "requests/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Read {
  std::optional<BatchRequest> request;  ///< the first part
  std::string messages;
  std::vector<BatchRequest> parts = {};
};

Read read(const std::string& manifest) {
  MemoryWorkspace files{{"work/batch.yaml", manifest}, {"work/people/ada.yaml", ""}, {"work/people/bob.yaml", ""}, {"work/people/bob.txt", ""}};
  Shared shared(files);
  Session session(shared);
  BatchRequest request;
  request.manifest = "work/batch.yaml";
  request.layouts = {"garamond"};
  request.each.pages = 3;
  const auto parts = with_manifest(session, std::move(request));
  Read read{parts ? std::optional(parts->front()) : std::nullopt, {}, parts.value_or(std::vector<BatchRequest>{})};
  for (const Message& message : outcome_of(session).messages) read.messages += printed(message);
  return read;
}

TEST(Manifest, SaysWhatIsToBeDone) {
  const auto [request, messages, parts] = read(
      "cvs: [people/*.yaml, /home/eve.yaml]\nlayouts: [plain, mine.yaml]\nformats: [pdf, svg]\noutput: out\n"
      "name: '{layout}/{stem}.{ext}'\nset: [styles.body.size=9pt]\nembed: yes\ndpi: 72\n");
  EXPECT_EQ(messages, "");
  ASSERT_TRUE(request);
  EXPECT_THAT(request->cvs, ElementsAre("work/people/ada.yaml", "work/people/bob.yaml", "/home/eve.yaml"));
  EXPECT_THAT(request->layouts, ElementsAre("plain", "work/mine.yaml")) << "files are seen from the manifest, names are names";
  EXPECT_THAT(request->each.formats, ElementsAre(Format::pdf, Format::svg));
  EXPECT_EQ(request->folder, "work/out");
  EXPECT_THAT(request->each.set, ElementsAre("styles.body.size=9pt"));
  EXPECT_TRUE(request->each.embed);
  EXPECT_EQ(request->each.resolution, 72);
}

TEST(Manifest, LeavesTheRestToTheArguments) {
  const auto [request, messages, parts] = read("cvs: people/ada.yaml\n");
  ASSERT_TRUE(request) << messages;
  EXPECT_EQ(parts.size(), 1U);
  EXPECT_THAT(request->layouts, ElementsAre("garamond"));
  EXPECT_EQ(request->each.pages, 3U);
}

TEST(Manifest, ListsUnlikeJobs) {
  const auto [request, messages, parts] = read(
      "output: out\nlayouts: plain\njobs:\n  - cvs: people/ada.yaml\n  - {cvs: people/bob.yaml, layouts: mine.yaml, formats: [pdf, png], pages: 1, output: bob}\n");
  EXPECT_EQ(messages, "");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_THAT(parts[0].cvs, ElementsAre("work/people/ada.yaml"));
  EXPECT_THAT(parts[0].layouts, ElementsAre("plain")) << "what is said outside of the jobs holds for all";
  EXPECT_EQ(parts[0].folder, "work/out");
  EXPECT_EQ(parts[0].each.pages, 3U);
  EXPECT_THAT(parts[1].cvs, ElementsAre("work/people/bob.yaml"));
  EXPECT_THAT(parts[1].layouts, ElementsAre("work/mine.yaml"));
  EXPECT_THAT(parts[1].each.formats, ElementsAre(Format::pdf, Format::png));
  EXPECT_EQ(parts[1].folder, "work/bob");
  EXPECT_EQ(parts[1].each.pages, 1U);
}

TEST(Manifest, SaysWhereItIsWrong) {
  for (const auto& [manifest, message] : {
           std::pair{"cvs: people/*.yml\n", "work/batch.yaml:1:6: error: no file matches 'people/*.yml'"},
           std::pair{"cvs: a.yaml\nformats: [docx]\n", "work/batch.yaml:2:11: error: there is no format 'docx'"},
           std::pair{"cvs: a.yaml\nlayout: plain\n", "work/batch.yaml:2:1: error: unknown key 'layout' in a manifest"},
           std::pair{"cvs: a.yaml\njobs: []\n", "work/batch.yaml:2:7: error: 'jobs' is empty"},
           std::pair{"jobs: [{cvs: a.yaml, report: r.json}]\n", "unknown key 'report' in a job of a manifest"},
           std::pair{"cvs: [[a.yaml]]\n", "this must be a text, not a list"},
           std::pair{"- a.yaml\n", "must be a map, not a list"},
           std::pair{"", "the file is empty"}}) {
    const auto [request, messages, parts] = read(manifest);
    EXPECT_FALSE(request);
    EXPECT_THAT(messages, HasSubstr(message));
  }
}

}  // namespace
}  // namespace galley
