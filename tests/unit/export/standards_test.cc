#include "export/pdf/standards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "export/pdf/check_standards.h"
#include "export/pdf/pdf.h"
#include "tests/unit/export/sample_pages.h"

namespace galley {
namespace {

using ::testing::HasSubstr;

std::optional<Standards> standards_of(const char* names) { return standards_from(names).value; }

TEST(StandardsFrom, JoinsNames) {
  EXPECT_EQ(standards_of("none"), (Standards{false, ArchiveLevel::none}));
  EXPECT_EQ(standards_of("ua1"), (Standards{true, ArchiveLevel::none}));
  EXPECT_EQ(standards_of("a2u"), (Standards{false, ArchiveLevel::u}));
  EXPECT_EQ(standards_of("a2b,ua1"), (Standards{true, ArchiveLevel::b}));
  EXPECT_EQ(standards_of("ua1+a2a"), Standards{});
  EXPECT_EQ(standards_of("a3a,ua1"), (Standards{true, ArchiveLevel::a, ArchivePart::three}));
  EXPECT_EQ(standards_of("a3b"), (Standards{false, ArchiveLevel::b, ArchivePart::three}));
  EXPECT_EQ(standards_of("a3u"), (Standards{false, ArchiveLevel::u, ArchivePart::three}));
}

TEST(StandardsFrom, NamesWhatItRead) {
  EXPECT_EQ(name_of_archive(*standards_of("ua1")), "");
  EXPECT_EQ(name_of_archive(*standards_of("a2a")), "PDF/A-2a");
  EXPECT_EQ(name_of_archive(*standards_of("a3u")), "PDF/A-3u");
}

TEST(StandardsFrom, RefusesWhatIsNone) {
  for (const auto& [names, message] :
       std::vector<std::pair<const char*, const char*>>{{"a4a", "no standard 'a4a'"},
                                                        {"", "no standard ''"},
                                                        {"ua1,", "no standard ''"},
                                                        {"ua1,none", "'none' stands beside"},
                                                        {"a2a,a2b", "one part and level of PDF/A"},
                                                        {"a2a,a3a", "one part and level of PDF/A"}}) {
    const auto [standards, problem] = standards_from(names);
    EXPECT_FALSE(standards) << names;
    EXPECT_THAT(problem.text, HasSubstr(message));
    EXPECT_FALSE(problem.help.empty());
  }
}

// ---- what breaks which standard

struct Case {
  const char* name;
  std::function<void(Pages&)> spoil;
  const char* forbidden;  ///< a standard that forbids it ...
  std::vector<const char*> message;
  std::vector<const char*> allowed;  ///< ... and those that do not care
};

GlyphRun& run(Pages& pages) { return std::get<GlyphRun>(pages.pages[0].items[0].what); }

class Breaches : public testing::TestWithParam<Case> {};

TEST_P(Breaches, AreErrorsWithClauseAndPlace) {
  Pages pages = two_page_sample().pages;
  GetParam().spoil(pages);
  Diagnostics diagnostics;
  EXPECT_FALSE(write_pdf(pages, {.standards = *standards_of(GetParam().forbidden)}, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  for (const char* part : GetParam().message) EXPECT_THAT(diagnostics.all()[0].message, HasSubstr(part));
  EXPECT_EQ(diagnostics.all()[0].blame, Blame::files);
  EXPECT_FALSE(diagnostics.all()[0].help.empty());
  for (const char* names : GetParam().allowed)
    EXPECT_TRUE(write_pdf(pages, {.standards = *standards_of(names)}, diagnostics)) << names;
}

void add_private_letter(Pages& pages) {
  auto& text = std::get<GlyphRun>(pages.pages[1].items[0].what);
  text.text.replace(0, 1, "\xEE\x80\x81");
  for (Glyph& glyph : text.glyphs) {
    if (glyph.text.begin > 0) glyph.text.begin += 2;
    glyph.text.end += 2;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Breaches,
                         testing::Values(Case{"Title",
                                              [](Pages& p) { p.metadata.title.clear(); },
                                              "ua1,a2a",
                                              {"no title", "PDF/UA-1 (7.1)"},
                                              {"none", "a2a"}},
                                         Case{"Language",
                                              [](Pages& p) { p.metadata.language.clear(); },
                                              "ua1,a2a",
                                              {"no language", "PDF/UA-1 (7.2) and PDF/A-2a (6.7.4)"},
                                              {"none", "a2b", "a2u"}},
                                         Case{"LanguageOfArchive",
                                              [](Pages& p) { p.metadata.language.clear(); },
                                              "a2a",
                                              {"no language, against PDF/A-2a (6.7.4)"},
                                              {}},
                                         Case{"LanguageTag",
                                              [](Pages& p) { p.structure.elements[2].language = "de_CH"; },
                                              "ua1",
                                              {"'de_CH' is no language tag", "PDF/UA-1 (7.2)"},
                                              {"none", "a2b"}},
                                         Case{"MissingGlyph",
                                              [](Pages& p) { run(p).glyphs[4].id = 0; },
                                              "ua1,a2a",
                                              {"'Tinos-Bold'", "no glyph for 'L'",
                                               "in 'Ada Lovelace, Analyst — Zürich' on page 1",
                                               "PDF/UA-1 (7.21.8) and PDF/A-2a (6.2.11.8)"},
                                              {"none"}},
                                         Case{"MissingGlyphInAnyArchive",
                                              [](Pages& p) { run(p).glyphs[4].id = 0; },
                                              "a2b",
                                              {"against PDF/A-2b (6.2.11.8)"},
                                              {}},
                                         Case{"PrivateLetter",
                                              add_private_letter,
                                              "ua1,a2a",
                                              {"U+E001", "on page 2", "against PDF/A-2a (6.2.11.7.3)"},
                                              {"none", "ua1", "a2b", "a2u"}},
                                         Case{"EndlessLine",
                                              [](Pages& p) {
                                                GlyphRun& text = run(p);
                                                text.size = Length::from_points(0.001);
                                                for (Glyph& glyph : text.glyphs) glyph.advance = {};
                                                text.text += std::string(100, 'x');
                                                text.glyphs.resize(16383, text.glyphs.back());
                                              },
                                              "a2b",
                                              {"longer than a string may be", "xxx' on page 1", "PDF/A-2b (6.1.13)"},
                                              {"none", "ua1"}}),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace galley
