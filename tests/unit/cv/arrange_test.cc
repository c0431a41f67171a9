#include "cv/arrange.h"

#include <gtest/gtest.h>

#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

/// The first section: headings as "# title", entries by their number and title, the note before them.
std::string arranged(const std::string& section, test::Reading& reading, const std::string& before = {}) {
  const auto cv = test::read_cv_text(reading, "cv:\n  name: Ada Lovelace\n" + before + "  sections:\n    Papers:\n" + section);
  if (!cv) return {};
  std::string out;
  for (const Section& each : cv->sections) {
    if (!each.note.empty()) out += plain_text(each.note) + " | ";
    for (const auto& item : each.items) {
      if (const auto* heading = std::get_if<SubHeading>(&item)) out += "# " + plain_text(heading->title) + " ";
      const auto* entry = std::get_if<Entry>(&item);
      if (!entry) continue;
      if (!entry->number.empty()) out += entry->number + ":";
      out += plain_text(std::get<RichText>(entry->fields.front().value)) + " ";
    }
  }
  return out;
}

std::string arranged(const std::string& section) {
  test::Reading reading;
  std::string out = arranged(section, reading);
  return out + reading.messages();
}

constexpr const char* kPapers =
    "      entries:\n"
    "        - {title: b, authors: Ada, year: 2021, type: journal}\n"
    "        - {title: a, authors: Ada, date: 2023-04, type: talk}\n"
    "        - {title: d, authors: Ada, dates: {shown: in press}, type: journal}\n"
    "        - {title: c, authors: Ada, date: 2023-09, type: journal}\n"
    "        - {title: e, authors: Ada}\n";

TEST(Arrange, SortsByTimeOrByAField) {
  EXPECT_EQ(arranged(std::string("      sort: newest\n") + kPapers), "d e c a b ");
  EXPECT_EQ(arranged(std::string("      sort: oldest\n") + kPapers), "b a c d e ");
  EXPECT_EQ(arranged(std::string("      sort: title\n") + kPapers), "a b c d e ");
}

TEST(Arrange, SortingStaysBetweenHeadings) {
  EXPECT_EQ(arranged("      sort: bullet\n      entries: [{heading: One}, {bullet: c}, {bullet: b}, {heading: Two}, {bullet: a}]\n"), "# One b c # Two a ");
}

TEST(Arrange, GroupsByYearNewestFirstAndWhatIsToCome) {
  EXPECT_EQ(arranged(std::string("      group: year\n") + kPapers), "e # in press d # 2023 a c # 2021 b ");
  EXPECT_EQ(arranged(std::string("      group: year\n      sort: oldest\n") + kPapers), "e # in press d # 2021 b # 2023 a c ");
}

TEST(Arrange, GroupsByAFieldWithTitlesInTheirOrder) {
  EXPECT_EQ(arranged(std::string("      group: type\n") + kPapers), "e # journal b d c # talk a ");
  EXPECT_EQ(arranged(std::string("      group: type\n      groups: {talk: Talks, journal: Journal articles, '': Other}\n") + kPapers),
            "# Other e # Talks a # Journal articles b d c ");
}

TEST(Arrange, GroupsByTheFirstTagThatHasATitleOrElseTheFirst) {
  const std::string entries = "      entries: [{bullet: a, tags: [old, ml]}, {bullet: b, tags: theory}, {bullet: c}, {bullet: d, tags: [ml]}]\n";
  EXPECT_EQ(arranged("      group: tag\n" + entries), "c # old a # theory b # ml d ");
  EXPECT_EQ(arranged("      group: tag\n      groups: {ml: Machine learning}\n" + entries), "c # Machine learning a d # theory b ");
  EXPECT_EQ(arranged("      group: tag\n      entries: [{bullet: a}]\n"), "a cv.yaml:5:14: warning: no entry of this section has 'tag'\n"
                                                                        "    5 |       group: tag\n"
                                                                        "      |              ^^^ help: give entries tags: 'tags: industry'\n");
}

TEST(Arrange, NumbersForwardBackwardAndPerGroupWithPrefixes) {
  EXPECT_EQ(arranged(std::string("      numbers: forward\n") + kPapers), "1:b 2:a 3:d 4:c 5:e ");
  EXPECT_EQ(arranged(std::string("      numbers: backward\n") + kPapers), "5:b 4:a 3:d 2:c 1:e ");
  EXPECT_EQ(arranged(std::string("      group: type\n      numbers: {order: backward, per: group, prefix: {journal: J, talk: T}}\n") + kPapers),
            "1:e # journal J3:b J2:d J1:c # talk T1:a ");
  EXPECT_EQ(arranged(std::string("      group: type\n      numbers: {prefix: P}\n") + kPapers), "P1:e # journal P2:b P3:d P4:c # talk P5:a ");
}

TEST(Arrange, TheNoteCounts) {
  EXPECT_EQ(arranged(std::string("      group: type\n      note: \"{count} works, {count:journal} in journals, {countless}\"\n") + kPapers),
            "5 works, 3 in journals, {countless} | e # journal b d c # talk a ");
}

TEST(Arrange, TheLegendHasTheMarksThatAreUsed) {
  const std::string paper = "      entries: [{title: a, authors: \"Ada*, B\"}]\n";
  const std::string marks = "      legend: {\"*\": equal contribution, \"†\": student}\n";
  EXPECT_EQ(arranged(marks + paper), "* equal contribution | a ");
  EXPECT_EQ(arranged(marks + "      note: Selected.\n" + paper), "Selected. * equal contribution | a ");
  test::Reading reading;
  EXPECT_EQ(arranged("      - {title: a, authors: \"Ada*, B†\"}\n      - {title: b, authors: B}\n", reading, "  legend: {\"*\": equal, \"†\": student}\n"),
            "* equal, † student | a b ");
}

TEST(Arrange, SlipsAreSaid) {
  EXPECT_EQ(arranged(std::string("      group: typ\n") + kPapers),
            "b a d c e cv.yaml:5:14: warning: no entry of this section has 'typ'\n"
            "    5 |       group: typ\n"
            "      |              ^^^ help: did you mean 'type'?\n");
  EXPECT_EQ(arranged("      group: year\n      entries: [{heading: One}, {bullet: b}]\n"),
            "cv.yaml:6:18: error: a section in groups has no headings of its own\n"
            "    6 |       entries: [{heading: One}, {bullet: b}]\n"
            "      |                  ^^^^^^^^^^^^ help: leave out this heading, or 'group'\n");
}

}  // namespace
}  // namespace galley
