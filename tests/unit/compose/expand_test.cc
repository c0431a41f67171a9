// Templates and fields from text -> the words of one line, and how they are set.
#include "compose/expand.h"

#include <gtest/gtest.h>

#include "compose/compose.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

std::string text_of(const StyledText& pieces) {
  std::string text;
  for (const Piece& piece : pieces) text += piece.text;
  return text;
}

/// The pieces with what sets them off: <style:text>, links as <style:text->uri>; text in the line's own style is bare.
std::string marked(const Composed& composed, const TextBlock& block) {
  std::string text;
  for (const Piece& piece : block.text) {
    const bool is_plain = piece.style == block.style && piece.link == kNoLink;
    const std::string target = piece.link == kNoLink ? "" : "->" + composed.links[piece.link];
    text += is_plain ? piece.text : "<" + composed.styles[piece.style].name + ":" + piece.text + target + ">";
  }
  return text;
}

struct Set {
  Composed composed;
  TextBlock block;           ///< the section's first
  std::string text, marked;  ///< of it; empty: there is none
};

/// One entry of a kind, its fields in YAML, set by one line of a layout. `more` is put at the layout's end.
Set set(const std::string& kind, const std::string& fields, const std::string& line, const std::string& more = "") {
  const auto scene = testing::read_scene(testing::cv_with("    S:\n      - {kind: " + kind + ", " + fields + "}\n"),
                                         "extends: base\nentries:\n  " + kind + ":\n    - {" + line + "}\n" + more);
  EXPECT_TRUE(scene->inputs) << scene->messages();
  if (!scene->inputs) return {};
  Set result;
  result.composed = compose(scene->inputs->cv, scene->inputs->layout, scene->inputs->language);
  result.block = *paragraph_of(result.composed.streams[1].sections[0].items[0].blocks[0]);
  result.text = text_of(result.block.text);
  result.marked = marked(result.composed, result.block);
  return result;
}

struct WordsCase {
  std::string fields, line, text;
};

TEST(Expand, GroupsVanishWithTheirPunctuation) {
  const std::string all = "award: A, institution: I, dates: 2016, summary: S", some = "award: A, dates: 2016", one = "award: A";
  const std::string line = "line: '{award}[, {institution}[ ({dates})]].[ {summary}]'";
  EXPECT_EQ(set("award", all, line).text, "A, I (2016). S");
  EXPECT_EQ(set("award", some, line).text, "A.") << "the inner group goes with the outer one";
  EXPECT_EQ(set("award", one, line).text, "A.");
  EXPECT_EQ(set("award", "award: A, institution: I", line).text, "A, I.");
  const std::string test = "line: '{award}[!{?dates}]'";
  EXPECT_EQ(set("award", some, test).text, "A!") << "a test sets nothing itself";
  EXPECT_EQ(set("award", one, test).text, "A");
  const std::string absent = "line: '{award}[{!institution} ({dates})]'";
  EXPECT_EQ(set("award", some, absent).text, "A (2016)");
  EXPECT_EQ(set("award", all, absent).text, "A") << "the group is for entries without an institution";
  EXPECT_EQ(set("award", one, "line: '{institution}{award}'").text, "A") << "outside of groups nothing else vanishes";
}

TEST(Expand, ALineVanishesWithoutAnyField) {
  EXPECT_EQ(set("award", "award: A", "line: 'at {institution}'").text, "");
  EXPECT_EQ(set("award", "award: A", "line: 'by [{award} of {institution}]'").text, "") << "what stands in a vanished group does not count";
  EXPECT_EQ(set("award", "award: A", "line: 'Words alone'").text, "Words alone");
}

