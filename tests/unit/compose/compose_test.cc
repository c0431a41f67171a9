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

/// A block that is no container, with the label beside it.
struct Leaf {
  const Block* block = nullptr;
  const Label* label = nullptr;

  [[nodiscard]] const TextBlock& paragraph() const { return *paragraph_of(*block); }
  [[nodiscard]] const Row* row() const { return std::get_if<Row>(&block->kind); }
};

/// All of them in reading order.
std::vector<Leaf> leaves(const Composed& document) {
  std::vector<Leaf> all;
  for (const Stream& stream : document.streams)
    for (const ComposedSection& section : stream.sections) {
      const Label* label = section.label ? &*section.label : nullptr;
      for_each_part(section, [&](const Part& part) {
        for_each_leaf(part.blocks, [&](const Block& block) { all.push_back({&block, std::exchange(label, nullptr)}); });
      });
    }
  return all;
}

/// Each block: "Label| * text >beside".
std::vector<std::string> shown(const Composed& document) {
  std::vector<std::string> lines;
  for (const Leaf& leaf : leaves(document)) {
    std::string line = leaf.label ? text_of(leaf.label->text) + "| " : "";
    if (leaf.paragraph().bullet) line += text_of(leaf.paragraph().bullet->mark) + " ";
    line += text_of(leaf.paragraph().text);
    if (leaf.row()) line += ">" + text_of(leaf.row()->beside);
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

/// Sections as {item item}, items as (block block), a note as [block]; blocks as h (heading) or -.
std::string nesting(const Stream& stream) {
  const auto blocks = [](const Part& part) {
    std::string text;
    for (const Block& block : part.blocks) text += block.is_heading ? 'h' : '-';
    return text;
  };
  std::string text;
  for (const ComposedSection& section : stream.sections) {
    text += '{' + (section.note ? '[' + blocks(*section.note) + ']' : std::string());
    for (const Part& item : section.items) text += '(' + blocks(item) + ')';
    text += '}';
  }
  return text;
}

TEST(Compose, IsATreeOfStreamsSectionsAndItems) {
  const Composed document = composed(kTwoSections);
  ASSERT_EQ(document.streams.size(), 2U);
  EXPECT_EQ(nesting(document.streams[0]), "{(h-)}") << "name, contact";
  EXPECT_EQ(nesting(document.streams[1]), "{(----)(--)}{[h](h)(-)}");
  EXPECT_TRUE(document.streams[0].sections[0].holds_together);
  EXPECT_FALSE(document.streams[1].sections[0].holds_together);
}

TEST(Compose, StreamsKnowTheirFrames) {
  const Composed document = composed(kTwoSections,
                                     "extends: base\npage: {size: 200pt x 300pt, margins: {left: 20pt, right: 10pt, top: 15pt, bottom: 25pt}, first-line: 8pt}\n"
                                     "columns: {label: 30pt, gutter: 5pt}\nhead: {left: 40pt, right: 50pt, first-baseline: 33pt}\n"
                                     "sidebar: {left: 150pt, width: 40pt, bottom: 12pt, kinds: [award], read: first, first-baseline: text}\n");
  ASSERT_EQ(document.streams.size(), 3U);
  const Frame &head = document.streams[0].frame, &side = document.streams[1].frame, &text = document.streams[2].frame;
  EXPECT_EQ(head.left, 40_pt);
  EXPECT_EQ(head.right, 150_pt);
  EXPECT_EQ(head.opening, Opening::baseline);
  EXPECT_EQ(head.first_baseline, 33_pt);
  EXPECT_EQ(head.lowest, 275_pt);
  EXPECT_EQ(text.left, 20_pt);
  EXPECT_EQ(text.right, 190_pt);
  EXPECT_EQ(text.label, 30_pt);
  EXPECT_EQ(text.opening, Opening::below);
  EXPECT_EQ(text.neighbour, 0U);
  EXPECT_EQ(text.first_line, 8_pt);
  EXPECT_EQ(side.left, 150_pt);
  EXPECT_EQ(side.right, 190_pt);
  EXPECT_EQ(side.lowest, 288_pt);
  EXPECT_EQ(side.opening, Opening::level);
  EXPECT_EQ(side.neighbour, 2U) << "the text, which is read after it";
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
  const std::vector<Leaf> all = leaves(document);
  EXPECT_THAT(of(all[0].paragraph().text), ElementsAre(Role::heading1, Role::document));
  EXPECT_THAT(of(all[2].label->text), ElementsAre(Role::heading2, Role::section, Role::document));
  EXPECT_THAT(of(all[2].paragraph().text), ElementsAre(Role::paragraph, Role::section, Role::document));
  EXPECT_THAT(of(all[2].row()->beside), ElementsAre(Role::span, Role::paragraph, Role::section, Role::document));
  EXPECT_THAT(of(all[4].paragraph().bullet->mark), ElementsAre(Role::label, Role::list_item, Role::list, Role::section, Role::document));
  EXPECT_THAT(of(all[4].paragraph().text), ElementsAre(Role::list_body, Role::list_item, Role::list, Role::section, Role::document));
  EXPECT_THAT(of(all[9].paragraph().text), ElementsAre(Role::heading3, Role::section, Role::document));
  const auto list_of = [&](std::size_t leaf) { return elements[elements[all[leaf].paragraph().text.front().element].parent].parent; };
  EXPECT_EQ(list_of(4), list_of(5)) << "the bullets of an entry are one list";
}

TEST(Compose, NeighbouringEntriesOfAListKindShareTheList) {
  const Composed document = composed(testing::cv_with("    Reviews:\n"
                                                      "      - {venue: A}\n"
                                                      "      - {venue: B}\n"
                                                      "      - heading: Others\n"
                                                      "      - {venue: C}\n"));
  const std::vector<Element>& elements = document.structure.elements;
  const std::vector<Leaf> all = leaves(document);
  const auto list_of = [&](std::size_t leaf) {
    ElementId id = all[leaf].paragraph().text.front().element;
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
  const auto add = [&](const std::vector<Bookmark>& bookmarks) {
    for (const Bookmark& mark : bookmarks) marks.push_back(std::to_string(mark.level) + " " + mark.title);
  };
  for (const Stream& stream : document.streams)
    for (const ComposedSection& section : stream.sections) {
      add(section.bookmarks);
      for_each_part(section, [&](const Part& part) {
        for (const Block& block : part.blocks) add(block.bookmarks);
      });
    }
  EXPECT_THAT(marks, ElementsAre("0 Ada Lovelace", "1 Work & more", "1 Prizes"));
}

TEST(Compose, ARowBesideADateEndsWithARealSpace) {
  const Composed document = composed(kTwoSections);
  const std::vector<Leaf> all = leaves(document);
  EXPECT_EQ(text_of(all[2].paragraph().text), "Engineer ");
  EXPECT_EQ(text_of(all[6].paragraph().text), "Translator") << "no date, no space";
  EXPECT_FALSE(all[6].row());
}

TEST(Compose, ASectionWhoseLinesAllVanishStillShowsItsName) {
  const Composed document = composed(testing::cv_with("    Prizes: [{award: A}]\n    Rest: [text]\n"),
                                     "extends: base\nentries: {award: [{line: '{institution}'}]}\n");
  EXPECT_THAT(shown(document), ElementsAre("Ada Lovelace", "Prizes| ", "Rest| text"));
}

TEST(Compose, SpacesBelongToWhatAsksForThem) {
  const auto of = [](const std::string& sections) {
    return composed(testing::cv_with(sections),
                    "extends: base\n"
                    "head: {first-baseline: 50pt, space: 40pt}\n"
                    "sections: {space: 30pt, space-before-heading: 20pt, space-after-label: 9pt, heading: {space: {before: 25pt, after: 16pt}}, "
                    "note: {space: {after: 18pt}}}\n"
                    "entries:\n"
                    "  award: {space: {before: 17pt, after: 19pt}, lines: [{line: '{award}'}, {line: '{institution}', space: 15pt}]}\n");
  };
  const Composed document = of("    S:\n      note: N\n      entries: [{award: A, institution: I}]\n    T:\n      - {award: B}\n    U:\n      - heading: H\n");
  const std::vector<ComposedSection>& sections = document.streams[1].sections;
  EXPECT_EQ(document.streams[0].frame.first_baseline, 50_pt);
  EXPECT_EQ(sections[0].space, 40_pt) << "from the head";
  EXPECT_EQ(sections[1].space, 30_pt);
  EXPECT_EQ(sections[2].space, 20_pt) << "it opens with a sub-heading";
  EXPECT_EQ(sections[0].label_clearance, 9_pt);
  EXPECT_EQ(sections[0].note->space.after, 18_pt);
  EXPECT_EQ(sections[0].items[0].space.before, 19_pt) << "base's for awards of several lines";
  EXPECT_EQ(sections[0].items[0].space.after, 19_pt);
  EXPECT_FALSE(sections[0].items[0].blocks[0].space) << "left to the leading";
  EXPECT_EQ(sections[0].items[0].blocks[1].space, 15_pt);
  EXPECT_EQ(sections[2].items[0].space.before, 25_pt);
}

TEST(Compose, EntriesOfSeveralLinesMayStandFurtherApart) {
  const Composed document = composed(
      testing::cv_with("    S:\n      - {award: A, institution: I}\n      - {award: B}\n      - {company: C, roles: [{position: R, location: L}, {position: T}]}\n"),
      "extends: base\nentries:\n  award: {space: 13pt, space-of-several-lines: 21pt, lines: [{line: '{award}'}, {line: '{institution}'}]}\n"
      "  employer: [{line: '{company}'}, {entries: roles}]\n"
      "  role: {space: 13pt, space-of-several-lines: 22pt, lines: [{line: '{position}'}, {line: '{location}'}]}\n");
  const std::vector<Part>& items = document.streams[1].sections[0].items;
  EXPECT_EQ(items[0].space.before, 21_pt);
  EXPECT_EQ(items[0].space.after, 21_pt);
  EXPECT_EQ(items[1].space.after, 13_pt) << "of one line";
  ASSERT_EQ(items[2].blocks.size(), 4U);
  EXPECT_EQ(items[2].blocks[1].space, 22_pt) << "within an entry, too";
  EXPECT_EQ(items[2].blocks[3].space, 22_pt);
}

TEST(Compose, ALineMayAskForSpaceToTheNextWhicheverThatIs) {
  const auto spaces = [](const std::string& entry) {
    const Composed document = composed(testing::cv_with("    S: [" + entry + "]\n"),
                                       "extends: base\nstyles: {body: {leading: 12pt}}\nentries:\n  award:\n    - {line: '{award}', space-after: 20pt}\n"
                                       "    - {line: '{institution}', space-after: 8pt}\n    - {line: '{summary}', space: 25pt}\n    - {line: '{dates}'}\n");
    std::vector<double> all;
    for (const Block& block : document.streams[1].sections[0].items[0].blocks) all.push_back(block.space ? block.space->points() : 0);
    return all;
  };
  EXPECT_THAT(spaces("{award: A, institution: I, dates: 2000}"), ElementsAre(0, 20, 0)) << "8pt are less than the leading";
  EXPECT_THAT(spaces("{award: A, dates: 2000}"), ElementsAre(0, 20));
  EXPECT_THAT(spaces("{award: A, summary: S}"), ElementsAre(0, 25)) << "the larger counts";
}

TEST(Compose, TheOwnersNameIsKnownAsOne) {
  const Composed document = composed(testing::cv_with("    S: [Ada Lovelace]\n"), "extends: base\n");
  const auto names_in = [](const ComposedSection& section) { return paragraph_of(section.items[0].blocks[0])->text.front().names.size(); };
  EXPECT_EQ(names_in(document.streams[0].sections[0]), 1U) << "no hyphen parts it";
  EXPECT_EQ(names_in(document.streams[1].sections[0]), 0U);
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

TEST(Compose, EntriesWithinAnEntryAreSetAsTheirKindsAre) {
  const std::string layout =
      "extends: base\nentries:\n  employer: [{line: '{company}'}, {entries: roles}, {line: '{location}'}]\n"
      "  role: {space: {before: 15pt, after: 20pt}, lines: [{line: '{position}'}, {each: highlights, line: '{item}'}]}\n"
      "  normal: [{line: '{name}'}, {entries: parts}]\n  bullet: {list: yes, lines: [{line: '{bullet}', bullet: {mark: '#.'}}]}\n";
  const Composed document = composed(testing::cv_with("    S:\n"
                                                      "      - {company: E, location: L, roles: [{position: A, highlights: [x, y]}, {title: B}]}\n"
                                                      "      - {name: P, parts: [{bullet: one}, {bullet: two}, {name: Q, parts: {bullet: three}}]}\n"),
                                     layout);
  EXPECT_THAT(shown(document), ElementsAre("Ada Lovelace", "S| E", "A", "x", "y", "B", "L", "P", "1. one", "2. two", "Q", "1. three"));
  const auto& blocks = document.streams[1].sections[0].items[0].blocks;
  EXPECT_EQ(blocks[1].space, 15_pt);
  EXPECT_FALSE(blocks[2].space);
  EXPECT_EQ(blocks[4].space, 20_pt) << "the larger of what follows the one and comes before the other";
}

TEST(Compose, EntriesThatTheCvNumbersGetAMarkWhereTheLayoutHasNone) {
  const std::string cv = testing::cv_with("    S:\n      numbers: {order: backward, prefix: J}\n"
                                          "      entries: [{title: A, authors: X, summary: s}, {title: B, authors: X}]\n");
  const std::string layout = "extends: base\nentries:\n  publication: [{line: '{title}'}, {line: '{summary}'}]\nsections: {number: {mark: '(#)', width: 20pt}}\n";
  const Composed document = composed(cv, layout);
  EXPECT_THAT(shown(document), ElementsAre("Ada Lovelace", "S| (J2) A", "s", "(J1) B"));
  EXPECT_EQ(leaves(document)[2].paragraph().indent, 20_pt) << "below the text, not below the number";
  EXPECT_THAT(shown(composed(cv, "extends: base\nentries: {publication: [{line: '{title}', bullet: {mark: '#.'}}]}\n")),
              ElementsAre("Ada Lovelace", "S| J2. A", "J1. B"));
}

TEST(Compose, LongListsOfAuthorsKeepTheOwner) {
  const std::string layout =
      "extends: base\nnames: {cited: {given-names: initials, between: ', ', last: ' & ', most: 3, first: 1}}\nentries:\n  publication: [{line: '{authors:cited}'}]\n";
  const auto of = [&](const std::string& authors) {
    return shown(composed(testing::cv_with("    S: [{title: T, authors: " + authors + "}]\n"), layout)).back();
  };
  EXPECT_EQ(of("[Blaise Pascal, Luigi Menabrea, Ada Lovelace]"), "S| B. Pascal, L. Menabrea & A. Lovelace");
  EXPECT_EQ(of("[Blaise Pascal, Luigi Menabrea, Ada Lovelace*, Xu Yi]"), "S| B. Pascal, …, A. Lovelace*, et al.");
  EXPECT_EQ(of("[Blaise Pascal, Luigi Menabrea, Xu Yi, Ada Lovelace]"), "S| B. Pascal, …, A. Lovelace");
  EXPECT_EQ(of("[Ada Lovelace, Luigi Menabrea, Xu Yi, Blaise Pascal]"), "S| A. Lovelace, et al.");
  const auto in = [&](const std::string& language) {
    const std::string cv = "cv:\n  name: Ada Lovelace\n  language: " + language + "\n  sections:\n    S: [{title: T, authors: [Ada Lovelace, Luigi Menabrea, Xu Yi, Blaise Pascal]}]\n";
    return shown(composed(cv, layout)).back();
  };
  EXPECT_EQ(in("de"), "S| A. Lovelace, u. a.");
  EXPECT_EQ(in("ru"), "S| A. Lovelace и др.") << "a phrase that begins with a space takes no comma";
}

TEST(Compose, BulletsTakeTheirGapFromTheLinesSize) {
  const Composed document = composed(testing::cv_with("    S:\n      - bullet: B\n"),
                                     "extends: base\nentries:\n  bullet: [{line: '{bullet}', style: small, bullet: {mark: '–', indent: 3pt, "
                                     "gap: 0.5em, hang: no, style: badge}}]\nstyles: {small: {size: 8pt}}\n");
  const std::vector<Leaf> all = leaves(document);
  const Bullet& bullet = *all.back().paragraph().bullet;
  EXPECT_EQ(text_of(bullet.mark), "–");
  EXPECT_EQ(document.styles[bullet.mark.front().style].name, "badge");
  EXPECT_EQ(bullet.indent, 3_pt);
  EXPECT_EQ(bullet.gap, 4_pt);
  EXPECT_FALSE(bullet.hang);
}

}  // namespace
}  // namespace galley
