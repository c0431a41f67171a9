#include "cv/people.h"

#include <gtest/gtest.h>

#include "tests/support/growth.h"
#include "tests/unit/cv/reading_support.h"

namespace galley {
namespace {

/// separator{name}marks for each; "?" for no separator
std::string shown(const std::optional<People>& people) {
  if (!people) return "error";
  std::string out;
  for (const Person& each : *people) out += each.separator.value_or("?") + "{" + each.name + "}" + each.marks;
  return out;
}

struct Row {
  std::string written, read;
};

class PeopleRow : public testing::TestWithParam<Row> {};

TEST_P(PeopleRow, Reads) {
  test::Reading reading;
  const auto node = reading.node(GetParam().written);
  ASSERT_TRUE(node) << reading.messages();
  EXPECT_EQ(shown(read_people(*node, reading.diagnostics)), GetParam().read) << reading.messages();
  EXPECT_EQ(reading.diagnostics.has_errors(), GetParam().read == "error");
}

INSTANTIATE_TEST_SUITE_P(Table, PeopleRow,
                         testing::Values(Row{"Ada", "{Ada}"}, Row{"A, B and C", "{A}, {B} and {C}"},
                                         Row{"A, B, and C", "{A}, {B}, and {C}"}, Row{"A & B", "{A} & {B}"},
                                         Row{"A; B", "{A}; {B}"}, Row{"A,B", "{A},{B}"},
                                         Row{"A  and  B", "{A}  and  {B}"}, Row{"A*, B†‡", "{A}*, {B}†‡"},
                                         Row{"A *, B", "{A}*, {B}"}, Row{"'A\\*, B'", "{A}*, {B}"},
                                         Row{"Sandy Andover and Andy Rand", "{Sandy Andover} and {Andy Rand}"},
                                         Row{"Prof. D. P. Kingma", "{Prof. D. P. Kingma}"}, Row{"[A, B*]", "?{A}?{B}*"},
                                         Row{"[{name: A, marks: x}]", "?{A}x"},
                                         Row{"['Martin Luther King, Jr.']", "?{Martin Luther King, Jr.}"},
                                         Row{"A,", "error"}, Row{"\", A\"", "error"}, Row{"'*A*, B'", "error"},
                                         Row{"'*'", "error"}, Row{"{name: A}", "error"}, Row{"[{marks: x}]", "error"},
                                         Row{"[[A]]", "error"}));

bool is_owner(const std::string& name, const std::string& owner) {
  People people(1);
  people[0].name = name;
  mark_owner(people, OwnerNames({"Someone Else", owner}));
  return people[0].is_owner;
}

TEST(Owner, IsFoundInAnyLetterCase) {
  EXPECT_TRUE(is_owner("RUIQI GAO", "Ruiqi Gao"));
  EXPECT_FALSE(is_owner("Ruiqi Gaot", "Ruiqi Gao"));
}

TEST(Owner, IsFoundByInitialsAndInEitherOrder) {
  for (const std::string name : {"R. Gao", "R Gao", "Gao, Ruiqi", "Gao, R.", "Gao Ruiqi", "Ruiqi X. Gao"}) EXPECT_TRUE(is_owner(name, "Ruiqi Gao")) << name;
  for (const std::string name : {"S.-C. Zhu", "Zhu, Song-Chun", "S. C. Zhu", "S. Zhu"}) EXPECT_TRUE(is_owner(name, "Song-Chun Zhu")) << name;
  for (const std::string name : {"Rui Gao", "X. Gao", "Gao", "Ruiqi", "R. Zhu", "Gao, X. R.", "Martin Gao, Jr."}) EXPECT_FALSE(is_owner(name, "Ruiqi Gao")) << name;
  EXPECT_TRUE(is_owner("Diederik P Kingma", "Diederik P. Kingma"));
  EXPECT_FALSE(is_owner("D. Q. Kingma", "Diederik P. Kingma"));
  EXPECT_TRUE(is_owner("Р. Гао", "Руйци Гао"));
}

TEST(Owner, IsFoundInAnySpellingOfTheSameLetters) {
  EXPECT_TRUE(is_owner("MARCEL BÜHLER", "Marcel Bu\u0308hler"));
  EXPECT_TRUE(is_owner("Jörg STRASSE", "jörg Straße"));
  EXPECT_FALSE(is_owner("Marcel Bühler", "Marcel Buhler"));
}

TEST(Owner, ANameOfMarksTakesTimeInProportion) {
  const auto comparing = [](int count) {
    std::string marks = "a";
    for (int i = 0; i < count; ++i) marks += "\u0301";
    return [marks] { EXPECT_TRUE(is_owner(marks, marks)); };
  };
  EXPECT_LT(test::growth(comparing(20'000), comparing(200'000)), test::kMostGrowth);
}

TEST(People, KnowWhereTheyStand) {
  test::Reading reading;
  const auto people = read_people(*reading.node("A. Author*, B. Writer"), reading.diagnostics);
  ASSERT_EQ(people->size(), 2U);
  EXPECT_EQ((*people)[1].source, (Span{0, 12, 21}));
}

}  // namespace
}  // namespace galley
