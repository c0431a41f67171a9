#include "source/source.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(SourceMap, CountsLinesAndCodePointsFromOne) {
  SourceMap sources;
  const FileId file = sources.add({"a", "é: ü\n漢字: x\n"});
  EXPECT_EQ(sources.place(file, 0).line, 1U);
  EXPECT_EQ(sources.place(file, 0).column, 1U);
  EXPECT_EQ(sources.place(file, 4).column, 4U) << "é has two bytes";
  EXPECT_EQ(sources.place(file, 13).line, 2U);
  EXPECT_EQ(sources.place(file, 13).column, 3U) << "two characters of three bytes before it";
  EXPECT_EQ(sources.place(file, 1000).line, 3U) << "past the end: the end";
}

TEST(SourceMap, GivesTheWholeLine) {
  SourceMap sources;
  const FileId file = sources.add({"a", "one\n\nthree"});
  EXPECT_EQ(sources.line_around(file, 0), "one");
  EXPECT_EQ(sources.line_around(file, 3), "one") << "its end belongs to the line";
  EXPECT_EQ(sources.line_around(file, 4), "");
  EXPECT_EQ(sources.line_around(file, 9), "three");
}

TEST(SourceMap, TextsDoNotMove) {
  SourceMap sources;
  const FileId first = sources.add({"a", "text"});
  const std::string_view text = sources.get(first).text;
  for (int i = 0; i < 1000; ++i) sources.add({"b", "more"});
  EXPECT_EQ(text.data(), sources.get(first).text.data());
}

}  // namespace
}  // namespace galley
