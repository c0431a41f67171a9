#include "requests/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Read {
  std::optional<BatchRequest> request;
  std::string messages;
};

Read read(const std::string& manifest) {
  MemoryWorkspace files{{"work/batch.yaml", manifest}, {"work/people/ada.yaml", ""}, {"work/people/bob.yaml", ""}, {"work/people/bob.txt", ""}};
  Shared shared(files);
  Session session(shared);
  BatchRequest request;
  request.manifest = "work/batch.yaml";
  request.layouts = {"garamond"};
  request.each.pages = 3;
  Read read{with_manifest(session, std::move(request)), {}};
  for (const Message& message : outcome_of(session).messages) read.messages += printed(message);
  return read;
}

TEST(Manifest, SaysWhatIsToBeDone) {
  const auto [request, messages] = read(
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
  const auto [request, messages] = read("cvs: people/ada.yaml\n");
  ASSERT_TRUE(request) << messages;
  EXPECT_THAT(request->layouts, ElementsAre("garamond"));
  EXPECT_EQ(request->each.pages, 3U);
}

TEST(Manifest, SaysWhereItIsWrong) {
  for (const auto& [manifest, message] : {
           std::pair{"cvs: people/*.yml\n", "work/batch.yaml:1:6: error: no file matches 'people/*.yml'"},
           std::pair{"cvs: a.yaml\nformats: [docx]\n", "work/batch.yaml:2:11: error: there is no format 'docx'"},
           std::pair{"cvs: a.yaml\nlayout: plain\n", "work/batch.yaml:2:1: error: unknown key 'layout' in a manifest"},
           std::pair{"cvs: [[a.yaml]]\n", "this must be a text, not a list"},
           std::pair{"- a.yaml\n", "must be a map, not a list"},
           std::pair{"", "the file is empty"}}) {
    const auto [request, messages] = read(manifest);
    EXPECT_FALSE(request);
    EXPECT_THAT(messages, HasSubstr(message));
  }
}

}  // namespace
}  // namespace galley
