#include <gtest/gtest.h>

#include <string>

#include "source/source.h"

namespace galley {
namespace {

/// Renders an error "found" under the first occurrence of `marked`.
std::string render_at(const std::string& text, const std::string& marked, const std::string& help = {}) {
  SourceMap sources;
  const FileId file = sources.add({"cv.yaml", text});
  const auto at = static_cast<std::uint32_t>(text.find(marked));
  Diagnostics diagnostics;
  diagnostics.error({file, at, at + static_cast<std::uint32_t>(marked.size())}, "found", help);
  return render(diagnostics.all()[0], sources);
}

TEST(Render, ShowsTheLineAndACaret) {
  EXPECT_EQ(render_at("a: b\n    titel: Ph.D.\n", "titel", "did you mean 'title'?"),
            "cv.yaml:2:5: error: found\n"
            "    2 |     titel: Ph.D.\n"
            "      |     ^^^^^ help: did you mean 'title'?\n");
}

TEST(Render, AnEmptySpanStillHasACaret) {
  EXPECT_EQ(render_at("a:\n", ""), "cv.yaml:1:1: error: found\n    1 | a:\n      | ^\n");
}

TEST(Render, UnderlinesOnlyTheFirstLineOfASpan) {
  EXPECT_EQ(render_at("a: b\n  c\n", "b\n  c"), "cv.yaml:1:4: error: found\n    1 | a: b\n      |    ^\n");
}

TEST(Render, PlacesPastTheEndAreTheEnd) {
  SourceMap sources;
  const FileId file = sources.add({"cv.yaml", "ab"});
  Diagnostics diagnostics;
  diagnostics.error({file, 900, 905}, "found");
  EXPECT_EQ(render(diagnostics.all()[0], sources), "cv.yaml:1:3: error: found\n    1 | ab\n      |   ^\n");
}

TEST(Render, TabsAreFourColumns) {
  EXPECT_EQ(render_at("\ta\tb\n", "b"), "cv.yaml:1:4: error: found\n    1 |     a    b\n      |          ^\n");
}

TEST(Render, WideCharactersAreTwoColumnsAndMarksNone) {
  EXPECT_EQ(render_at("表: 😀x\n", "x"), "cv.yaml:1:5: error: found\n    1 | 表: 😀x\n      |       ^\n");
  EXPECT_EQ(render_at("e\xCC\x81x\n", "x"), "cv.yaml:1:3: error: found\n    1 | e\xCC\x81x\n      |  ^\n");
  EXPECT_EQ(render_at("漢字\n", "字"), "cv.yaml:1:2: error: found\n    1 | 漢字\n      |   ^^\n");
}

TEST(Render, CharactersThatHideAreShownByNumber) {
  EXPECT_EQ(render_at("a\xE2\x80\xAE\x1B[1mb\n", "b"),
            "cv.yaml:1:7: error: found\n"
            "    1 | a<U+202E><U+001B>[1mb\n"
            "      |                     ^\n");
}

TEST(Render, WhatAMessageQuotesNeitherHidesNorGoesOnForEver) {
  SourceMap sources;
  const FileId file = sources.add({"cv\n.yaml", "a\n"});
  Diagnostics diagnostics;
  diagnostics.error({file, 0, 1}, "'a\u202Eb\u200Bc\nd' is wrong", "write 'x\u2066'");
  EXPECT_EQ(render(diagnostics.all()[0], sources),
            "cv<U+000A>.yaml:1:1: error: 'a<U+202E>b<U+200B>c<U+000A>d' is wrong\n"
            "    1 | a\n"
            "      | ^ help: write 'x<U+2066>'\n");
  std::string marks = "e";
  for (int i = 0; i < 100'000; ++i) marks += "\u0301";
  const FileId long_file = sources.add({"cv.yaml", marks});
  diagnostics.error({long_file, 0, 1}, "'" + marks + "' is not a date", "write '" + marks + "'");
  const std::string shown = render(diagnostics.all()[1], sources);
  EXPECT_LT(shown.size(), 5000U);
  EXPECT_NE(shown.find("' is not a date"), std::string::npos) << "the end says what is wrong";
}

TEST(Render, InvalidBytesAreReplaced) {
  EXPECT_EQ(render_at("a\xFF"
                      "b\n",
                      "b"),
            "cv.yaml:1:3: error: found\n    1 | a\xEF\xBF\xBD"
            "b\n      |   ^\n");
}

TEST(Render, LongLinesAreCutAroundTheCaret) {
  const std::string dots(500, '.');
  EXPECT_EQ(render_at(dots + "HERE" + dots + "\n", "HERE"), "cv.yaml:1:501: error: found\n    1 | …" +
                                                                std::string(40, '.') + "HERE" + std::string(55, '.') +
                                                                "…\n      | " + std::string(41, ' ') + "^^^^\n");
  EXPECT_EQ(render_at("HERE" + dots + "\n", "HERE"),
            "cv.yaml:1:1: error: found\n    1 | HERE" + std::string(96, '.') + "…\n      | ^^^^\n");
  EXPECT_EQ(
      render_at(std::string(200, 'x') + "\n", std::string(200, 'x')),
      "cv.yaml:1:1: error: found\n    1 | " + std::string(100, 'x') + "…\n      | " + std::string(100, '^') + "\n");
}

TEST(Render, LargeLineNumbersWidenTheGutter) {
  const std::string lines(123455, '\n');
  EXPECT_EQ(render_at(lines + "x\n", "x"), "cv.yaml:123456:1: error: found\n123456 | x\n       | ^\n");
}

TEST(Render, WarningsNotesAndMessagesWithoutAPlace) {
  SourceMap sources;
  const FileId file = sources.add({"cv.yaml", "a: 1\na: 2\n"});
  Diagnostics diagnostics;
  diagnostics.warn({file, 5, 6}, "twice").notes.push_back({{file, 0, 1}, "first"});
  diagnostics.fail(Blame::machine, {}, "no fonts", "install some");
  EXPECT_EQ(render(diagnostics.all()[0], sources),
            "cv.yaml:2:1: warning: twice\n    2 | a: 2\n      | ^\ncv.yaml:1:1: note: first\n");
  EXPECT_EQ(render(diagnostics.all()[1], sources), "galley: error: no fonts\n  help: install some\n");
}

}  // namespace
}  // namespace galley
