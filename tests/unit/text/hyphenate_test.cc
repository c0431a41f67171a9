#include "text/hyphenate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hyphen.h>
#include <iconv.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "tests/support/paths.h"

// Read by the leak checker of sanitized builds: libhyphen's loader loses a few bytes where a pattern occurs twice.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { return "leak:libhyphen"; }
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }

namespace galley {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

std::string divided(std::string_view word, const std::vector<std::size_t>& places) {
  std::string result(word);
  for (std::size_t i = places.size(); i-- > 0;) result.insert(places[i], "-");
  return result;
}

std::string without_hyphens(std::string word) {
  std::erase(word, '-');
  return word;
}

struct Language {
  std::string tag, dictionary, word_list;
};

const Language kLanguages[] = {{"de", "hyph_de_DE", "ngerman"},
                               {"en", "hyph_en_US", "american-english"},
                               {"en-GB", "hyph_en_GB", "british-english"},
                               {"es", "hyph_es_ES", "spanish"},
                               {"fr", "hyph_fr", "french"}};

void PrintTo(const Language& language, std::ostream* out) { *out << language.tag; }

// ---- Cases from a file ----

struct DividedWord {
  std::string language, word;
};

std::vector<DividedWord> read_cases() {
  std::ifstream file(source_folder() + "/tests/cases/hyphenation.txt");
  std::vector<DividedWord> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line.substr(line.find(':') + 1));
    for (std::string word; words >> word;) cases.push_back({line.substr(0, line.find(':')), word});
  }
  return cases;
}

TEST(Hyphenate, DividesTheWordsOfTheCases) {
  const std::vector<DividedWord> cases = read_cases();
  EXPECT_GT(cases.size(), 50u);
  for (const DividedWord& each : cases) {
    const HyphenationTable* table = hyphenation_for(each.language);
    ASSERT_NE(table, nullptr) << each.language;
    const std::string word = without_hyphens(each.word);
    EXPECT_EQ(divided(word, hyphenate(*table, word)), each.word) << each.language;
  }
}

// ---- Word by word against libhyphen, over the same dictionaries ----

struct FreeDictionary {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

/// `text` in a dictionary's character set; nothing where that lacks a letter.
std::optional<std::string> encoded(const std::string& text, const std::string& charset) {
  if (charset == "UTF-8") return text;
  const iconv_t converter = iconv_open(charset.c_str(), "UTF-8");
  std::string from = text;
  std::string result(text.size(), '\0');
  char* in = from.data();
  char* out = result.data();
  std::size_t in_left = from.size();
  std::size_t out_left = result.size();
  const bool failed = iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1);
  iconv_close(converter);
  if (failed) return std::nullopt;
  result.resize(result.size() - out_left);
  return result;
}

/// The places that libhyphen divides `word` at, which must be in lower case; as byte offsets in UTF-8.
std::optional<std::vector<std::size_t>> libhyphen_places(HyphenDict& dictionary, const std::string& word) {
  const std::optional<std::string> text = encoded(word, dictionary.cset);
  if (!text) return std::nullopt;
  std::vector<char> digits(text->size() + 5);
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  hnj_hyphen_hyphenate2(&dictionary, text->c_str(), static_cast<int>(text->size()), digits.data(), nullptr,
                        &replacements, &positions, &cuts);
  EXPECT_EQ(replacements, nullptr) << word << ": a pattern that changes the spelling";
  std::vector<std::size_t> places;
  std::size_t letter = 0;
  for (std::size_t at = 0; at < word.size(); ++letter) {
    at += utf8::decode(word, at).length;
    if (digits[letter] % 2 == 1 && at < word.size()) places.push_back(at);
  }
  return places;
}

/// Letters in lower case and apostrophes; capitals beyond ASCII are those of Latin-1, as the word lists have no others.
bool is_plain(const std::string& word) {
  for (std::size_t at = 0; at < word.size(); at += utf8::decode(word, at).length) {
    const char32_t c = utf8::decode(word, at).code_point;
    const bool ascii = (c >= U'a' && c <= U'z') || c == U'\'';
    if (c < 0x80 ? !ascii : c >= 0xC0 && c <= 0xDE) return false;
  }
  return !word.empty();
}

