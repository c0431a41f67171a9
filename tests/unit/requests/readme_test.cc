// The examples of data/README.md are read and composed without an error, and it names every kind and field.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "galley/galley.h"
#include "tests/support/scene.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

/// What stands between "```yaml" and "```".
std::vector<std::string> examples_of(const std::string& readme) {
  std::vector<std::string> examples;
  bool inside = false;
  std::istringstream lines(readme);
  for (std::string line; std::getline(lines, line);) {
    if (line == "```yaml") examples.emplace_back(), inside = true;
    else if (line == "```") inside = false;
    else if (inside) examples.back() += line + '\n';
  }
  return examples;
}

/// Parts of a file stand in what is around them there.
std::string as_file(const std::string& example) {
  const auto begins = [&](const std::string& with) { return example.starts_with(with) || example.find("\n" + with) != std::string::npos; };
  if (begins("cv:")) return example;
  if (example.starts_with("    ")) return "cv:\n  name: Ada Lovelace\n  sections:\n" + example;
  return "cv:\n  name: Ada Lovelace\n  sections: {A: [b]}\n" + example;
}

TEST(Readme, EveryExampleOfTheDataIsReadWithoutAnError) {
  const std::string bib = "@article{ho2022, author = {Jonathan Ho}, title = {Video}, year = 2022}\n@article{gao2021, author = {Ruiqi Gao}, title = {Energy}, year = 2021}\n";
  const std::string base =
      "cv:\n  name: Ada Lovelace\n  email: ada@example.org\n  sections:\n    Experience: [{id: uni, position: A}, {id: old-job, position: B}]\n    Talks: [{event: C}]\n";
  const std::vector<std::string> examples = examples_of(test::file_text("data/README.md"));
  EXPECT_GT(examples.size(), 9U);
  for (const std::string& example : examples) {
    MemoryWorkspace files{{"cv.yaml", as_file(example)}, {"papers.bib", bib}, {"base.yaml", base}, {"skills.yaml", "[{skills: Tables}]\n"}, {"talks-2025.yaml", "[{event: D}]\n"}};
    const Outcome outcome = Engine(files).check({.cvs = {"cv.yaml"}, .each = {}});
    EXPECT_EQ(outcome.status, Status::good) << example << (outcome.messages.empty() ? "" : printed(outcome.messages.front()));
  }
}

/// What the reference says of a kind: from its heading to the next.
std::string about(const std::string& readme, const std::string& kind) {
  const std::size_t begin = readme.find("\n#### `" + kind + "`: ");
  if (begin == std::string::npos) return {};
  return readme.substr(begin, readme.find("\n#", begin + 1) - begin);
}

TEST(Readme, EveryKindHasItsFieldsAndAnExampleWithAPicture) {
  const std::string readme = test::file_text("data/README.md");
  const Kinds kinds = test::built_in_kinds();
  constexpr std::size_t kLargestPicture = 15'000;
  for (const Kind& kind : kinds.kinds) {
    if (kind.name == kinds.roles.person) continue;
    const std::string text = about(readme, kind.name);
    EXPECT_NE(text, "") << kind.name;
    for (const FieldRule& field : kind.fields) EXPECT_NE(text.find("`" + field.name + "`"), std::string::npos) << kind.name << "." << field.name;
    const std::vector<std::string> examples = examples_of(text);
    if (examples.empty()) continue;  // kinds that stand within others only
    const std::string picture = test::file_text("data/pictures/" + kind.name + ".png");
    EXPECT_TRUE(picture.starts_with("\x89PNG")) << kind.name;
    EXPECT_LT(picture.size(), kLargestPicture) << kind.name;
  }
}

TEST(Readme, TheExamplesShowEveryKindAndAreSet) {
  const std::string readme = test::file_text("data/README.md");
  const Kinds kinds = test::built_in_kinds();
  std::vector<std::string> shown;
  const auto add = [&](const auto& self, const Entry& entry) -> void {
    shown.push_back(entry.kind);
    for (const Field& field : entry.fields)
      if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value))
        for (const Entry& each : *entries) self(self, each);
  };
  for (const Kind& kind : kinds.kinds)
    for (const std::string& example : examples_of(about(readme, kind.name))) {
      test::Reading reading;
      const auto cv = test::read_cv_text(reading, as_file(example));
      ASSERT_TRUE(cv) << reading.messages();
      const std::size_t before = shown.size();
      for (const Section& section : cv->sections)
        for (const auto& item : section.items)
          if (const auto* entry = std::get_if<Entry>(&item)) add(add, *entry);
      EXPECT_EQ(shown[before], kind.name) << "the example is of another kind";
      MemoryWorkspace files{{"cv.yaml", as_file(example)}, {"my.yaml", "extends: base\nstyles: {body: {family: Square}, label: {case: as-is}}\n"}};
      testing::add_test_fonts(files);
      Request request{.cv = "cv.yaml", .layout = "my.yaml", .output = "cv.txt"};
      request.formats = {Format::text};
      EXPECT_EQ(Engine(files).render(request).status, Status::good) << example;
      EXPECT_NE(files.files["cv.txt"], "") << example;
    }
  for (const Kind& kind : kinds.kinds) {
    const bool is_shown = kind.name == kinds.roles.person || std::find(shown.begin(), shown.end(), kind.name) != shown.end();
    EXPECT_TRUE(is_shown) << kind.name;
  }
}

}  // namespace
}  // namespace galley
