#include "font/font_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/installed_fonts.h"
#include "tests/unit/font/test_fonts.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Remembers what was read.
class WatchedWorkspace final : public Workspace {
 public:
  ReadResult read(const std::string& path, std::size_t limit) override {
    reads.push_back(path);
    return memory.read(path, limit);
  }
  std::vector<std::string> list(const std::string& folder) override {
    ++lists;
    return memory.list(folder);
  }
  bool is_folder(const std::string& path) override { return memory.is_folder(path); }
  bool is_same_file(const std::string& a, const std::string& b) override { return memory.is_same_file(a, b); }
  std::string write(const std::string&, std::string_view) override { return "not here"; }
  std::string append(const std::string&, std::string_view) override { return "read only"; }
  std::string make_folder(const std::string&) override { return "read only"; }

  MemoryWorkspace memory;
  std::vector<std::string> reads;
  int lists = 0;
};

/// The machine's fonts are those in the folder tests/fonts: fontconfig gets a configuration that knows no other.
class FontBookTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string config = testing::TempDir() + "galley_fonts.conf";
    std::ofstream(config) << "<fontconfig><dir>" << source_folder() << "/tests/fonts</dir><cachedir>" << testing::TempDir()
                          << "galley_fontconfig</cachedir></fontconfig>";
    setenv("FONTCONFIG_FILE", config.c_str(), 1);
  }
  void TearDown() override { unsetenv("FONTCONFIG_FILE"); }

  void put(const std::string& path, const std::string& font) { workspace.memory.files[path] = font_bytes(font); }

  void know(const std::string& family, const std::string& folder, std::vector<CatalogueFace> faces,
            bool serif = false) {
    catalogue.families.push_back({family, "fonts-test", folder, std::move(faces), serif, {}});
  }

  WatchedWorkspace workspace;
  Catalogue catalogue;
  Diagnostics diagnostics;
};

TEST_F(FontBookTest, FindsTheFileThatIsNamedLikeTheFamily) {
  put("fonts/Square-Regular.ttf", "Square-Regular.ttf");
  put("fonts/Kerning.ttf", "Kerning.ttf");
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  const Face* face = book.find({"square"}, {}, diagnostics);
  ASSERT_TRUE(face);
  EXPECT_EQ(face->name(), "Square-Regular");
  EXPECT_THAT(workspace.reads, Not(Contains("fonts/Kerning.ttf")));
  EXPECT_EQ(book.find({"Square"}, {}, diagnostics), face) << "faces are opened once";
  EXPECT_THAT(diagnostics.all(), IsEmpty());
}

TEST_F(FontBookTest, LooksIntoFilesWhoseNamesTellNothing) {
  put("fonts/a.ttf", "Kerning.ttf");
  put("fonts/b.otf", "SquareCff.otf");
  put("fonts/readme.txt", "Sparse.ttf");
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  const Face* face = book.find({"SquareCff"}, {}, diagnostics);
  ASSERT_TRUE(face);
  EXPECT_EQ(face->name(), "b");
  EXPECT_THAT(workspace.reads, Not(Contains("fonts/readme.txt")));
}

TEST_F(FontBookTest, FindsMembersOfCollections) {
  put("fonts/Collection.ttc", "Collection.ttc");
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  const Face* face = book.find({"Kerning"}, {}, diagnostics);
  ASSERT_TRUE(face);
  EXPECT_EQ(face->index(), 1U);
  EXPECT_EQ(face->name(), "Kerning-Regular");
}

TEST_F(FontBookTest, FoldersComeInOrderAndBeforeTheCatalogue) {
  put("first/Square.ttf", "Square-Bold.ttf");
  put("second/Square.ttf", "Square-Regular.ttf");
  put("known/Regular.ttf", "Square-Regular.ttf");
  know("Square", "known", {{{400, false}, "Regular.ttf", 0}});
  EXPECT_EQ(FontBook(workspace, catalogue, {"first", "second"}, installed_fonts).find({"Square"}, {}, diagnostics)->glyph_count(), 28U);
  EXPECT_EQ(FontBook(workspace, catalogue, {"second", "first"}, installed_fonts).find({"Square"}, {}, diagnostics)->glyph_count(), 101U);
  EXPECT_EQ(FontBook(workspace, catalogue, {"empty"}, installed_fonts).find({"Square"}, {}, diagnostics)->name(), "Regular");
}