TEST(Expand, JoinsThePartsThatAreThere) {
  const std::string line = "line: ['{award}', '{institution}', '{dates}'], with: ' | ', with-style: strong, end: '[.{?institution}]'";
  EXPECT_EQ(set("award", "award: A, institution: I, dates: 2016", line).marked, "A<strong: | >I<strong: | >2016.");
  EXPECT_EQ(set("award", "award: A, dates: 2016", line).marked, "A<strong: | >2016");
  EXPECT_EQ(set("award", "award: A", line).marked, "A");
}

TEST(Expand, AFullStopIsNotDoubled) {
  const std::vector<WordsCase> cases = {
      {"award: Plain", "line: '{award}.'", "Plain."},
      {"award: Done.", "line: '{award}.'", "Done."},
      {"award: 'Why?'", "line: '{award}.'", "Why?"},
      {"award: 'Stop!'", "line: '{award}.'", "Stop!"},
      {"award: And so on …", "line: '{award}.'", "And so on …"},
      {"award: 'Why?'", "line: '“{award}”. Next'", "“Why?” Next"},
      {"award: 'Why?'", "line: '“{award}.” Next'", "“Why?” Next"},
      {"award: 'Why?'", "line: '“{award:title}”', end: '.'", "“Why?”"},
      {"award: 'Why?'", "line: '{award}{phrase.in:strong}', end: '.'", "Why?in."},
      {"award: 'He said \"Why?\"'", "line: '{award}.'", "He said “Why?”"},
      {"award: '“Why?”', institution: I", "line: ['{award:title}', '{institution}'], with: '. '", "“Why?” I"},
      {"award: A B.", "line: '{award}...'", "A B...."},
      {"award: A (B.)", "line: '{award}.'", "A (B.)."}};
  for (const WordsCase& each : cases) EXPECT_EQ(set("award", each.fields, each.line).text, each.text) << each.fields << " " << each.line;
}

TEST(Expand, StylesAndWhatStandsAroundThem) {
  EXPECT_EQ(set("award", "award: A *b* **c**", "line: '{award}'").marked, "A <emphasis:b> <strong:c>");
  EXPECT_EQ(set("award", "award: Best, institution: I", "line: '{institution}[ {award:badge}]'").marked, "I <badge:[Best]>");
  EXPECT_EQ(set("award", "award: Best", "line: '{award:venue:badge}'").marked, "<badge:[Best]>");
  const Set nested = set("award", "award: Best", "line: '{award:venue:strong}'");
  ASSERT_FALSE(nested.block.text.empty());
  const Style& style = nested.composed.styles[nested.block.text[0].style];
  EXPECT_TRUE(style.italic) << "the outer style shows through";
  EXPECT_EQ(style.weight, 700);
}

TEST(Expand, LinksToAFieldOrFromTheText) {
  const std::string url = "url: 'https://example.org/a'";
  const Set linked = set("award", "award: A *b*, " + url, "line: 'The {award -> url}!'");
  EXPECT_EQ(linked.marked, "The <body:A ->https://example.org/a><emphasis:b->https://example.org/a>!");
  const StyledText& pieces = linked.block.text;
  EXPECT_EQ(pieces[1].link, pieces[2].link) << "one link";
  EXPECT_EQ(pieces[1].element, pieces[2].element);
  EXPECT_EQ(linked.composed.structure.elements[pieces[1].element].role, Role::link);
  EXPECT_NE(pieces[0].element, pieces[1].element);

  EXPECT_EQ(set("award", "award: A", "line: '{award -> url}'").marked, "A") << "no such field, no link";
  EXPECT_EQ(set("award", "award: 'see [it *now*](https://example.org)'", "line: '{award}'").marked,
            "see <body:it ->https://example.org><emphasis:now->https://example.org>");
  EXPECT_EQ(set("award", "award: 'a [b](https://example.org/b)', " + url, "line: '{award -> url}'").marked,
            "<body:a ->https://example.org/a><body:b->https://example.org/b>")
      << "a link in the text stays what it is";
  EXPECT_EQ(set("award", "award: A, url: 'https://example.org/'", "line: '{url -> url}'").marked, "<body:example.org->https://example.org/>");
  EXPECT_EQ(set("award", "award: A, url: 'mailto:me@example.org'", "line: '{url}'").text, "me@example.org");
}

