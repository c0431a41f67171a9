#include "yaml/condense.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "source/source.h"
#include "tests/support/paths.h"
#include "yaml/parse.h"

namespace galley {
namespace {

std::string condensed(const std::string& text) {
  const CondensedText made = condense(text);
  return made.runs.empty() ? "as it is" : made.text;
}

TEST(Condense, OneCharacterStandsForWords) {
  EXPECT_EQ(condensed("- title: Learning from (one) example, \"again\"\n"), "- ^: ^, \"^\"\n");
  EXPECT_EQ(condensed("name: 高瑞琦\nyear: 2024\n"), "^: ^\n^: ^\n");
  EXPECT_EQ(condensed("a: to  two  spaces, trailing \n"), "a: ^  ^  ^, ^ \n");
}

TEST(Condense, WhatMeansSomethingToYamlStays) {
  EXPECT_EQ(condensed("[null, Null: \"a\\u00e9b words\"]\n"), "[null, Null: \"a\\u00e9b ^\"]\n");
  EXPECT_EQ(condensed("a: !tag_of words\nb: &some_name words\n"), "a: !tag_of ^\nb: &some_name ^\n");
  EXPECT_EQ(condensed("some words # with a comment\nand more\n"), "^ # with a comment\n^\n");
}

TEST(Condense, AddressesAreWords) { EXPECT_EQ(condensed("{url: https://a.example/b, d://: e}\n"), "{^: ^, d://: e}\n"); }

TEST(Condense, AnotherStandsInWhereTheTextHasTheFirst) {
  EXPECT_EQ(condensed("some words, an x^2\n"), "\u01BF, \u01BF^2\n");
  EXPECT_EQ(condensed("some words, ^ and \u01BF\n"), "as it is");
}

TEST(Condense, AKeyThatIsTooLongDoesNotBecomeOne) {
  EXPECT_EQ(condensed("a: " + std::string(2000, 'b') + '\n'), "a: ^\n");
  EXPECT_EQ(condensed(std::string(2000, 'b') + ": a\n"), "as it is");
}

std::string place(Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end) + " "; }

std::string shown(const Node& node) {
  std::string text = place(node.span) + std::string(describe(node.kind)) + (node.plain ? " plain '" : " '") + node.text + "'\n";
  for (std::size_t i = 0; i < node.items.size(); ++i)
    text += (node.is_map() ? place(node.keys[i].span) + node.keys[i].text + ": " : "- ") + shown(node.items[i]);
  return text;
}

/// The tree with all its places, or what is wrong with it.
std::string read(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto file = add_checked(sources, "cv.yaml", text, diagnostics);
  const auto root = file ? parse(sources, *file, diagnostics) : std::nullopt;
  std::string seen = root ? shown(*root) : "nothing\n";
  for (const Diagnostic& each : diagnostics.all())
    seen += place(each.span) + each.message + " " + each.help + "\n";
  return seen;
}

/// The same with a comment at the end that holds what may stand in, which chooses between them: both, the one, or none.
constexpr std::string_view kBoth = "^\u01BF", kFirst = "^\u01BE", kNone = "$\u01BE";
std::string read_with(const std::string& text, std::string_view comment) {
  std::string seen = read(text + "\n# " + std::string(comment));
  for (std::size_t at; (at = seen.find(comment)) != std::string::npos;) seen.replace(at, comment.size(), "%%%");  // where a message quotes it
  return seen;
}

void expect_same(const std::string& text) {
  const std::string as_it_is = read_with(text, kBoth);
  ASSERT_EQ(read_with(text, kFirst), as_it_is) << text.substr(0, 600);
  ASSERT_EQ(read_with(text, kNone), as_it_is) << text.substr(0, 600);
}

std::vector<std::string> texts_of_the_repository() {
  std::vector<std::string> texts;
  for (const char* folder : {"data", "examples", "layouts", "fonts", "tests/golden", "tests/fuzz/kept/yaml", "tests/fuzz/kept/cv"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder() + "/" + folder)) {
      if (!entry.is_regular_file() || (entry.path().extension() != ".yaml" && entry.path().extension() != ".json")) continue;
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      texts.push_back(text.str());
    }
  std::sort(texts.begin(), texts.end());
  return texts;
}

TEST(Condense, ChangesNothingInAnyFileOfTheRepository) {
  const std::vector<std::string> texts = texts_of_the_repository();
  ASSERT_GT(texts.size(), 100U);
  for (const std::string& text : texts) expect_same(text);
}

TEST(Condense, ChangesNothingInSpoiltFiles) {
  const std::vector<std::string> pieces = {" ", "\n", ": ", "- ", "#", " # ", "\"", "'", "\\", "\\x41", "\\x5E", "://", "[", "]", "{", "}", ",", "&name ", "*name",
                                           "!!str ", "!", "!u", "&a", "*b", "|\n", ">2\n", "%YAML 1.2\n", "---\n", "...\n", "? ", "\t", "null", "<<: ", "words and more", "\u2028", "é", "\u0644\u0627"};
  std::mt19937 random(20261127);  // NOLINT(cert-msc51-cpp): the same files every time
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random()) % bound; };
  for (std::string text : texts_of_the_repository()) {
    text.resize(std::min<std::size_t>(text.size(), 600));
    for (int round = 0; round < 12; ++round) {
      std::string spoilt = text;
      for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
        const std::size_t at = below(spoilt.size() + 1);
        spoilt.replace(at, below(3), pieces[below(pieces.size())]);
      }
      expect_same(spoilt);
    }
  }
}

}  // namespace
}  // namespace galley