TEST_F(FontBookTest, TakesTheNearestFace) {
  put("known/Regular.ttf", "Square-Regular.ttf");
  put("known/Italic.ttf", "Square-Italic.ttf");
  put("known/Bold.ttf", "Square-Bold.ttf");
  know("Square", "known",
       {{{400, false}, "Regular.ttf", 0},
        {{400, true}, "Italic.ttf", 0},
        {{700, false}, "Bold.ttf", 0},
        {{900, true}, "Gone.ttf", 0}});
  FontBook book(workspace, catalogue, {}, installed_fonts);
  const auto name = [&](int weight, bool italic) {
    return book.find({"Square", {weight, italic}}, {}, diagnostics)->name();
  };
  EXPECT_EQ(name(400, false), "Regular");
  EXPECT_EQ(name(500, false), "Regular");
  EXPECT_EQ(name(600, false), "Bold");
  EXPECT_EQ(name(300, false), "Regular");
  EXPECT_EQ(name(700, true), "Italic") << "slant before weight; a file that is not there does not count";
  EXPECT_THAT(diagnostics.all(), IsEmpty());
}

TEST_F(FontBookTest, WarnsOnceOfAWidthThatTheFamilyHasNot) {
  put("known/Regular.ttf", "Square-Regular.ttf");
  put("known/Narrow.ttf", "Square-Bold.ttf");
  know("Square", "known", {{{400, false}, "Regular.ttf", 0}, {{400, false, 750}, "Narrow.ttf", 0}});
  FontBook book(workspace, catalogue, {}, installed_fonts);
  const auto name = [&](int width) { return book.find({"Square", {.width = width}}, {}, diagnostics)->name(); };
  EXPECT_EQ(name(750), "Narrow");
  EXPECT_EQ(name(1000), "Regular");
  EXPECT_THAT(diagnostics.all(), IsEmpty());
  EXPECT_EQ(name(875), "Narrow") << "100% is as near, but CSS looks among the narrower ones first";
  EXPECT_EQ(name(875), "Narrow");
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "the font family 'Square' has no face of width 87.5%; 75% stands for it");
}

TEST_F(FontBookTest, AFaceWithoutOpticalSizesIsLookedForOnce) {
  put("fonts/Square.ttf", "Square-Regular.ttf");
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  const Face* face = book.find({"Square", {.optical_size = 10}}, {}, diagnostics);
  workspace.lists = 0;
  EXPECT_EQ(book.find({"Square", {.optical_size = 24}}, {}, diagnostics), face);
  EXPECT_EQ(workspace.lists, 0);
}

TEST_F(FontBookTest, FacesThatAreOneFileAreOneFace) {
  put("known/Regular.ttf", "Square-Regular.ttf");
  know("Square", "known", {{{400, false}, "Regular.ttf", 0}});
  FontBook book(workspace, catalogue, {}, installed_fonts);
  EXPECT_EQ(book.find({"Square", {400}}, {}, diagnostics), book.find({"Square", {900, true}}, {}, diagnostics));
  EXPECT_EQ(workspace.reads.size(), 1U);
}

TEST_F(FontBookTest, TheSystemComesLast) {
  put(font_path("Ligature.ttf"), "Ligature.ttf");
  FontBook book(workspace, catalogue, {}, installed_fonts);
  const Face* face = book.find({"Ligature"}, {}, diagnostics);
  ASSERT_TRUE(face);
  EXPECT_EQ(face->name(), "Ligature");
  EXPECT_THAT(diagnostics.all(), IsEmpty());
}

