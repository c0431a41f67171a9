#include "compose/compose.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::ElementsAre;

Composed composed(const std::string& cv, const std::string& layout = "extends: base\n") {
  const auto scene = testing::read_scene(cv, layout);
  EXPECT_TRUE(scene->inputs) << scene->messages();
  return scene->inputs ? compose(scene->inputs->cv, scene->inputs->layout, scene->inputs->language) : Composed{};
}

std::string text_of(const StyledText& pieces) {
  std::string text;
  for (const Piece& piece : pieces) text += piece.text;
  return text;
}

/// Each block: "Label| * text >aside".
std::vector<std::string> shown(const Composed& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    std::string line = block.label ? text_of(block.label->text) + "| " : "";
    if (block.bullet) line += text_of(block.bullet->mark) + " ";
    line += text_of(block.text);
    if (block.aside) line += ">" + text_of(block.aside->text);
    lines.push_back(line);
  }
  return lines;
}

constexpr const char* kTwoSections =
    "cv:\n"
    "  name: Ada Lovelace\n"
    "  email: ada@example.org\n"
    "  sections:\n"
    "    Work & more:\n"
    "      - {position: Engineer, company: Analytical Ltd, dates: 1843, highlights: [First, Second]}\n"
    "      - {position: Translator, details: Notes}\n"
    "    Prizes:\n"
    "      note: a selection\n"
    "      entries:\n"
    "        - heading: Early\n"
    "        - {award: Medal, dates: 1840}\n";

TEST(Compose, PutsEverythingInReadingOrder) {
  EXPECT_THAT(shown(composed(kTwoSections)),
              ElementsAre("Ada Lovelace", "ada@example.org", "Work & more| Engineer >1843", "Analytical Ltd", "• First", "• Second",
                          "Translator", "Notes", "Prizes| a selection", "Early", "Medal >1840"));
}

TEST(Compose, MarksWhatStartsAndWhatStaysWithTheNext) {
  const Composed document = composed(kTwoSections);
  std::string starts;
  for (const Block& block : document.blocks) {
    starts += block.starts_section ? 's' : '-';
    starts += block.starts_entry ? 'e' : '-';
    starts += block.is_heading ? 'h' : '-';
    starts += ' ';
  }
  //                      name email Work         Analytical • •  Translator Notes a selection Early Medal
  EXPECT_EQ(starts, "--h --- se- --- --- --- -e- --- s-h -eh -e- ");
  EXPECT_EQ(document.blocks[0].region, Region::full);
  EXPECT_EQ(document.blocks[2].region, Region::text_column);
}

TEST(Compose, TheStructureSaysWhatEachPieceIs) {
  const Composed document = composed(kTwoSections);
  const std::vector<Element>& elements = document.structure.elements;
  const auto path = [&](ElementId id) {
    std::vector<Role> roles;
    for (; id != kArtifact; id = elements[id].parent) roles.push_back(elements[id].role);
    return roles;
  };
  const auto of = [&](const StyledText& text) { return path(text.front().element); };
  EXPECT_THAT(of(document.blocks[0].text), ElementsAre(Role::heading1, Role::document));
  EXPECT_THAT(of(document.blocks[2].label->text), ElementsAre(Role::heading2, Role::section, Role::document));
  EXPECT_THAT(of(document.blocks[2].text), ElementsAre(Role::paragraph, Role::section, Role::document));
  EXPECT_THAT(of(document.blocks[2].aside->text), ElementsAre(Role::span, Role::paragraph, Role::section, Role::document));
  EXPECT_THAT(of(document.blocks[4].bullet->mark), ElementsAre(Role::label, Role::list_item, Role::list, Role::section, Role::document));
  EXPECT_THAT(of(document.blocks[4].text), ElementsAre(Role::list_body, Role::list_item, Role::list, Role::section, Role::document));
  EXPECT_THAT(of(document.blocks[9].text), ElementsAre(Role::heading3, Role::section, Role::document));
  const auto list_of = [&](std::size_t block) { return elements[elements[document.blocks[block].text.front().element].parent].parent; };
  EXPECT_EQ(list_of(4), list_of(5)) << "the bullets of an entry are one list";
}

TEST(Compose, NeighbouringEntriesOfAListKindShareTheList) {
  const Composed document = composed(testing::cv_with("    Reviews:\n"
                                                      "      - {venue: A}\n"
                                                      "      - {venue: B}\n"
                                                      "      - heading: Others\n"
                                                      "      - {venue: C}\n"));
  const std::vector<Element>& elements = document.structure.elements;
  const auto list_of = [&](std::size_t block) {
    ElementId id = document.blocks[block].text.front().element;
    while (elements[id].role != Role::list) id = elements[id].parent;
    return id;
  };
  EXPECT_EQ(list_of(1), list_of(2));
  EXPECT_NE(list_of(2), list_of(4)) << "a heading ends the list";
}

TEST(Compose, NamesTheDocumentAndItsOutline) {
  const Composed document = composed(kTwoSections);
  EXPECT_EQ(document.title, "Ada Lovelace: Curriculum Vitae");
  EXPECT_EQ(document.author, "Ada Lovelace");
  EXPECT_EQ(document.language, "en");
  std::vector<std::string> marks;
  for (const Block& block : document.blocks)
    for (const OutlineMark& mark : block.outline) marks.push_back(std::to_string(mark.level) + " " + mark.title);
  EXPECT_THAT(marks, ElementsAre("0 Ada Lovelace", "1 Work & more", "1 Prizes"));
}

