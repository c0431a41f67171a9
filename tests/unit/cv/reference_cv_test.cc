// The CV that the classic layout is measured against: read without a word of complaint, and whole.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

class ReferenceCv : public testing::Test {
 protected:
  void SetUp() override {
    cv = test::read_cv_text(reading, test::file_text("data/ruiqi-gao.yaml"));
    ASSERT_TRUE(cv) << reading.messages();
    ASSERT_EQ(reading.messages(), "");
  }

  const Section& section(const std::string& title) {
    for (const Section& each : cv->sections)
      if (plain_text(each.title) == title) return each;
    ADD_FAILURE() << "no section " << title;
    return cv->sections.front();
  }
  static const Entry& entry(const Section& section, std::size_t index) { return std::get<Entry>(section.items[index]); }

  test::Reading reading;
  std::optional<Cv> cv;
};

std::string text_of(const Entry& entry, const std::string& field) {
  const Field* found = entry.find(field);
  return found ? plain_text(std::get<RichText>(found->value)) : "(none)";
}

void collect_links(const Value& value, std::multiset<std::string>& links) {
  if (const auto* url = std::get_if<std::string>(&value)) links.insert(*url);
  if (const auto* text = std::get_if<RichText>(&value))
    for (const RichSpan& span : *text)
      if (!span.link.empty()) links.insert(span.link);
}

TEST_F(ReferenceCv, HasNineSectionsInOrder) {
  std::vector<std::string> titles;
  for (const Section& each : cv->sections) titles.push_back(plain_text(each.title));
  EXPECT_EQ(titles, (std::vector<std::string>{"Education", "Research Interests", "Experience", "Publications",
                                              "Academic Honors & Awards", "Invited Talks", "Professional Services",
                                              "Students Mentored", "Skills"}));
  std::vector<std::size_t> counts;
  for (const Section& each : cv->sections) counts.push_back(each.items.size());
  EXPECT_EQ(counts, (std::vector<std::size_t>{2, 1, 6, 35, 9, 15, 14, 13, 2}));
}

TEST_F(ReferenceCv, EntriesAreOfTheKindsTheirFieldsTell) {
  EXPECT_EQ(entry(section("Education"), 0).kind, "education");
  EXPECT_EQ(entry(section("Research Interests"), 0).kind, "text");
  EXPECT_EQ(entry(section("Experience"), 5).kind, "experience");
  EXPECT_EQ(entry(section("Academic Honors & Awards"), 0).kind, "award");
  EXPECT_EQ(entry(section("Professional Services"), 1).kind, "service");
  EXPECT_EQ(entry(section("Professional Services"), 6).kind, "review");
  EXPECT_EQ(entry(section("Skills"), 0).kind, "skill");
  EXPECT_EQ(entry(section("Skills"), 1).kind, "language");
  EXPECT_EQ(plain_text(std::get<SubHeading>(section("Professional Services").items[0]).title),
            "Conference Organization");
}

TEST_F(ReferenceCv, EveryPublicationHasTheOwnerOnceAndALink) {
  for (const auto& item : section("Publications").items) {
    const Entry& publication = std::get<Entry>(item);
    int owners = 0;
    for (const Person& person : std::get<People>(publication.find("authors")->value)) owners += person.is_owner ? 1 : 0;
    EXPECT_EQ(owners, 1) << text_of(publication, "title");
    EXPECT_TRUE(publication.find("url")) << text_of(publication, "title");
  }
}

TEST_F(ReferenceCv, HasTheLinksOfTheOriginal) {
  std::multiset<std::string> links;
  for (const Field& field : cv->person.fields) collect_links(field.value, links);
  for (const Section& each : cv->sections)
    for (const auto& item : each.items)
      if (const auto* found = std::get_if<Entry>(&item))
        for (const Field& field : found->fields) collect_links(field.value, links);
  // 71 link boxes stand on the original's pages, one per line of a broken link: 42 links to 41 places.
  EXPECT_EQ(links.size(), 42U);
  EXPECT_EQ(std::set<std::string>(links.begin(), links.end()).size(), 41U);
}

TEST_F(ReferenceCv, KeepsAwardsBreaksAndTheSecondVenue) {
  std::map<std::string, int> awards;
  std::vector<std::size_t> broken;
  const Section& publications = section("Publications");
  for (std::size_t i = 0; i < publications.items.size(); ++i) {
    ++awards[text_of(entry(publications, i), "award")];
    const Field* venue = entry(publications, i).find("venue");
    if (venue && std::get<RichText>(venue->value).front().text.starts_with("\u2028")) broken.push_back(i);
  }
  EXPECT_EQ(awards,
            (std::map<std::string, int>{{"(none)", 25}, {"Oral", 7}, {"Spotlight", 2}, {"Award candidate", 1}}));
  EXPECT_EQ(broken, (std::vector<std::size_t>{9, 11, 19}));
  const auto& also = std::get<std::vector<Entry>>(entry(publications, 19).find("also")->value);
  ASSERT_EQ(also.size(), 1U);
  EXPECT_EQ(text_of(also[0], "award"), "Spotlight");
  EXPECT_EQ(plain_text(publications.note), "* denotes equal contributions");
}

TEST_F(ReferenceCv, KeepsTheSeparatorsOfTheAuthors) {
  const auto joined = [&](std::size_t index) {
    std::string all;
    for (const Person& each : std::get<People>(entry(section("Publications"), index).find("authors")->value))
      all += each.separator.value_or("?") + each.name + each.marks;
    return all;
  };
  EXPECT_EQ(joined(19), "Ruiqi Gao, Erik Nijkamp, Diederik P. Kingma, Zhen Xu, Andrew M. Dai, and Ying Nian Wu");
  EXPECT_EQ(joined(24), "Ruiqi Gao*, Jianwen Xie*, Song-Chun Zhu and Ying Nian Wu");
  EXPECT_EQ(joined(34), "Ruiqi Gao and Jingyi Jessica Li");
}

TEST_F(ReferenceCv, DatesKeepTheirMeaningBesideTheirWords) {
  const auto& dates = std::get<Dates>(entry(section("Experience"), 0).find("dates")->value);
  EXPECT_EQ(dates.wording, "Jul 2021 –present");
  ASSERT_EQ(dates.ranges.size(), 1U);
  EXPECT_EQ(dates.ranges[0].start.month, 7);
  EXPECT_TRUE(dates.ranges[0].end->is_present);
}

}  // namespace
}  // namespace galley