TEST_F(FontBookTest, AMissingFamilyIsAnErrorOnceThatNamesThePackage) {
  know("Tinos", "known", {{{400, false}, "Tinos-Regular.ttf", 0}, {{700, false}, "Tinos-Bold.ttf", 0}});
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  EXPECT_FALSE(book.find({"Tinos"}, {0, 5, 10}, diagnostics));
  EXPECT_FALSE(book.find({"Tinos"}, {}, diagnostics));
  EXPECT_FALSE(book.find({"TINOS", {700}}, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  const Diagnostic& error = diagnostics.all()[0];
  EXPECT_EQ(error.severity, Severity::error);
  EXPECT_EQ(error.blame, Blame::machine);
  EXPECT_EQ(error.span, (Span{0, 5, 10}));
  EXPECT_EQ(error.message, "the font family 'Tinos' is not installed");
  EXPECT_THAT(error.help, HasSubstr("apt install fonts-test"));
}

TEST_F(FontBookTest, AnUnknownFamilyGetsTheNearestName) {
  know("Tinos", "known", {{{400, false}, "Tinos-Regular.ttf", 0}});
  FontBook book(workspace, catalogue, {}, installed_fonts);
  EXPECT_FALSE(book.find({"Tinoss"}, {}, diagnostics));
  EXPECT_FALSE(book.find({"Ligatures"}, {}, diagnostics));
  EXPECT_FALSE(book.find({"Zapfino"}, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 3U);
  EXPECT_EQ(diagnostics.all()[0].help, "did you mean 'Tinos'?");
  EXPECT_EQ(diagnostics.all()[1].help, "did you mean 'Ligature'?") << "of the system's fonts";
  EXPECT_THAT(diagnostics.all()[2].help, HasSubstr("'galley fonts'"));
}

TEST_F(FontBookTest, ADamagedFileIsPassedOverWithAWarning) {
  workspace.memory.files["known/Regular.ttf"] = with_number(font_bytes("Square-Regular.ttf"), "head", 18, 0);
  put("known/Bold.ttf", "Square-Bold.ttf");
  know("Square", "known", {{{400, false}, "Regular.ttf", 0}, {{700, false}, "Bold.ttf", 0}});
  FontBook book(workspace, catalogue, {}, installed_fonts);
  EXPECT_EQ(book.find({"Square"}, {}, diagnostics)->name(), "Bold");
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].severity, Severity::warning);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("'known/Regular.ttf' is damaged"));
}