TEST(Compose, ARowBesideADateEndsWithARealSpace) {
  const Composed document = composed(kTwoSections);
  EXPECT_EQ(text_of(document.blocks[2].text), "Engineer ");
  EXPECT_EQ(text_of(document.blocks[6].text), "Translator") << "no date, no space";
  EXPECT_FALSE(document.blocks[6].aside);
}

TEST(Compose, ASectionWhoseLinesAllVanishStillShowsItsName) {
  const Composed document = composed(testing::cv_with("    Prizes: [{award: A}]\n    Rest: [text]\n"),
                                     "extends: base\nentries: {award: [{line: '{institution}'}]}\n");
  EXPECT_THAT(shown(document), ElementsAre("Ada Lovelace", "Prizes| ", "Rest| text"));
}

/// Space before each block in pt; "-" where it is left to the leading.
std::vector<std::string> spaces(const Composed& document) {
  std::vector<std::string> all;
  for (const Block& block : document.blocks)
    all.push_back(block.space_from_leading ? "-" : std::to_string(static_cast<int>(block.space_before.points() + 0.5)));
  return all;
}

constexpr const char* kSpaces =
    "extends: base\n"
    "head: {first-baseline: 50pt, space: 40pt}\n"
    "sections: {space: 30pt, space-before-heading: 20pt, heading: {space: {before: 25pt, after: 16pt}}, note: {space: {after: 18pt}}}\n"
    "entries:\n"
    "  award: {space: {before: 17pt, after: 19pt}, lines: [{line: '{award}'}, {line: '{institution}', space: 15pt}, {line: '{summary}'}]}\n"
    "  bullet: [{line: '{bullet}'}]\n";

TEST(Compose, TheLargerOfTwoSpacesThatMeetWins) {
  const auto of = [](const std::string& items) { return spaces(composed(testing::cv_with("    S:\n" + items), kSpaces)); };
  const std::string award = "      - {award: A, institution: I, summary: S}\n", bullet = "      - {bullet: B}\n";
  EXPECT_THAT(of(award), ElementsAre("50", "40", "15", "-"));
  EXPECT_THAT(of(bullet + award + award), ElementsAre("50", "40", "17", "15", "-", "19", "15", "-"));
  EXPECT_THAT(of(award + bullet + bullet), ElementsAre("50", "40", "15", "-", "19", "12")) << "a bullet asks for no more than its leading";
  EXPECT_THAT(of(award + "      - heading: H\n" + award), ElementsAre("50", "40", "15", "-", "25", "17", "15", "-"));
  EXPECT_THAT(of(award + "      - heading: H\n" + bullet), ElementsAre("50", "40", "15", "-", "25", "16"));
}

TEST(Compose, SpaceBetweenSections) {
  const auto of = [](const std::string& second) {
    return spaces(composed(testing::cv_with("    S:\n      - {award: A}\n    T:\n" + second), kSpaces)).back();
  };
  EXPECT_EQ(of("      - {award: B}\n"), "30") << "not the entry's 19";
  EXPECT_EQ(of("      - heading: H\n"), "20");
  EXPECT_EQ(spaces(composed(testing::cv_with("    S:\n      note: N\n      entries: [{award: A}]\n"), kSpaces))[2], "18");
}

TEST(Compose, EachSetsEveryValueOfAFieldOnALineOfItsOwn) {
  const std::string layout =
      "extends: base\nentries:\n  publication:\n    - {line: '{title}'}\n    - {each: also, line: '{venue}[, {dates}]', right: '{award}'}\n"
      "  education:\n    - {each: institution, line: 'at {item}'}\n    - {each: details, line: '{item};'}\n";
  EXPECT_THAT(shown(composed(testing::cv_with("    S:\n"
                                              "      - {title: T, authors: A, also: [{venue: V, dates: 1840}, {venue: W, award: Oral}]}\n"
                                              "      - {institution: I, details: [one, two]}\n"),
                             layout)),
              ElementsAre("Ada Lovelace", "S| T", "V, 1840", "W >Oral", "at I", "one;", "two;"));
}

TEST(Compose, BulletsTakeTheirGapFromTheLinesSize) {
  const Composed document = composed(testing::cv_with("    S:\n      - bullet: B\n"),
                                     "extends: base\nentries:\n  bullet: [{line: '{bullet}', style: small, bullet: {mark: '–', indent: 3pt, "
                                     "gap: 0.5em, hang: no, style: badge}}]\nstyles: {small: {size: 8pt}}\n");
  const Bullet& bullet = *document.blocks.back().bullet;
  EXPECT_EQ(text_of(bullet.mark), "–");
  EXPECT_EQ(document.styles[bullet.mark.front().style].name, "badge");
  EXPECT_EQ(bullet.indent, 3_pt);
  EXPECT_EQ(bullet.gap, 4_pt);
  EXPECT_FALSE(bullet.hang);
}

}  // namespace
}  // namespace galley
