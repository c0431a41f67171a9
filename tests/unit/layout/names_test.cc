#include "layout/names.h"

#include <gmock/gmock.h>

namespace galley {
namespace {

using ::testing::ElementsAre;
using Inverted = NameForm::Inverted;

TEST(Names, AreWrittenInTheLayoutsForm) {
  EXPECT_EQ(name_in_form("Ruiqi Gao", {}, true), "Ruiqi Gao");
  EXPECT_EQ(name_in_form("Ruiqi Gao", {true, Inverted::none}, true), "R. Gao");
  EXPECT_EQ(name_in_form("Jean-Luc Ó. de la Tour", {true, Inverted::all}, false), "de la Tour, J.-L. Ó.");
  EXPECT_EQ(name_in_form("Ruiqi Gao", {false, Inverted::first}, true), "Gao, Ruiqi");
  EXPECT_EQ(name_in_form("Ruiqi Gao", {false, Inverted::first}, false), "Ruiqi Gao");
}

TEST(Names, StayWhereTheyCannotBeTakenApart) {
  for (const char* name : {"Plato", "高瑞奇", "King, Martin", ""}) EXPECT_EQ(name_in_form(name, {true, Inverted::all}, true), name);
}

TEST(Names, OfALongListTheFirstAndTheOwnerAreNamed) {
  PeopleRules rules;
  EXPECT_THAT(named({false, false, true}, rules), ElementsAre(0, 1, 2));
  rules.most = 3;
  EXPECT_THAT(named({false, false, false}, rules), ElementsAre(0, 1, 2));
  EXPECT_THAT(named({false, false, false, true, false}, rules), ElementsAre(0, 3));
  rules.first = 2;
  EXPECT_THAT(named({true, false, false, false}, rules), ElementsAre(0, 1));
}

}  // namespace
}  // namespace galley
