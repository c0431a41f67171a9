// The reference CV in `classic` against its typeset original, word by word: page, place, style, size and colour.
// The original's words lie in classic-words.tsv, measured on its content stream.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "tests/support/typeset.h"
#include "tests/support/paths.h"

namespace galley::testing {
namespace {

/// How far a word may stand from its place in the original, in pt: a twentieth of the type size. The largest difference
/// today is 0.03, which comes from rounding in the original's own coordinates.
constexpr double kSlack = 0.1;

struct Word {
  int page = 0;
  double x = 0, y = 0, size = 0;
  std::string colour, style, text;
  bool opens_line = false;
};

std::vector<Word> original_words() {
  std::ifstream file(source_folder() + "/tests/reference/classic-words.tsv");
  std::vector<Word> words;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    Word word;
    std::string opens;
    fields >> word.page >> word.x >> word.y >> word.size >> word.colour >> word.style >> opens >> word.text;
    word.opens_line = opens == "O";
    words.push_back(word);
  }
  return words;
}

std::string hex(Colour colour) {
  char text[8];
  std::snprintf(text, sizeof text, "%02x%02x%02x", colour.red, colour.green, colour.blue);
  return text;
}

char style_letter(const Face& face) {
  const bool bold = face.name().find("Bold") != std::string::npos, italic = face.name().find("Italic") != std::string::npos;
  return bold && italic ? 'z' : bold ? 'b' : italic ? 'i' : 'r';
}

/// Glyphs gathered to words: cut at spaces and wherever a run does not go on where the last ended.
class WordReader {
 public:
  std::vector<Word> read(const Pages& pages) {
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
      for (const Item& item : pages.pages[p].items)
        if (const auto* run = std::get_if<GlyphRun>(&item.what)) add(*run, item.at, static_cast<int>(p + 1));
      close();
    }
    return std::move(words_);
  }

 private:
  void add(const GlyphRun& run, Point at, int page) {
    const bool goes_on = at.y == line_ && std::abs((at.x - end_).points()) < 0.01;
    if (!goes_on) close();
    line_ = at.y;
    Length x = at.x;
    for (const Glyph& glyph : run.glyphs) {
      const std::string text = run.text.substr(glyph.text.begin, glyph.text.end - glyph.text.begin);
      if (text == " ") {
        close();
      } else {
        if (word_.text.empty()) word_ = {page, x.points(), at.y.points(), run.size.points(), hex(run.colour), {}, {}, false};
        word_.text += text;
        word_.style += std::string(utf8::count(text), style_letter(*run.face));
      }
      x += glyph.advance;
    }
    end_ = x;
  }

  void close() {
    if (!word_.text.empty()) words_.push_back(std::move(word_));
    word_ = {};
  }

  std::vector<Word> words_;
  Word word_;
  Length line_, end_;
};

bool same_place(const Word& a, const Word& b) {
  return a.page == b.page && a.text == b.text && std::abs(a.x - b.x) <= kSlack && std::abs(a.y - b.y) <= kSlack;
}

TEST(Classic, SetsEveryWordOfTheReferenceWhereTheOriginalHasIt) {
  const auto set = typeset_file("data/ruiqi-gao.yaml", "classic");
  ASSERT_TRUE(set->document) << set->messages();
  EXPECT_EQ(set->messages(), "");
  EXPECT_EQ(set->document->pages.pages.size(), 5U);
  const std::vector<Word> words = WordReader().read(set->document->pages);
  const std::vector<Word> originals = original_words();
  ASSERT_GT(originals.size(), 1700U);
  std::size_t lines = 0;
  for (const Word& original : originals) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return same_place(word, original); });
    if (found == words.end()) {
      ADD_FAILURE() << "page " << original.page << ": no '" << original.text << "' at " << original.x << ", " << original.y;
      continue;
    }
    EXPECT_EQ(found->style, original.style) << original.text;
    EXPECT_EQ(found->colour, original.colour) << original.text;
    EXPECT_NEAR(found->size, original.size, 0.01) << original.text;
    lines += original.opens_line ? 1U : 0U;
  }
  EXPECT_EQ(lines, 239U);  // of the original's 241; the two others hold the replaced address and phone
}

TEST(Classic, LinksEveryWordThatTheOriginalLinks) {
  const auto set = typeset_file("data/ruiqi-gao.yaml", "classic");
  ASSERT_TRUE(set->document) << set->messages();
  std::map<bool, int> areas;  // https or not
  for (const Page& page : set->document->pages.pages)
    for (const Item& item : page.items)
      if (const auto* link = std::get_if<LinkArea>(&item.what)) ++areas[link->target.starts_with("https:")];
  EXPECT_EQ(areas[true], 48);
  EXPECT_EQ(areas[false], 23);
}

}  // namespace
}  // namespace galley::testing