TEST_F(FontBookTest, AFamilyOfDamagedFilesIsNotCalledMissing) {
  workspace.memory.files["known/Regular.ttf"] = "not a font";
  know("Tinos", "known", {{{400, false}, "Regular.ttf", 0}});
  FontBook book(workspace, catalogue, {}, installed_fonts);
  EXPECT_FALSE(book.find({"Tinos"}, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 2U);
  EXPECT_THAT(diagnostics.all()[1].message, HasSubstr("has no file that can be used"));
}

TEST_F(FontBookTest, AFileThatCannotBeOpenedIsSaidBeforeAnotherIsTaken) {
  workspace.memory.files["fonts/Square-Regular.ttf"] = std::string("\0\1\0\0 cut off", 12);
  put("/catalogue/Square.ttf", "Square-Regular.ttf");
  know("Square", "/catalogue", {{{400, false}, "Square.ttf"}});
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  EXPECT_TRUE(book.find({"Square"}, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("'fonts/Square-Regular.ttf'"));
}

TEST_F(FontBookTest, WhatCannotBeOpenedIsSaidWhereNothingIsFound) {
  workspace.memory.files["fonts/mine.ttf"] = "no font";
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  EXPECT_FALSE(book.find({"Elsewhere"}, {}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 2U);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("'fonts/mine.ttf'"));
}

TEST_F(FontBookTest, AFileOfMoreThan64MegabytesIsNotRead) {
  workspace.memory.files["known/Regular.ttf"] = std::string((64U << 20U) + 1, '\0');
  know("Tinos", "known", {{{400, false}, "Regular.ttf", 0}});
  FontBook book(workspace, catalogue, {}, installed_fonts);
  EXPECT_FALSE(book.find({"Tinos"}, {}, diagnostics));
  ASSERT_FALSE(diagnostics.all().empty());
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("cannot be read: is larger than"));
}

TEST_F(FontBookTest, FallsBackByFamilyThenByScript) {
  put("known/Sparse.ttf", "Sparse.ttf");
  put("known/Rtl.ttf", "Rtl.ttf");
  put("known/Ligature.ttf", "Ligature.ttf");
  know("Sparse", "known", {{{400, false}, "Sparse.ttf", 0}});
  know("Rtl", "known", {{{400, false}, "Rtl.ttf", 0}});
  know("Ligature", "known", {{{400, false}, "Ligature.ttf", 0}});
  catalogue.families[0].fallbacks = {"Ligature"};
  catalogue.script_fallbacks = {{"Hebr", {"Nowhere", "Rtl"}}, {"Zyyy", {"Rtl"}}};
  FontBook book(workspace, catalogue, {}, installed_fonts);
  const FontQuery query{"Sparse"};
  const auto name = [&](std::string_view script, char32_t c) {
    const Face* face = book.fallback(query, script, c, diagnostics);
    return face ? face->name() : "none";
  };
  EXPECT_EQ(name("Latn", U'b'), "Ligature");
  EXPECT_EQ(name("Hebr", U'\u05D0'), "Rtl");
  EXPECT_EQ(name("Arab", U'\u0628'), "Rtl") << "scripts that are not listed use Zyyy";
  EXPECT_EQ(name("Hebr", U'\u4E00'), "none");
  EXPECT_THAT(diagnostics.all(), IsEmpty());
}

TEST_F(FontBookTest, FallbacksWithSerifsFollowFontsWithSerifs) {
  for (const char* file : {"Sparse", "Rtl", "Ligature"}) put("known/" + std::string(file) + ".ttf", "Ligature.ttf");
  know("Sans Text", "known", {{{400, false}, "Sparse.ttf", 0}});
  know("Serif Text", "known", {{{400, false}, "Sparse.ttf", 0}}, true);
  know("Sans", "known", {{{400, false}, "Rtl.ttf", 0}});
  know("Serif", "known", {{{400, false}, "Ligature.ttf", 0}}, true);
  catalogue.script_fallbacks = {{"Latn", {"Serif", "Sans"}}};
  FontBook book(workspace, catalogue, {}, installed_fonts);
  EXPECT_EQ(book.fallback({"Serif Text"}, "Latn", U'b', diagnostics)->name(), "Ligature");
  EXPECT_EQ(book.fallback({"Sans Text"}, "Latn", U'b', diagnostics)->name(), "Rtl");
}

TEST_F(FontBookTest, FontsThatMustNotBeEmbeddedAreNoFallback) {
  put("known/Restricted.ttf", "Restricted.ttf");
  put("known/Sparse.ttf", "Sparse.ttf");
  know("Restricted", "known", {{{400, false}, "Restricted.ttf", 0}});
  know("Sparse", "known", {{{400, false}, "Sparse.ttf", 0}});
  catalogue.script_fallbacks = {{"Latn", {"Restricted", "Sparse"}}};
  FontBook book(workspace, catalogue, {}, installed_fonts);
  EXPECT_EQ(book.fallback({"Any"}, "Latn", U'a', diagnostics)->name(), "Sparse");
}

TEST_F(FontBookTest, FontsOfTheSystemThatCannotBeAskedForAreToldOnce) {
  int asked = 0;
  FontBook book(workspace, catalogue, {}, [&asked](Diagnostics& heard) -> std::unique_ptr<const SystemFonts> {
    ++asked;
    heard.fail(Blame::machine, {}, "no fontconfig");
    return nullptr;
  });
  EXPECT_EQ(book.find({"Square"}, {}, diagnostics), nullptr);
  EXPECT_EQ(book.find({"Round"}, {}, diagnostics), nullptr);
  EXPECT_EQ(book.fallback({"Square"}, "Latn", U'a', diagnostics), nullptr);
  EXPECT_EQ(asked, 1);
  ASSERT_EQ(diagnostics.all().size(), 3U);
  EXPECT_EQ(diagnostics.all().front().message, "no fontconfig");
}

TEST_F(FontBookTest, ListsWhatCouldBeUsed) {
  put("fonts/Square-Bold.ttf", "Square-Bold.ttf");
  put("known/Tinos-Regular.ttf", "Sparse.ttf");
  know("Tinos", "known", {{{400, false}, "Tinos-Regular.ttf", 0}, {{700, true}, "Tinos-BoldItalic.ttf", 0}});
  FontBook book(workspace, catalogue, {"fonts"}, installed_fonts);
  std::vector<std::string> lines;
  for (const FontBook::Listing& each : book.list_all(diagnostics))
    lines.push_back(each.origin + "|" + each.family + "|" + each.style + "|" + each.file +
                    (each.installed ? "" : "|missing"));
  ASSERT_GE(lines.size(), 4U);
  EXPECT_EQ(lines[0], "folder|Square|bold|fonts/Square-Bold.ttf");
  EXPECT_EQ(lines[1], "catalogue|Tinos|regular|known/Tinos-Regular.ttf");
  EXPECT_EQ(lines[2], "catalogue|Tinos|bold italic|known/Tinos-BoldItalic.ttf|missing");
  EXPECT_THAT(lines, Contains("system|Square|italic|" + font_path("Square-Italic.ttf")));
  EXPECT_THAT(lines, Contains("system|SquareCff|regular|" + font_path("SquareCff.otf")));
}

}  // namespace
}  // namespace galley
