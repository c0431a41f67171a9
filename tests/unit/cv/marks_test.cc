#include "cv/marks.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "cv/cldr.h"
#include "cv/rich_text.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

struct Case {
  std::string language, typed, set;
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.language << ": " << each.typed; }

std::string without_backslashes(std::string text) {
  std::erase(text, '\\');
  return text;
}

std::vector<Case> cases() {
  std::ifstream file(source_folder() + "/tests/cases/marks.txt");
  std::vector<Case> all;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("= ")) {
      all.back().set = line.substr(2);
      for (const auto& [shown, space] : {std::pair<std::string, const char*>{"˽", "\u202F"}, {"⍽", "\u00A0"}})
        for (std::size_t at; (at = all.back().set.find(shown)) != std::string::npos;) all.back().set.replace(at, shown.size(), space);
    } else {
      const std::size_t colon = line.find(": ");
      all.push_back({line.substr(0, colon), line.substr(colon + 2), without_backslashes(line.substr(colon + 2))});
    }
  }
  return all;
}

/// With the spaces of French that its files ask for.
Language::Marks marks_of(const std::string& tag) {
  Language::Marks marks;
  if (tag == "fr") {
    marks.narrow_before = ";:!?";
    marks.narrow_inside = true;
  }
  if (tag == "fr-CA") {
    marks.narrow_before = ":";
    marks.narrow_inside = marks.full_spaces = true;
  }
  add_quotes(tag, marks);
  return marks;
}

class Marks : public ::testing::TestWithParam<Case> {};

TEST_P(Marks, AreThoseOfTheLanguage) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = GetParam().typed;
  node.span = {0, 0, static_cast<std::uint32_t>(node.text.size())};
  Diagnostics diagnostics;
  RichText text = read_rich_text(node, diagnostics);
  set_marks(text, RangeDashes::en, [](const std::string& tag) { return marks_of(tag.empty() ? GetParam().language : tag); });
  std::string set;
  for (const RichSpan& span : text) set += span.text;
  EXPECT_EQ(set, GetParam().set);
  set_marks(text, RangeDashes::en, [](const std::string& tag) { return marks_of(tag.empty() ? GetParam().language : tag); });
  std::string again;
  for (const RichSpan& span : text) again += span.text;
  if (GetParam().typed.find('\\') == std::string::npos) {
    EXPECT_EQ(again, set) << "what is set already stays";
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Marks, ::testing::ValuesIn(cases()));

TEST(Quotes, OfALocaleComeFromItsParentsToo) {
  const auto quotes = [](const std::string& tag) {
    Language::Marks marks;
    add_quotes(tag, marks);
    return marks.open + marks.close + marks.inner_open + marks.inner_close;
  };
  EXPECT_EQ(quotes("de-AT"), "„“‚‘");
  EXPECT_EQ(quotes("fr-CH"), "«»‹›");
  EXPECT_EQ(quotes("pl"), "„”«»");
  EXPECT_EQ(quotes("zh-Hant-TW"), "「」『』");
  EXPECT_EQ(quotes("tlh"), "“”‘’") << "the root's";
}

TEST(Months, OfLanguagesWithoutAFileAreCldrs) {
  Language icelandic, serbian, unknown;
  ASSERT_TRUE(put_months("is", icelandic));
  EXPECT_EQ(icelandic.months[2], "mars");
  EXPECT_EQ(icelandic.months_short[0], "jan.");
  EXPECT_EQ(icelandic.dates.day, "{day}. {mon} {year}");
  ASSERT_TRUE(put_months("sr-Latn-RS", serbian));
  EXPECT_EQ(serbian.months[5], "jun");
  EXPECT_FALSE(put_months("tlh", unknown));
}

TEST(Months, HaveAFormForDays) {
  Language slavic;
  ASSERT_TRUE(put_months("be", slavic));
  EXPECT_NE(slavic.months[0], slavic.months_with_day[0]) << "nominative and genitive";
}

}  // namespace
}  // namespace galley
