// Requests about layouts alone, and previews.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "requests/layout_files.h"
#include "tests/support/paths.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ShowLayout, NeedsNoOther) {
  MemoryWorkspace files{{"mine.yaml", "extends: banner\nstyles: {body: {size: 9pt}}\n"}};
  Request request;
  request.layout = "mine.yaml";
  request.set = {"styles.label.colour=#aa0000"};
  const std::string shown = Engine(files).show_layout(request).bytes;
  EXPECT_THAT(shown, Not(HasSubstr("extends")));
  EXPECT_THAT(shown, HasSubstr("size: 9pt"));
  EXPECT_THAT(shown, HasSubstr("\"#aa0000\""));
  files.files["shown.yaml"] = shown;
  request.layout = "shown.yaml";
  request.set.clear();
  EXPECT_EQ(Engine(files).show_layout(request).bytes, shown) << "reads back as it is";
}

TEST(NewLayout, IsOneToBeginWithAndNeverWritesOver) {
  MemoryWorkspace files;
  EXPECT_EQ(Engine(files).new_layout("mine", "classic").status, Status::good);
  EXPECT_THAT(files.files["mine.yaml"], HasSubstr("\nextends: classic\n"));
  EXPECT_THAT(files.files["mine.yaml"], HasSubstr("\n# columns: {label: 78pt, gutter: 8.123pt}\n"));
  Request request;
  request.layout = "mine.yaml";
  EXPECT_EQ(Engine(files).show_layout(request).status, Status::good);
  EXPECT_EQ(Engine(files).new_layout("sub/second", "mine.yaml").status, Status::good);
  EXPECT_THAT(files.files["sub/second.yaml"], HasSubstr("\nextends: ../mine.yaml\n")) << "seen from where it lies";
  files.files["mine.yaml"] = "kept";
  EXPECT_EQ(Engine(files).new_layout("mine", "plain").status, Status::usage);
  EXPECT_EQ(files.files["mine.yaml"], "kept");
  EXPECT_EQ(Engine(files).new_layout("other", "no-such-layout").status, Status::usage);
  EXPECT_FALSE(files.files.contains("other.yaml"));
}

TEST(EveryLayout, AsksOnlyForWhatItsOwnFontsHave) {
  DiskWorkspace workspace;
  Engine engine(workspace);
  for (const std::string& name : layout_names(WithBase::no)) {
    Request request;
    request.cv = source_folder() + "/examples/nurse.yaml";
    request.layout = name;
    for (const Message& message : engine.render(request).messages)
      EXPECT_THAT(message.text, Not(HasSubstr("is set without"))) << name << ": figures or small capitals that a family above had";
  }
}

TEST(Preview, ShowsWhatCanBeHadAndNamesTheRest) {
  MemoryWorkspace files{{"cv.yaml", "cv: {name: ada, sections: {work: [a text]}}\n"},
                        {"my.yaml", "extends: base\nstyles: {body: {family: Square}, label: {case: as-is}}\n"}};
  testing::add_test_fonts(files);
  Preview preview;
  preview.each.cv = "cv.yaml";
  preview.each.output = "sheet.png";
  preview.layouts = {"my.yaml", "no-such.yaml", "my.yaml"};
  preview.width = 100;
  const Outcome outcome = Engine(files).preview(preview);
  EXPECT_THAT(outcome.bytes, StartsWith("\x89PNG"));
  EXPECT_EQ(outcome.pages, 1U) << "a layout named twice is shown once";
  EXPECT_EQ(outcome.status, Status::machine) << "a file could not be read";
  ASSERT_EQ(outcome.messages.size(), 1U);
  EXPECT_THAT(printed(outcome.messages[0]), HasSubstr("no-such.yaml"));
  EXPECT_EQ(files.files["sheet.png"], outcome.bytes);
  EXPECT_EQ(Engine(files).preview(preview).bytes, outcome.bytes) << "the same bytes again";
}

}  // namespace
}  // namespace galley
