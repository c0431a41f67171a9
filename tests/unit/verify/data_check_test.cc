#include "verify/data_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace galley::proof {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ExpectedData data_of(const std::vector<ExpectedGroup>& groups) { return {{groups}, {}}; }

/// `pages`: parted by "|".
std::vector<std::string> said(const ExpectedData& data, const std::string& pages) {
  std::vector<Word> found;
  std::size_t page = 1;
  for (std::size_t at = 0; at <= pages.size(); ++page) {
    const std::size_t end = std::min(pages.find('|', at), pages.size());
    for (Word& word : words_of(pages.substr(at, end - at), page)) found.push_back(std::move(word));
    at = end + 1;
  }
  std::vector<std::string> out;
  for (const DataFault& each : faults_against(data, found)) out.push_back(std::to_string(each.page) + " " + each.message);
  return out;
}

const ExpectedData kWork = data_of({{"the section 'Work'", {{"title", "Work"}}},
                                    {"entry 1", {{"position", "Analyst"}, {"company", "Analytical Engine"}}},
                                    {"entry 2", {{"position", "Painter"}, {"company", "Rain, Steam and Speed"}}}});

TEST(DataCheck, WhatStandsBetweenFieldsIsTheLayouts) {
  EXPECT_THAT(said(kWork, "WORK (Analytical Engine): “Analyst”. Painter — Rain, Steam, then Speed"),
              ElementsAre("1 lost: 'Rain, Steam and Speed' (company, entry 2)")) << "a field's own words stay together";
  EXPECT_THAT(said(kWork, "WORK (Analytical Engine): “Analyst”. Painter — Rain, Steam and Speed"), IsEmpty());
}

TEST(DataCheck, NamesWhatIsLostOrElsewhere) {
  EXPECT_THAT(said(kWork, "Work Analyst Analytical Engine Rain Steam and Speed"), ElementsAre("1 lost: 'Painter' (position, entry 2)"));
  EXPECT_THAT(said(kWork, "Work Painter Analyst Analytical Engine Rain Steam and Speed"),
              ElementsAre("1 moved or lost: 'Painter' (position, entry 2) does not stand in its place"));
}

TEST(DataCheck, CountsWhatStandsSeveralTimes) {
  const ExpectedData data = data_of({{"a", {{"award", "Best paper"}}}, {"b", {{"award", "Best paper"}}}});
  EXPECT_THAT(said(data, "Best paper Best paper"), IsEmpty());
  EXPECT_THAT(said(data, "Best paper"), ElementsAre("1 lost: 'Best paper' (award, a) comes out 1 of 2 times"));
}

TEST(DataCheck, AFieldWithinAnotherDoesNotStandForIt) {
  const ExpectedData data = data_of({{"the head", {{"name", "Marta Azevedo"}, {"email", "marta@azevedo.example"}}}});
  EXPECT_THAT(said(data, "Marta Azevedo marta@azevedo.example"), IsEmpty());
  EXPECT_EQ(said(data, "marta@azevedo.example").size(), 1U);
}

TEST(DataCheck, APageEndMayPartAField) {
  EXPECT_THAT(said(data_of({{"a", {{"text", "a long paragraph that goes on"}}}}), "a long para|Sidebar graph that goes on"), IsEmpty());
  EXPECT_THAT(said(data_of({{"a", {{"text", "a long paragraph that goes on"}}}}), "a long para|Sidebar that goes on").size(), 1U);
}

TEST(DataCheck, FlowsMayStandAmongEachOther) {
  const ExpectedData data{{{{"a", {{"f", "alpha"}}}, {"b", {{"f", "beta"}}}}, {{"c", {{"f", "gamma"}}}, {"d", {{"f", "delta"}}}}}, {}};
  EXPECT_THAT(said(data, "alpha gamma beta delta"), IsEmpty());
  EXPECT_EQ(said(data, "alpha delta beta gamma").size(), 1U);
}

TEST(DataCheck, CapitalsWideFormsAndAccentsAreLooks) {
  EXPECT_THAT(said(data_of({{"a", {{"f", "Größe Ελλάδα office İş"}}}}), "GRÖSSE ΕΛΛΑΔΑ oﬃce iş"), IsEmpty());
}

}  // namespace
}  // namespace galley::proof
