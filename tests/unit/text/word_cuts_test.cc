// Where words may be divided, and which words may not.
#include "text/word_cuts.h"

#include <gtest/gtest.h>

#include "text/hyphenate.h"

namespace galley {
namespace {

/// The word with "-" for a hyphen and "|" for a place where nothing appears.
std::string shown(std::string word, const std::vector<WordCut>& cuts) {
  for (std::size_t i = cuts.size(); i-- > 0;) word.insert(cuts[i].at, cuts[i].kind == WordCut::Kind::hyphen ? "-" : "|");
  return word;
}

std::string hyphenated(const std::string& word) { return shown(word, hyphen_cuts(word, *hyphenation_for("en"))); }

TEST(WordCuts, OnlyOrdinaryWordsAreHyphenated) {
  if (!hyphenation_for("en")) GTEST_SKIP() << "no English patterns on this machine";
  EXPECT_EQ(hyphenated("(information)"), "(in-for-ma-tion)");
  EXPECT_EQ(hyphenated("Information"), "In-for-ma-tion");
  for (const char* word : {"UNESCO", "NeurIPS", "JavaScript", "GANs", "CAT3D", "only"}) EXPECT_EQ(hyphenated(word), word);
}

TEST(WordCuts, AnAddressIsKnown) {
  for (const char* word : {"https://example.org", "www.example.org/a", "ada@example.org,", "(ada.lovelace@example.org)", "github.com",
                           "github.com/ada/engine", "ruiqigao.github.io."})
    EXPECT_TRUE(is_address(word)) << word;
  for (const char* word : {"e.g.", "Ph.D.", "and/or", "3.5", "C.elegans", "@home", "Inc.", "1.2.3", "", "...", "A.I."})
    EXPECT_FALSE(is_address(word)) << word;
}

TEST(WordCuts, AddressesBreakAtTheirMarksWithoutAHyphen) {
  const auto cut = [](const std::string& word) { return shown(word, address_cuts(word)); };
  EXPECT_EQ(cut("https://example.org/a-b/c_d?e=f"), "https://|example|.org/|a-|b/|c_|d?|e=f");
  EXPECT_EQ(cut("ada@example.org"), "ada@example|.org");
  EXPECT_EQ(cut("a.b"), "a.b") << "two characters stay at either end";
}

}  // namespace
}  // namespace galley