TEST(Expand, JoinsListsByTheirFormat) {
  const std::string formats = "lists: {or: {between: '; ', two: ' or ', last: '; or '}}\n";
  const std::vector<WordsCase> cases = {{"skills: [a]", "line: '{skills:or}'", "a"},
                                        {"skills: [a, b]", "line: '{skills:or}'", "a or b"},
                                        {"skills: [a, b, c]", "line: '{skills:or}'", "a; b; or c"},
                                        {"skills: [a, b, c]", "line: '{skills}'", "a, b, c"},
                                        {"skills: [a, b, c]", "line: '{skills:and}'", "a, b and c"},
                                        {"skills: [a, b]", "line: '{skills:bulleted}'", "a · b"}};
  for (const WordsCase& each : cases) EXPECT_EQ(set("skill", each.fields, each.line, formats).text, each.text) << each.fields << each.line;
}

TEST(Expand, JoinsPeopleAsTheirAuthorOrTheLayoutWants) {
  const std::string line = "line: '{authors}'";
  EXPECT_EQ(set("publication", "title: T, authors: 'A. One; B. Two & C. Three'", line).text, "A. One; B. Two & C. Three");
  EXPECT_EQ(set("publication", "title: T, authors: 'A. One; B. Two & C. Three'", line, "people: {wording: layout}\n").text,
            "A. One, B. Two and C. Three");
  EXPECT_EQ(set("publication", "title: T, authors: [A. One, B. Two]", line).text, "A. One and B. Two");
  EXPECT_EQ(set("publication", "title: T, authors: [A. One, B. Two, C. Three]", line, "people: {last: ', {and} '}\n").text,
            "A. One, B. Two, and C. Three");
}

TEST(Expand, SetsOffTheOwnerButNotTheMarks) {
  EXPECT_EQ(set("publication", "title: T, authors: 'Ada Lovelace*, Luigi Menabrea*'", "line: '{authors}'").marked,
            "<owner:Ada Lovelace>*, Luigi Menabrea*");
  EXPECT_EQ(set("publication", "title: T, authors: [ada LOVELACE]", "line: '{authors:venue}'").marked, "<owner:ada LOVELACE>");
  EXPECT_EQ(set("publication", "title: T, authors: [Ada Lovelace]", "line: '{authors}'", "people: {owner: }\n").marked, "Ada Lovelace")
      << "a layout need not set anyone off";
}

TEST(Expand, PhrasesAgreeInNumber) {
  const std::string line = "line: '{phrase.mentors:strong}: {mentors}'";
  EXPECT_EQ(set("experience", "position: P, mentors: A. One", line).marked, "<strong:Mentor>: A. One");
  EXPECT_EQ(set("experience", "position: P, mentors: A. One and B. Two", line).marked, "<strong:Mentors>: A. One and B. Two");
}

TEST(Expand, DatesTakeTheFormatThatIsNamed) {
  const std::string formats = "dates: {tight: {range: '{start}-{end}'}}\n";
  EXPECT_EQ(set("award", "award: A, dates: 2016-09/2017", "line: '{dates}'").text, "Sep 2016 – 2017");
  EXPECT_EQ(set("award", "award: A, dates: 2016-09/2017", "line: '{dates:tight}'", formats).text, "Sep 2016-2017");
  EXPECT_EQ(set("award", "award: A, dates: {date: 2016, shown: long ago}", "line: '{dates:tight}'", formats).text, "long ago");
}

TEST(Expand, PreferredBreaksStandInTheText) {
  EXPECT_EQ(set("award", "award: A, institution: I", "line: '{award}, {/}{institution}'").text, "A, \u2029I");
}

}  // namespace
}  // namespace galley
