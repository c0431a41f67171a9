// Photos and signatures from files to the finished PDF.
#include "requests/pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"
#include "image/encode.h"
#include "tests/support/scene.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PicturesTest : public ::testing::Test {
 protected:
  PicturesTest() {
    workspace.files = {
        {"me/cv.yaml", "cv:\n  name: ada\n  photo: {file: ada.png, alt: ada at work}\n  website: https://example.org\n  sections:\n    work: [a text]\n"},
        {"me/ada.png", encode_png(*gradient(80, 80, 3))},
        {"my.yaml", "extends: base\nstyles:\n  body: {family: Square}\n  label: {case: as-is}\nhead: {lines: [{picture: photo, width: 20pt}, {qr: website, "
                    "width: 40pt}, {line: \"{name}\"}]}\n"}};
    testing::add_test_fonts(workspace);
    for (const auto& [path, bytes] : std::map<std::string, std::string>(workspace.files))
      if (path.starts_with("fonts/")) workspace.files["me/" + path] = bytes;
    request.cv = "me/cv.yaml";
    request.layout = "my.yaml";
    request.readable = true;
  }

  std::string messages() {
    std::string all;
    for (const Message& message : Engine(workspace).render(request).messages) all += printed(message);
    return all;
  }

  MemoryWorkspace workspace;
  Request request;
};

TEST_F(PicturesTest, ReachThePdfWithTheirWords) {
  const Outcome outcome = Engine(workspace).render(request);
  EXPECT_EQ(messages(), "");
  EXPECT_THAT(outcome.bytes, HasSubstr("/Subtype /Image"));
  EXPECT_THAT(outcome.bytes, HasSubstr("ada at work"));
  EXPECT_THAT(outcome.bytes, HasSubstr("QR code: https:"));
}

TEST_F(PicturesTest, LeaveNoGapWhereThereIsNone) {
  std::string& cv = workspace.files["me/cv.yaml"];
  request.formats = {Format::png};
  const std::string with = Engine(workspace).render(request).bytes;
  for (const char* line : {"  photo: {file: ada.png, alt: ada at work}\n", "  website: https://example.org\n"}) cv.erase(cv.find(line), std::string(line).size());
  const std::string without = Engine(workspace).render(request).bytes;
  workspace.files["my.yaml"].erase(workspace.files["my.yaml"].find("{picture: photo, width: 20pt}, {qr: website, width: 40pt}, "), 59);
  EXPECT_NE(with, without);
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(Engine(workspace).render(request).bytes, without);
}

TEST_F(PicturesTest, ThatAreMissingAreNamed) {
  workspace.files.erase("me/ada.png");
  EXPECT_THAT(messages(), HasSubstr("me/cv.yaml:3:11: error: cannot read the picture 'ada.png': no such file"));
  EXPECT_EQ(Engine(workspace).render(request).status, Status::machine);
}

TEST_F(PicturesTest, ThatAreNoPicturesAreNamed) {
  workspace.files["me/ada.png"] = "GIF89a";
  EXPECT_THAT(messages(), HasSubstr("error: 'ada.png' is neither a PNG nor a JPEG"));
}

}  // namespace
}  // namespace galley
