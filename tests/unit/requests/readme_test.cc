// The examples of data/README.md are read and composed without an error, and it names every kind and field.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "galley/galley.h"
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

TEST(Readme, TheTableNamesEveryKindAndField) {
  const std::string readme = test::file_text("data/README.md");
  const Kinds kinds = test::built_in_kinds();
  for (const Kind& kind : kinds.kinds) {
    if (kind.name == kinds.roles.person) continue;
    const std::size_t row = readme.find("\n| `" + kind.name + "` |");
    ASSERT_NE(row, std::string::npos) << kind.name;
    const std::string line = readme.substr(row + 1, readme.find('\n', row + 1) - row - 1);
    for (const FieldRule& field : kind.fields) EXPECT_NE(line.find("`" + field.name + "`"), std::string::npos) << kind.name << "." << field.name;
  }
}

TEST(Readme, OneEntryOfEachKindIsShown) {
  const std::vector<std::string> examples = examples_of(test::file_text("data/README.md"));
  const auto all = std::find_if(examples.begin(), examples.end(), [](const std::string& each) { return each.find("One of each kind") != std::string::npos; });
  ASSERT_NE(all, examples.end());
  test::Reading reading;
  const auto cv = test::read_cv_text(reading, *all);
  ASSERT_TRUE(cv) << reading.messages();
  std::vector<std::string> shown;
  const auto add = [&](const auto& self, const Entry& entry) -> void {
    shown.push_back(entry.kind);
    for (const Field& field : entry.fields)
      if (const auto* entries = std::get_if<std::vector<Entry>>(&field.value))
        for (const Entry& each : *entries) self(self, each);
  };
  for (const Section& section : cv->sections)
    for (const auto& item : section.items)
      if (const auto* entry = std::get_if<Entry>(&item)) add(add, *entry);
  const Kinds kinds = test::built_in_kinds();
  for (const Kind& kind : kinds.kinds) {
    if (kind.name == kinds.roles.person) continue;
    EXPECT_NE(std::find(shown.begin(), shown.end(), kind.name), shown.end()) << kind.name;
  }
}

}  // namespace
}  // namespace galley
