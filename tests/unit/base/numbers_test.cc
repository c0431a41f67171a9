#include "base/numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <locale>

namespace galley {
namespace {

TEST(FormatNumber, DropsWhatSaysNothing) {
  EXPECT_EQ(format_number(12.5, 4), "12.5");
  EXPECT_EQ(format_number(100, 2), "100");
  EXPECT_EQ(format_number(-3, 0), "-3");
  EXPECT_EQ(format_number(0.1 + 0.2, 5), "0.3");
}

TEST(FormatNumber, NeverGivesANegativeZero) {
  EXPECT_EQ(format_number(-0.0, 2), "0");
  EXPECT_EQ(format_number(-0.001, 2), "0");
  EXPECT_EQ(format_number(-0.4, 0), "0");
}

TEST(FormatNumber, NeverUsesAnExponent) {
  EXPECT_EQ(format_number(1e-7, 9), "0.0000001");
  EXPECT_EQ(format_number(1e21, 2), "1000000000000000000000");
  EXPECT_EQ(format_number(std::numeric_limits<double>::max(), 9).size(), 309U);
}

TEST(FormatNumber, KeepsFilesValid) {
  EXPECT_EQ(format_number(std::nan(""), 2), "0");
  EXPECT_EQ(format_number(-std::numeric_limits<double>::infinity(), 2), "0");
}

TEST(FormatNumber, Appends) {
  std::string out = "x ";
  append_number(out, 1.25, 1);
  EXPECT_EQ(out, "x 1.2") << "halves go to the even digit";
}

TEST(ParseDecimal, TakesPlainDecimals) {
  EXPECT_EQ(parse_decimal("12"), 12.0);
  EXPECT_EQ(parse_decimal("-0.25"), -0.25);
  EXPECT_EQ(parse_decimal("+1.5"), 1.5);
  EXPECT_EQ(parse_decimal("010"), 10.0) << "not octal";
}

TEST(ParseDecimal, TakesNothingElse) {
  for (const char* text :
       {"", "-", "+", ".", "1e3", "0x1F", "inf", "nan", ".nan", " 1", "1 ", "1,5", "1.2.3", "--1", "+-1", "1_000"})
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
}

TEST(ParseWhole, TakesDigitsBelowABillion) {
  EXPECT_EQ(parse_whole("0"), 0);
  EXPECT_EQ(parse_whole("08"), 8);
  EXPECT_EQ(parse_whole("999999999"), 999'999'999);
  for (const char* text : {"", "1000000000", "-1", "+1", "1.0", "a", " 1"})
    EXPECT_EQ(parse_whole(text), std::nullopt) << text;
}

/// Writes numbers the German way.
class CommaLocale : public std::numpunct<char> {
 protected:
  [[nodiscard]] char do_decimal_point() const override { return ','; }
};

TEST(Numbers, DoNotFollowTheLocale) {
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaLocale));
  EXPECT_EQ(format_number(1.5, 2), "1.5");
  EXPECT_EQ(parse_decimal("1.5"), 1.5);
  EXPECT_EQ(parse_decimal("1,5"), std::nullopt);
  std::locale::global(before);
}

}  // namespace
}  // namespace galley
