#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace galley::utf8 {
namespace {

std::string encoded(char32_t c) {
  std::string out;
  append(out, c);
  return out;
}

TEST(Utf8, EncodesAtTheEdgesOfEachLength) {
  EXPECT_EQ(encoded(0x7F), "\x7F");
  EXPECT_EQ(encoded(0x80), "\xC2\x80");
  EXPECT_EQ(encoded(0x7FF), "\xDF\xBF");
  EXPECT_EQ(encoded(0x800), "\xE0\xA0\x80");
  EXPECT_EQ(encoded(0xFFFF), "\xEF\xBF\xBF");
  EXPECT_EQ(encoded(0x10000), "\xF0\x90\x80\x80");
  EXPECT_EQ(encoded(0x10FFFF), "\xF4\x8F\xBF\xBF");
}

TEST(Utf8, DecodesWhatItEncodes) {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = encoded(c);
    const Decoded decoded = decode(text, 0);
    ASSERT_EQ(decoded.code_point, c);
    ASSERT_EQ(decoded.length, text.size());
    ASSERT_EQ(first_invalid_byte(text), std::nullopt);
  }
}

TEST(Utf8, InvalidBytesAreReplacedOneByOne) {
  const std::string text =
      "\xE2\x82"
      "a";
  EXPECT_EQ(decode(text, 0).code_point, 0xFFFDU);
  EXPECT_EQ(decode(text, 0).length, 1U);
  EXPECT_EQ(decode(text, 1).length, 1U);
  EXPECT_EQ(decode(text, 2).code_point, U'a');
}

struct Invalid {
  const char* text;
  std::size_t at;
};

class InvalidUtf8 : public testing::TestWithParam<Invalid> {};

TEST_P(InvalidUtf8, IsFoundWhereItBegins) { EXPECT_EQ(first_invalid_byte(GetParam().text), GetParam().at); }

// Unicode 15, table 3-7: the well-formed byte sequences. Each of these is just outside.
INSTANTIATE_TEST_SUITE_P(Table, InvalidUtf8,
                         testing::Values(Invalid{"a\x80", 1}, Invalid{"\xC1\xBF", 0}, Invalid{"\xE0\x9F\xBF", 0},
                                         Invalid{"\xED\xA0\x80", 0}, Invalid{"\xED\xBF\xBF", 0},
                                         Invalid{"\xF0\x8F\xBF\xBF", 0}, Invalid{"\xF4\x90\x80\x80", 0},
                                         Invalid{"\xF5\x80\x80\x80", 0}, Invalid{"é\xFF", 2}, Invalid{"é\xC3", 2},
                                         Invalid{"\xE2\x82", 0}, Invalid{"\xF0\x9F\x98", 0}, Invalid{"\xC3(", 0}));

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count(""), 0U);
  EXPECT_EQ(count("aß漢😀"), 4U);
  EXPECT_EQ(count("e\xCC\x81"), 2U) << "a letter and its accent are two code points";
}

TEST(Utf8, TurnsIntoUtf16) {
  EXPECT_EQ(to_utf16("aß漢"), u"aß漢");
  EXPECT_EQ(to_utf16("\xF0\x90\x80\x80"), (std::u16string{0xD800, 0xDC00}));
  EXPECT_EQ(to_utf16("\xF4\x8F\xBF\xBF"), (std::u16string{0xDBFF, 0xDFFF}));
}

}  // namespace
}  // namespace galley::utf8
