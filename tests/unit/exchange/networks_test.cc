#include "exchange/networks.h"

#include <gtest/gtest.h>

#include "exchange/texts.h"

namespace galley {
namespace {

TEST(ContactLine, LeadsToTheProfile) {
  EXPECT_EQ(contact_line("LinkedIn", "ada", ""), "[linkedin.com/in/ada](https://linkedin.com/in/ada)");
  EXPECT_EQ(contact_line("GitHub", "@ada", ""), "[github.com/ada](https://github.com/ada)");
  EXPECT_EQ(contact_line("Stack Overflow", "1/ada", ""), "[stackoverflow.com/users/1/ada](https://stackoverflow.com/users/1/ada)");
  EXPECT_EQ(contact_line("X", "ada", "https://www.x.com/ada/"), "[x.com/ada](https://www.x.com/ada/)");
  EXPECT_EQ(contact_line("LinkedIn", "linkedin.com/in/ada", ""), "[linkedin.com/in/ada](https://linkedin.com/in/ada)");
  EXPECT_EQ(contact_line("Google Scholar", "A1", ""), "[Google Scholar](https://scholar.google.com/citations?user=A1)");
  EXPECT_EQ(contact_line("Guild", "ada", ""), "Guild: ada");
  EXPECT_EQ(contact_line("", "", "not an address"), "not an address");
}

TEST(WebAddress, IsCompletedOrRefused) {
  EXPECT_EQ(web_address("example.org/me"), "https://example.org/me");
  EXPECT_EQ(web_address("//example.org"), "https://example.org");
  EXPECT_EQ(web_address("HTTP://example.org/a b"), "http://example.org/a%20b");
  EXPECT_EQ(web_address("ada@example.org"), "mailto:ada@example.org");
  for (const std::string_view none : {"", "N/A", "none", "#", "#work", "file:///etc/passwd", "javascript:alert(1)", "http://", "./cv.pdf", "v1.2 (beta)"})
    EXPECT_FALSE(web_address(none)) << none << " " << web_address(none).value_or("");
}

TEST(Embolden, WordsThatStandByThemselves) {
  const auto bold = [](std::string text) {
    embolden(text, {"C++", "Java", ""});
    return text;
  };
  EXPECT_EQ(bold("C++, Java and JavaScript"), "**C++**, **Java** and JavaScript");
  EXPECT_EQ(bold("**Java** [x](https://a.org/Java)"), "**Java** [x](https://a.org/Java)");
}

}  // namespace
}  // namespace galley
