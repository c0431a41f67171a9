#include "cv/kinds.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "tests/unit/cv/reading_support.h"
#include "requests/schema.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

TEST(Kinds, TheTableThatShipsIsReadAndSmall) {
  const std::string text = test::file_text("data/kinds.yaml");
  EXPECT_LT(text.size(), 6144U) << "it is parsed in every run";
  test::Reading reading;
  const auto kinds = read_kinds(*reading.node(text), reading.diagnostics);
  EXPECT_EQ(reading.messages(), "");
  ASSERT_TRUE(kinds);
  EXPECT_EQ(kinds->kinds.size(), 18U);
}

TEST(Kinds, EveryNoteIsAboutAFieldThatExists) {
  test::Reading reading;
  const auto root = reading.node(test::file_text("data/kinds.yaml"));
  std::set<std::string> fields;
  for (const Kind& kind : test::built_in_kinds().kinds)
    for (const FieldRule& rule : kind.fields) fields.insert(rule.name);
  for (const Node::Key& key : root->find("notes")->keys) EXPECT_TRUE(fields.contains(key.text)) << key.text;
}

TEST(Kinds, NotationOfFields) {
  test::Reading reading;
  const auto root = reading.node(R"(
roles: {person: person, bare-text: paper, name: name}
notes: {title: What it is called}
kinds:
  person: {fields: {name: text!}}
  paper:
    is: A paper
    known-by: [title]
    short: title
    fields: {title: text! = name heading, people: people, dates: dates, also: entries of paper}
)");
  ASSERT_TRUE(root) << reading.messages();
  const auto kinds = read_kinds(*root, reading.diagnostics);
  ASSERT_TRUE(kinds) << reading.messages();
  const Kind& paper = *kinds->find("paper");
  EXPECT_EQ(paper.describe, "A paper");
  EXPECT_EQ(paper.short_form, "title");
  const FieldRule& title = *paper.find("heading");
  EXPECT_EQ(title.name, "title");
  EXPECT_TRUE(title.required);
  EXPECT_EQ(title.describe, "What it is called");
  EXPECT_EQ(paper.find("year")->name, "dates");
  EXPECT_EQ(paper.find("also")->of, "paper");
  EXPECT_FALSE(paper.find("also")->required);
  EXPECT_EQ(paper.find("nothing"), nullptr);
  EXPECT_EQ(kinds->find("nothing"), nullptr);
  EXPECT_EQ(kinds->person().name, "person");
  EXPECT_EQ(kinds->roles.bare_text, "paper");
  EXPECT_EQ(kinds->roles.name, "name");
}

TEST(Kinds, MistakesInATableAreReportedTogether) {
  test::Reading reading;
  const auto root = reading.node(R"(roles: {person: human, bare-text: paper}
kinds:
  paper: {known-by: [titel], short: x, fields: {title: txt, also: entries of thing, more: entries, last: text =}}
  book: {field: {title: text}}
)");
  EXPECT_FALSE(read_kinds(*root, reading.diagnostics));
  std::string said;
  for (const Diagnostic& each : reading.diagnostics.all()) said += each.message + "\n";
  EXPECT_EQ(said, R"('txt' is not the type of a field
'text =' is not the type of a field
'x' is not a field of kind 'paper'
'titel' is not a field of kind 'paper'
unknown key 'field' in kind 'book'
kind 'book' has no 'fields'
field 'also' of kind 'paper' holds entries of an unknown kind 'thing'
no kind has the role 'person'
)");
}

TEST(Kinds, RolesNameFieldsOfThePerson) {
  test::Reading reading;
  const auto root = reading.node("roles: {person: owner, bare-text: owner, name: nmae, subject: [headlin]}\nkinds:\n  owner: {fields: {name: text!}}\n");
  EXPECT_FALSE(read_kinds(*root, reading.diagnostics));
  ASSERT_EQ(reading.diagnostics.all().size(), 2U) << reading.messages();
  EXPECT_EQ(reading.diagnostics.all()[0].message, "'nmae' is not a field of kind 'owner'");
  EXPECT_EQ(reading.diagnostics.all()[1].message, "'headlin' is not a field of kind 'owner'");
}

TEST(Schema, TheFileThatShipsIsWhatTheTableMakes) {
  const std::string schema = json_schema(test::built_in_kinds());
  if (schema == test::file_text("data/schema/cv.schema.json")) return;
  std::ofstream(build_folder() + "/cv.schema.json", std::ios::binary) << schema;
  ADD_FAILURE() << "data/kinds.yaml has changed: copy " << build_folder() << "/cv.schema.json to data/schema/";
}

TEST(Schema, CarriesDescriptionsAndEscapesThem) {
  Kinds kinds;
  kinds.roles.person = "person";
  kinds.kinds.push_back({"person", "Who \"it\" is\\", {{"name", FieldType::text, "", true, {}, "The name", false, "", {}}}, "", {}, ""});
  kinds.kinds.push_back({"note", "A \"note\"\\", {{"note", FieldType::text, "", true, {}, "", false, "", {}}}, "note", {"note"}, ""});
  test::Reading reading;
  const auto schema = reading.node(json_schema(kinds), "cv.schema.json");
  ASSERT_TRUE(schema) << reading.messages();
  const Node& definitions = *schema->find("$defs");
  EXPECT_EQ(definitions.find("cv")->find("properties")->find("name")->find("description")->text, "The name");
  EXPECT_EQ(definitions.find("entry-note")->find("description")->text, "A \"note\"\\");
}

}  // namespace
}  // namespace galley
