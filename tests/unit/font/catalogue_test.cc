#include "font/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/node.h"
#include "source/source.h"
#include "source/workspace.h"
#include "tests/support/paths.h"
#include "yaml/parse.h"

namespace galley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Result {
  std::optional<Catalogue> catalogue;
  std::string messages;  ///< as a user sees them
};

Result read(std::string text) {
  SourceMap sources;
  Diagnostics diagnostics;
  Result result;
  const std::optional<FileId> file = add_checked(sources, "catalogue.yaml", std::move(text), diagnostics);
  if (const std::optional<Node> root = file ? parse(sources, *file, diagnostics) : std::nullopt)
    result.catalogue = read_catalogue(*root, diagnostics);
  for (const Diagnostic& each : diagnostics.all()) result.messages += render(each, sources);
  return result;
}

TEST(Catalogue, ReadsFamiliesAndFallbacks) {
  const Result result = read(R"(
root: /fonts
families:
  Plain: {package: fonts-plain, files: sub/Plain-*.ttf}
  Odd Sized:
    files: /elsewhere/odd*.ttc
    index: 2
    serif: yes
    faces: {350: "", 900i: _heavy, 400i 87.5%: _narrow}
    fallbacks: [Plain]
script_fallbacks:
  Hebr: [Plain, Odd Sized]
)");
  ASSERT_TRUE(result.catalogue) << result.messages;
  ASSERT_EQ(result.catalogue->families.size(), 2U);
  const CatalogueFamily& plain = result.catalogue->families[0];
  EXPECT_EQ(plain.package, "fonts-plain");
  EXPECT_EQ(plain.folder, "/fonts/sub");
  EXPECT_FALSE(plain.serif);
  ASSERT_EQ(plain.faces.size(), 4U);
  EXPECT_EQ(plain.faces[3].file, "Plain-BoldItalic.ttf");
  EXPECT_EQ(plain.faces[3].style.weight, 700);
  EXPECT_TRUE(plain.faces[3].style.italic);
  const CatalogueFamily& odd = result.catalogue->families[1];
  EXPECT_EQ(odd.folder, "/elsewhere");
  EXPECT_TRUE(odd.serif);
  EXPECT_THAT(odd.fallbacks, ElementsAre("Plain"));
  ASSERT_EQ(odd.faces.size(), 3U);
  EXPECT_EQ(odd.faces[0].file, "odd.ttc");
  EXPECT_EQ(odd.faces[0].style.weight, 350);
  EXPECT_FALSE(odd.faces[0].style.italic);
  EXPECT_EQ(odd.faces[1].file, "odd_heavy.ttc");
  EXPECT_EQ(odd.faces[1].index, 2U);
  EXPECT_EQ(odd.faces[2].style, (FaceStyle{400, true, 875}));
  EXPECT_THAT(result.catalogue->script_fallbacks.at("Hebr"), ElementsAre("Plain", "Odd Sized"));
}

TEST(Catalogue, FindsFamiliesWhateverTheCase) {
  const Result result = read("families:\n  EB Garamond: {files: x.ttf}\n");
  ASSERT_TRUE(result.catalogue);
  EXPECT_TRUE(result.catalogue->find("eb garamond"));
  EXPECT_FALSE(result.catalogue->find("EBGaramond"));
}

struct BadCatalogue {
  const char *name, *text, *message, *help;
};

class CatalogueErrors : public testing::TestWithParam<BadCatalogue> {};

