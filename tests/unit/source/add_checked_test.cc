#include <gtest/gtest.h>

#include <string>

#include "source/source.h"

namespace galley {
namespace {

using namespace std::string_literals;

struct Checked {
  std::string text, message, help;
  std::size_t line = 0, column = 0;
};

Checked check(const std::string& bytes) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto file = add_checked(sources, "cv.yaml", bytes, diagnostics);
  EXPECT_EQ(file.has_value(), diagnostics.all().empty());
  if (file) return {sources.get(*file).text, {}, {}, 0, 0};
  const Diagnostic& found = diagnostics.all().front();
  const Place place = sources.place(found.span.file, found.span.begin);
  EXPECT_FALSE(render(found, sources).empty());
  return {{}, found.message, found.help, place.line, place.column};
}

TEST(AddChecked, DropsOneByteOrderMark) {
  EXPECT_EQ(check("\xEF\xBB\xBFname: Ada\n").text, "name: Ada\n");
  const Checked two = check("\xEF\xBB\xBF\xEF\xBB\xBFname: Ada\n");
  EXPECT_EQ(two.message, "a byte order mark (U+FEFF) in the middle of the text");
  EXPECT_EQ(two.column, 1U);
}

TEST(AddChecked, MakesAllLineEndsAlike) { EXPECT_EQ(check("a\r\nb\rc\n\r\nd").text, "a\nb\nc\n\nd"); }

TEST(AddChecked, KeepsTabsAndCharactersOfAllLengths) {
  const std::string text = "a\tß漢😀\xC2\xA0\xEF\xBB\xBE\n";
  EXPECT_EQ(check(text).text, text);
}

TEST(AddChecked, NamesTheFirstInvalidByte) {
  const Checked latin = check("a: b\nname: Jos\xE9 X\n");
  EXPECT_EQ(latin.message, "the byte 0xE9 is not valid UTF-8");
  EXPECT_EQ(latin.help, "save the file as UTF-8; it may be in Latin-1 or Windows-1252");
  EXPECT_EQ(latin.line, 2U);
  EXPECT_EQ(latin.column, 10U);
}

TEST(AddChecked, RefusesOverlongFormsSurrogatesAndCutCharacters) {
  EXPECT_EQ(check("\xC0\xAF").message, "the byte 0xC0 is not valid UTF-8");
  EXPECT_EQ(check("\xED\xA0\xBD").message, "the byte 0xED is not valid UTF-8");
  EXPECT_EQ(check("\xF4\x90\x80\x80").message, "the byte 0xF4 is not valid UTF-8");
  EXPECT_EQ(check("a\xF0\x9F\x98").message, "the byte 0xF0 is not valid UTF-8");
}

TEST(AddChecked, RefusesControlCharacters) {
  EXPECT_EQ(check("name: A\x1B[31m\n").message, "the control character U+001B");
  EXPECT_EQ(check("a: b\nname: long enough to be no UTF-16 \0x\n"s).line, 2U);
  EXPECT_EQ(check("a\x7F").message, "the control character U+007F");
  const Checked c1 = check("it\xC2\x92s");
  EXPECT_EQ(c1.message, "the control character U+0092");
  EXPECT_NE(c1.help.find("Windows-1252"), std::string::npos);
}

TEST(AddChecked, ReportsWhatComesFirst) {
  EXPECT_EQ(check("\x01 \xFF\xFF").message, "the control character U+0001");
  EXPECT_EQ(check("a \xFE \x01").message, "the byte 0xFE is not valid UTF-8");
}

TEST(AddChecked, RecognizesUtf16) {
  const std::string message = "the file is not UTF-8 but UTF-16 or UTF-32";
  EXPECT_EQ(check("\xFF\xFEn\0a\0"s).message, message);
  EXPECT_EQ(check("\xFE\xFF\0n\0a"s).message, message);
  EXPECT_EQ(check("n\0a\0m\0e\0:\0"s).message, message);
  EXPECT_EQ(check("\0\0\0n\0\0\0a"s).message, message);
}

TEST(AddChecked, TakesTheEmptyFile) { EXPECT_EQ(check("").text, ""); }

}  // namespace
}  // namespace galley