/// Words in lower case: those of the cases, some thousand of the system's word list (package w*, where it is
/// installed), and compounds made of two of these.
std::vector<std::string> words_of(const Language& language) {
  std::vector<std::string> words;
  for (const DividedWord& each : read_cases())
    if (each.language == language.tag && is_plain(each.word)) words.push_back(without_hyphens(each.word));
  std::ifstream list("/usr/share/dict/" + language.word_list);
  std::vector<std::string> all;
  for (std::string word; std::getline(list, word);)
    if (is_plain(word) && !utf8::first_invalid_byte(word)) all.push_back(word);
  const std::size_t step = std::max<std::size_t>(1, all.size() / 6000);
  for (std::size_t i = 0; i < all.size(); i += step) words.push_back(all[i]);
  const std::size_t simple = words.size();
  std::mt19937 numbers(1983);
  for (std::size_t i = 0; i < simple / 2; ++i) words.push_back(words[numbers() % simple] + words[numbers() % simple]);
  return words;
}

class LikeLibhyphen : public ::testing::TestWithParam<Language> {};

TEST_P(LikeLibhyphen, DividesEachWord) {
  const std::string path = hyphen_folder() + "/" + GetParam().dictionary + ".dic";
  const std::unique_ptr<HyphenDict, FreeDictionary> dictionary(hnj_hyphen_load(path.c_str()));
  ASSERT_NE(dictionary, nullptr) << path;
  const HyphenationTable* table = hyphenation_for(GetParam().tag);
  ASSERT_NE(table, nullptr);
  int compared = 0;
  for (const std::string& word : words_of(GetParam())) {
    if (word.size() > 95) continue;
    const std::optional<std::vector<std::size_t>> places = libhyphen_places(*dictionary, word);
    if (!places) continue;
    EXPECT_EQ(divided(word, hyphenate(*table, word)), divided(word, *places));
    ++compared;
  }
  EXPECT_GT(compared, 5);
  RecordProperty("words", compared);
}

INSTANTIATE_TEST_SUITE_P(Dictionaries, LikeLibhyphen, ::testing::ValuesIn(kLanguages), [](const auto& each) {
  std::string name = each.param.tag;
  std::erase(name, '-');
  return name;
});

// ---- Languages ----

TEST(Hyphenate, FindsTheTableOfALanguageOrOfItsNearestParent) {
  EXPECT_NE(hyphenation_for("de"), nullptr);
  EXPECT_EQ(hyphenation_for("de-CH"), hyphenation_for("de"));
  EXPECT_EQ(hyphenation_for("de-Latn-AT-x-old"), hyphenation_for("de"));
  EXPECT_EQ(hyphenation_for("EN-gb"), hyphenation_for("en-GB"));
  EXPECT_NE(hyphenation_for("en-GB"), hyphenation_for("en"));
  for (const char* unknown : {"", "x", "zz", "d", "deu", "-", "-de"}) EXPECT_EQ(hyphenation_for(unknown), nullptr);
}

TEST(Hyphenate, NamesItsLanguages) {
  const std::vector<std::string> languages = hyphenation_languages();
  EXPECT_TRUE(std::is_sorted(languages.begin(), languages.end()));
  for (const Language& each : kLanguages) EXPECT_THAT(languages, Contains(each.tag));
}

// ---- Words that are none ----

TEST(Hyphenate, LeavesTooShortAndTooLongWordsWhole) {
  const HyphenationTable& table = *hyphenation_for("en");
  EXPECT_THAT(hyphenate(table, ""), IsEmpty());
  EXPECT_THAT(hyphenate(table, "a"), IsEmpty());
  std::string word;
  while (word.size() < 100) word += "hyphenation";
  EXPECT_FALSE(hyphenate(table, word.substr(0, 100)).empty());
  EXPECT_THAT(hyphenate(table, word.substr(0, 101)), IsEmpty());
}

TEST(Hyphenate, PassesOverLettersThatItsPatternsDoNotHave) {
  const HyphenationTable& table = *hyphenation_for("en");
  EXPECT_THAT(hyphenate(table, "типография"), IsEmpty());
  EXPECT_THAT(hyphenate(table, "𝓱𝔂𝓹𝓱𝓮𝓷"), IsEmpty());
}

TEST(Hyphenate, DividesBytesOfAnyKindOnlyBetweenThem) {
  std::mt19937 numbers(7);
  for (const Language& each : kLanguages)
    for (int round = 0; round < 500; ++round) {
      std::string word;
      for (std::size_t size = numbers() % 40; word.size() < size;) word += static_cast<char>(numbers() % 256);
      const std::vector<std::size_t> places = hyphenate(*hyphenation_for(each.tag), word);
      EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
      for (const std::size_t place : places) EXPECT_TRUE(place > 0 && place < word.size());
    }
}

}  // namespace
}  // namespace galley
