// What the parsers of application portals make of our pages. Many stand on the text of pdf.js and on these rules of it:
//   a line ends where the next run stands lower or higher by more than half the size of the larger type;
//   on a line, a gap of an em or a step back parts items, and 0.102 em between two letters parts words;
//   a section begins with a title alone on its line.
// So name, ways of contact, titles of sections and titles of jobs are to come out as lines or items of their own.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "requests/layout_files.h"
#include "tests/support/typeset.h"

namespace galley {
namespace {

constexpr double kPartsLines = 0.5;     // of the larger type's size
constexpr double kPartsItems = 1.0;     // em
constexpr double kPartsWords = 0.102;   // em; pdf.js, src/core/evaluator.js, TRACKING_SPACE_FACTOR

/// Stretches of text on a line, as far as only gaps part them.
using ParsedLine = std::vector<std::string>;

double em_between(Length gap, const GlyphRun& run) { return gap.points() / run.size.points(); }

/// The text of a run as a parser sees it: letters that are set apart too far are words.
std::string seen(const GlyphRun& run) {
  std::string text;
  for (const Glyph& glyph : run.glyphs) {
    const std::string letters = run.text.substr(glyph.text.begin, glyph.text.end - glyph.text.begin);
    text += letters;
    const Length natural = run.size.times(run.face->advance(glyph.id), run.face->metrics().units_per_em);
    if (!letters.ends_with(' ') && &glyph != &run.glyphs.back() && em_between(glyph.advance - natural, run) > kPartsWords) text += ' ';
  }
  return text;
}

class Parser {
 public:
  std::vector<ParsedLine> lines;

  void read(const Page& page) {
    last_ = nullptr;
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what)) read(item.at, *run);
  }

 private:
  void read(const Point& at, const GlyphRun& run) {
    const double larger = std::max(run.size.points(), last_ ? last_->size.points() : 0.0);
    const double step = (at.y - baseline_).points();
    if (!last_ || run.upwards || last_->upwards || step > kPartsLines * larger || step < -kPartsLines * larger) {
      lines.push_back({seen(run)});
    } else if (const double gap = em_between(at.x - end_, run); gap > kPartsItems || gap < -kPartsItems) {
      lines.back().push_back(seen(run));
    } else {
      lines.back().back() += (gap > kPartsWords ? " " : "") + seen(run);
    }
    last_ = &run;
    baseline_ = at.y;
    end_ = at.x + run.width();
  }

  const GlyphRun* last_ = nullptr;
  Length baseline_, end_;
};

/// Letter case and white space aside, which layouts may change.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// True if `wanted` begins an item and ends one: that item, or one further down to which its lines run on.
bool is_own_item(const std::vector<ParsedLine>& lines, const std::string& wanted) {
  constexpr std::size_t kMostLines = 4;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const std::string& first : lines[i]) {
      std::string text = plain(first);
      for (std::size_t next = i + 1; text.size() < wanted.size() && next < std::min(lines.size(), i + kMostLines); ++next) text += ' ' + plain(lines[next].front());
      if (text == wanted) return true;
    }
  }
  return false;
}

/// Or lines, where it is long.
bool is_own_line(const std::vector<ParsedLine>& lines, const std::string& wanted) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string text;
    for (std::size_t next = i; text.size() < wanted.size() && next < lines.size() && lines[next].size() == 1; ++next)
      text += (text.empty() ? "" : " ") + plain(lines[next].front());
    if (text == wanted) return true;
  }
  return false;
}

/// True if `wanted` stands in an item with nothing but white space beside it: what is searched for by its pattern.
bool is_own_word(const std::vector<ParsedLine>& lines, const std::string& wanted) {
  for (const ParsedLine& line : lines) {
    for (const std::string& item : line) {
      const std::string text = ' ' + plain(item) + ' ';
      if (text.find(' ' + wanted + ' ') != std::string::npos) return true;
    }
  }
  return false;
}

std::string text_of(const Entry& entry, std::string_view field) {
  const Field* found = entry.find(field);
  const auto* text = found ? std::get_if<RichText>(&found->value) : nullptr;
  return text ? plain(plain_text(*text)) : std::string{};
}

class Portals : public ::testing::TestWithParam<std::string> {};

TEST_P(Portals, FindNameContactTitlesOfSectionsAndOfJobs) {
  for (const char* cv : {"data/ruiqi-gao.yaml", "examples/nurse.yaml", "examples/designer.yaml"}) {
    SCOPED_TRACE(cv);
    const auto set = testing::typeset_file(cv, GetParam());
    ASSERT_TRUE(set->document) << set->messages();
    Parser parser;
    for (const Page& page : set->document->pages.pages) parser.read(page);
    const Entry& person = set->inputs->cv.person;
    EXPECT_TRUE(is_own_item(parser.lines, text_of(person, "name"))) << "the name";
    for (const char* field : {"email", "phone"}) {
      EXPECT_TRUE(is_own_word(parser.lines, text_of(person, field))) << field;
    }
    const bool above = set->inputs->layout.sections.placement == LabelPlacement::above;
    for (const Section& section : set->inputs->cv.sections) {
      const std::string title = plain(plain_text(section.title));
      EXPECT_TRUE(above ? is_own_line(parser.lines, title) : is_own_item(parser.lines, title)) << title;
      for (const auto& item : section.items) {
        const auto* entry = std::get_if<Entry>(&item);
        const std::string position = entry ? text_of(*entry, "position") : "";
        EXPECT_TRUE(position.empty() || is_own_item(parser.lines, position)) << position;
      }
    }
  }
}

/// Neither headline nor address between them: the e-mail address is not drawn into the name.
TEST_P(Portals, FindTheNameWhateverFollowsIt) {
  const auto set = testing::typeset_file("tests/golden/sidebar/cv.yaml", GetParam());
  ASSERT_TRUE(set->document) << set->messages();
  Parser parser;
  for (const Page& page : set->document->pages.pages) parser.read(page);
  EXPECT_TRUE(is_own_line(parser.lines, "ada lovelace"));
}

TEST_P(Portals, FindNoLigaturesWhereTypeIsTracked) {
  const auto set = testing::typeset_file("examples/nurse.yaml", GetParam());
  ASSERT_TRUE(set->document) << set->messages();
  for (const Page& page : set->document->pages.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.what);
      if (!run || run->right_to_left) continue;
      for (const Glyph& glyph : run->glyphs) {
        const std::string letters = run->text.substr(glyph.text.begin, glyph.text.end - glyph.text.begin);
        const Length natural = run->size.times(run->face->advance(glyph.id), run->face->metrics().units_per_em);
        constexpr double kTracked = 0.03;  // em: more than kerning and justified letters take
        const bool is_ligature = letters.size() > 1 && (letters[0] & 0x80) == 0;
        EXPECT_TRUE(!is_ligature || em_between(glyph.advance - natural, *run) < kTracked) << letters << " in " << run->text;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Layouts, Portals, ::testing::ValuesIn(layout_names(WithBase::no)),
                         [](const auto& tested) { std::string name = tested.param; std::replace(name.begin(), name.end(), '-', '_'); return name; });

}  // namespace
}  // namespace galley
