// What layouts/README.md and data/README.md show must be so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "galley/galley.h"
#include "requests/layout_files.h"
#include "requests/inputs.h"
#include "tests/support/scene.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

std::string file(const std::string& path) {
  std::ifstream in(source_folder() + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Gallery, ShowsEachLayoutWithItsPictureAndWhatItIsFor) {
  const std::string readme = file("layouts/README.md");
  for (const std::string& name : layout_names(WithBase::no)) {
    SCOPED_TRACE(name);
    const std::string picture = file("layouts/pictures/" + name + ".png");
    EXPECT_EQ(picture.substr(0, 8), "\x89PNG\r\n\x1A\n");
    EXPECT_LT(picture.size(), 120'000U) << "small files";
    EXPECT_NE(readme.find("(pictures/" + name + ".png)"), std::string::npos);
    EXPECT_NE(readme.find("`" + name + "`"), readme.rfind("`" + name + "`")) << "in the table and in the gallery";
    const std::string layout = file("layouts/" + name + ".yaml");
    EXPECT_NE(layout.find("\ndescription: \""), std::string::npos);
  }
}

/// The examples in YAML of a file, as they stand between fences.
std::vector<std::string> examples(const std::string& markdown) {
  std::vector<std::string> found;
  std::istringstream lines(markdown);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = line == "```yaml";
      if (inside) found.emplace_back();
    } else if (inside) {
      found.back() += line + '\n';
    }
  }
  return found;
}

/// With the tests' fonts in place of those it names.
Outcome rendered(const std::string& layout) {
  MemoryWorkspace files({{"cv.yaml", "cv: {name: Ada, email: ada@example.org, sections: {Work: [text], Awards: [{award: Medal, dates: 1843}]}}\n"},
                         {"my.yaml", layout}});
  testing::add_test_fonts(files);
  Request request;
  request.cv = "cv.yaml";
  request.layout = "my.yaml";
  request.set = {"styles.body.family=Square"};
  request.standards = standards_from("none").value;
  return Engine(files).render(request);
}

TEST(Examples, OfLayoutsCanBeRendered) {
  const auto found = examples(file("layouts/README.md"));
  EXPECT_GE(found.size(), 3U);
  for (const std::string& layout : found) {
    SCOPED_TRACE(layout);
    const auto scene = testing::read_scene("cv: {name: Ada, sections: {Work: [text]}}\n", layout);
    EXPECT_EQ(scene->messages(), "") << "without changes";
    const Outcome outcome = rendered(layout);
    EXPECT_EQ(outcome.status, Status::good) << printed(outcome.messages.at(0));
    EXPECT_EQ(outcome.bytes.substr(0, 5), "%PDF-");
  }
}

/// What the examples include.
const std::map<std::string, std::string> kFilesBesideTheExamples = {
    {"base.yaml",
     "cv:\n  name: Ada\n  email: ada@example.org\n  sections:\n    Experience:\n      - {id: uni, position: Lecturer}\n"
     "      - {id: old-job, position: Clerk}\n"},
    {"skills.yaml", "- Fortran\n"},
    {"talks-2025.yaml", "- {event: Congress, year: 2025}\n"}};

TEST(Examples, OfCvsAreCvs) {
  int whole = 0;
  for (const std::string& cv : examples(file("data/README.md"))) {
    if (cv.find("\ncv:") == std::string::npos && !cv.starts_with("cv:")) continue;
    SCOPED_TRACE(cv);
    testing::Scene scene;
    scene.workspace.files = kFilesBesideTheExamples;
    scene.workspace.files["cv.yaml"] = cv;
    Request request;
    request.cv = "cv.yaml";
    EXPECT_TRUE(read_inputs(scene.session, request));
    EXPECT_EQ(scene.messages(), "");
    ++whole;
  }
  EXPECT_GT(whole, 0);
}

}  // namespace
}  // namespace galley
