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
  EXPECT_EQ(condensed("- title: Learning from (one) example, \"again\"\n"), "- \u01BF: \u01BF, \"\u01BF\"\n");
  EXPECT_EQ(condensed("name: 高瑞琦\nyear: 2024\n"), "\u01BF: \u01BF\n\u01BF: \u01BF\n");
  EXPECT_EQ(condensed("a: to  two  spaces, trailing \n"), "a: to  \u01BF  \u01BF, \u01BF \n");
}

TEST(Condense, WhatMeansSomethingToYamlStays) {
  EXPECT_EQ(condensed("[null, Null: \"a\\u00e9b words\"]\n"), "[null, Null: \"a\\u00e9b \u01BF\"]\n");
  EXPECT_EQ(condensed("a: !tag_of words\nb: &some_name words\n"), "a: !tag_of \u01BF\nb: &some_name \u01BF\n");
  EXPECT_EQ(condensed("some words # with a comment\nand more\n"), "\u01BF # with a comment\n\u01BF\n");
}

TEST(Condense, ATextWithTheStandInIsReadAsItIs) { EXPECT_EQ(condensed("some words and \u01BF\n"), "as it is"); }

TEST(Condense, AKeyThatIsTooLongDoesNotBecomeOne) {
  EXPECT_EQ(condensed("a: " + std::string(2000, 'b') + '\n'), "a: \u01BF\n");
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

/// The same, read without condensing: a comment with the stand-in sees to that.
std::string read_as_it_is(const std::string& text) { return read(text + "\n# \u01BF"); }

std::string read_condensed(const std::string& text) {
  std::string seen = read(text + "\n# \u01BE");
  for (std::size_t at; (at = seen.find("\u01BE")) != std::string::npos;) seen.replace(at, 2, "\u01BF");  // where a message quotes it
  return seen;
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
  for (const std::string& text : texts) EXPECT_EQ(read_condensed(text), read_as_it_is(text)) << text.substr(0, 200);
}

TEST(Condense, ChangesNothingInSpoiltFiles) {
  const std::vector<std::string> pieces = {" ", "\n", ": ", "- ", "#", " # ", "\"", "'", "\\", "\\x41", "[", "]", "{", "}", ",", "&name ", "*name",
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
      ASSERT_EQ(read_condensed(spoilt), read_as_it_is(spoilt)) << spoilt;
    }
  }
}

}  // namespace
}  // namespace galley
