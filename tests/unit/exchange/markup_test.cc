#include "exchange/markup.h"

#include <gtest/gtest.h>

#include "tests/support/growth.h"

namespace galley {
namespace {

TEST(Markup, OfOthersBecomesOurs) {
  EXPECT_EQ(own_markup("_a_ __b__ ___c___ _a __b__ c_ *d* **e**"), "*a* **b** ***c*** *a **b** c* *d* **e**");
  EXPECT_EQ(own_markup("`a*b[c]` and `x"), "a\\*b\\[c] and `x");
  EXPECT_EQ(own_markup("<b>a</b><br/><em class=\"x\">b</em> <a href='https://a.org/_b_'>c _d_</a>"), "**a**\n\n*b* [c *d*](https://a.org/_b_)");
  EXPECT_EQ(own_markup("a &amp; b &#233; &nope; $$n^2$$"), "a & b é &nope; n²");
}

TEST(Markup, WhatIsNoneStays) {
  for (const char* text : {"snake_case_name", "a_b and c_d", "_ a _", "a < b > c", "<x@example.org>", "R&D; Q", "$5 and $6", "https://a.org/_x_/ ok", "[a](https://b.org/_c_)", "\\_a\\_", "_", "`", "<", "&", "$$", "\\"})
    EXPECT_EQ(own_markup(text), text);
}

TEST(Markup, TimeGrowsWithTheTextAlone) {
  for (const char* piece : {"_a ", "<", "<a href=\"x\">", "`", "$$", "&a"}) {
    const auto reading = [&](std::size_t count) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += piece;
      return [text] { own_markup(text); };
    };
    EXPECT_LT(test::growth(reading(2'000), reading(20'000)), test::kMostGrowth) << piece;
  }
}

}  // namespace
}  // namespace galley
