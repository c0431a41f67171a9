#include "base/numbers.h"

#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
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

TEST(FormatNumber, ShortWayAndExactWayAgree) {
  const auto exactly = [](double value, int decimals) {
    std::array<char, 64> buffer{};
    std::string text(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr);
    if (text.find('.') != std::string::npos) text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
  };
  std::uint64_t state = 1;
  for (int i = 0; i < 200'000; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;  // Knuth, MMIX
    const int decimals = static_cast<int>(state >> 61);
    const auto whole = static_cast<std::int64_t>(state >> 33) - (std::int64_t{1} << 30);
    for (const double value : {static_cast<double>(whole) / 65536, static_cast<double>(whole % 4000) / 2000, static_cast<double>(whole)})
      ASSERT_EQ(format_number(value, decimals), exactly(value, decimals)) << value << " to " << decimals;
  }
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