TEST_P(CatalogueErrors, AreReportedWithTheirPlace) {
  const Result result = read(GetParam().text);
  EXPECT_FALSE(result.catalogue);
  EXPECT_THAT(result.messages, HasSubstr(GetParam().message));
  EXPECT_THAT(result.messages, HasSubstr(GetParam().help));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, CatalogueErrors,
    testing::Values(
        BadCatalogue{"UnknownTopKey", "familes: {}\n", "catalogue.yaml:1:1: error: unknown key 'familes'",
                     "did you mean 'families'?"},
        BadCatalogue{"UnknownFamilyKey", "families:\n  A: {files: a, pakage: b}\n",
                     "catalogue.yaml:2:17: error: unknown key 'pakage' in the font family 'A'",
                     "did you mean 'package'?"},
        BadCatalogue{"NotAMap", "- a\n", "a font catalogue must be a map, not a list", ""},
        BadCatalogue{"FamilyNotAMap", "families:\n  A: b.ttf\n", ":2:6: error: the font family 'A' must be a map, not a text", ""},
        BadCatalogue{"NoFiles", "families:\n  A: {package: p}\n", ":2:7: error: 'files' is missing in the font family 'A'",
                     "files: "},
        BadCatalogue{"ListForText", "families:\n  A: {files: [a]}\n", "'files' must be a text, not a list", ""},
        BadCatalogue{"TextForList", "families:\n  A: {files: a, fallbacks: {B: C}}\n",
                     "'fallbacks' must be a text or a list of texts, not a map", ""},
        BadCatalogue{"BadStyle", "families:\n  A: {files: a*, faces: {bold: b}}\n", "'bold' is not the style of a face", "700i"},
        BadCatalogue{"WidthOfNoUnit", "families:\n  A: {files: a*, faces: {400 75: b}}\n", "'400 75' is not the style of a face", "400 75%"},
        BadCatalogue{"WeightTooLarge", "families:\n  A: {files: a*, faces: {1001: b}}\n", "'1001' is not the style of a face",
                     "700i"},
        BadCatalogue{"BadIndex", "families:\n  A: {files: a, index: two}\n",
                     "'index' must be a whole number from 0 to 10000, not 'two'", ""},
        BadCatalogue{"BadSerif", "families:\n  A: {files: a, serif: maybe}\n", "'serif' cannot be 'maybe'",
                     ""},
        BadCatalogue{"BadScripts", "script_fallbacks: {Hebr: {Tinos: 1}}\n", "'Hebr' must be a text or a list of texts, not a map", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Catalogue, ReportsAllErrorsAtOnce) {
  const Result result = read("families:\n  A: {pakage: b}\n  B: {files: [c]}\n");
  EXPECT_THAT(result.messages, HasSubstr("pakage"));
  EXPECT_THAT(result.messages, HasSubstr("'files' is missing"));
  EXPECT_THAT(result.messages, HasSubstr(":3:"));
}

class BuiltInCatalogue : public testing::Test {
 protected:
  void SetUp() override {
    DiskWorkspace disk;
    const Result result = read(disk.read(source_folder() + "/fonts/catalogue.yaml", 1U << 20U).bytes.value_or(""));
    ASSERT_TRUE(result.catalogue) << result.messages;
    catalogue = *result.catalogue;
  }
  Catalogue catalogue;
};

TEST_F(BuiltInCatalogue, FallbacksAreFamiliesOfTheCatalogue) {
  for (const auto& [script, families] : catalogue.script_fallbacks)
    for (const std::string& family : families) EXPECT_TRUE(catalogue.find(family)) << script << ": " << family;
  for (const CatalogueFamily& family : catalogue.families)
    for (const std::string& fallback : family.fallbacks) EXPECT_TRUE(catalogue.find(fallback)) << fallback;
  EXPECT_EQ(catalogue.script_fallbacks.count("Zyyy"), 1U);
}

TEST_F(BuiltInCatalogue, EveryFamilyHasAPackageAndARegularFace) {
  for (const CatalogueFamily& family : catalogue.families) {
    EXPECT_THAT(family.package, testing::StartsWith("fonts-")) << family.name;
    EXPECT_TRUE(std::any_of(family.faces.begin(), family.faces.end(), [](const CatalogueFace& face) {
      return face.style == FaceStyle{};
    })) << family.name;
  }
}

/// Only what is installed can be checked, but of that every file must be there.
TEST_F(BuiltInCatalogue, NamesTheFilesOfInstalledPackages) {
  DiskWorkspace disk;
  std::size_t installed = 0;
  for (const CatalogueFamily& family : catalogue.families) {
    const std::vector<std::string> present = disk.list(family.folder);
    const auto has = [&](const CatalogueFace& face) {
      return std::find(present.begin(), present.end(), face.file) != present.end();
    };
    if (std::none_of(family.faces.begin(), family.faces.end(), has)) continue;
    ++installed;
    for (const CatalogueFace& face : family.faces) EXPECT_TRUE(has(face)) << family.folder << "/" << face.file;
  }
  EXPECT_GE(installed, 5U) << "the tests install the fonts of the layouts";
}

}  // namespace
}  // namespace galley
