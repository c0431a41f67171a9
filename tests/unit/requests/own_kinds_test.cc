// Kinds and fields of a user's own, in a CV or in a layout: read, set, and known to the schema.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "galley/galley.h"
#include "tests/support/scene.h"

namespace galley {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kLayout = "extends: base\nstyles: {body: {family: Square}, label: {case: as-is}}\n";
constexpr const char* kPatent = "  patent: {known-by: [invention], fields: {invention: text!, number: text, inventors: people, dates: dates, claims: texts}, labels: {number: no.}}\n";

class OwnKinds : public ::testing::Test {
 protected:
  OwnKinds() {
    testing::add_test_fonts(workspace);
    workspace.files["plain.yaml"] = kLayout;
  }

  /// The words of the CV's entries, as blocks or messages.
  std::string blocks(const std::string& cv, const std::string& layout) {
    workspace.files["cv.yaml"] = cv;
    workspace.files["my.yaml"] = layout;
    Request request{.cv = "cv.yaml", .layout = "my.yaml"};
    const Outcome outcome = Engine(workspace).dump(request, "blocks");
    std::string all = outcome.bytes;
    for (const Message& message : outcome.messages) all += printed(message);
    return all;
  }

  MemoryWorkspace workspace;
};

TEST_F(OwnKinds, OfACvAreSetByLayoutsThatDoNotKnowThem) {
  const std::string cv = "cv: {name: ada, sections: {s: [{invention: engine, number: 7, inventors: ada, year: 1843, claims: [one, two]}]}}\nkinds:\n" + std::string(kPatent);
  const std::string shown = blocks(cv, kLayout);
  for (const char* words : {"engine", "no.: 7", "1843", "ada", "one", "two"}) EXPECT_THAT(shown, HasSubstr(words));
  EXPECT_THAT(shown, Not(HasSubstr("error")));
}

TEST_F(OwnKinds, AreSetAsTheKindTheyAreLikeWithTheirFieldsAtTheEnd) {
  const std::string cv = "cv: {name: ada, sections: {s: [{kind: tool, name: loom, summary: weaves, licence: free}]}}\nkinds: {tool: {like: normal, fields: {licence: text}}}\n";
  const std::string shown = blocks(cv, kLayout);
  EXPECT_LT(shown.find("weaves"), shown.find("free"));
  EXPECT_THAT(shown, Not(HasSubstr("error")));
}

TEST_F(OwnKinds, LabelsAreInTheLanguageOfTheVersion) {
  const std::string kinds = "kinds: {patent: {fields: {invention: text!, number: text}, known-by: [invention], labels: {number: {en: no., de: Nr., pt-BR: n.º}}}}\n";
  const auto of = [&](const std::string& language) { return "cv: {name: ada, language: " + language + ", sections: {s: [{invention: engine, number: 7}]}}\n"; };
  EXPECT_THAT(blocks(of("de-AT") + kinds, kLayout), HasSubstr("Nr.: 7"));
  EXPECT_THAT(blocks(of("pt") + kinds, kLayout), HasSubstr("n.º: 7")) << "the nearest";
  EXPECT_THAT(blocks(of("fr") + kinds, kLayout), HasSubstr("no.: 7")) << "English where there is none";
  EXPECT_THAT(blocks(of("de"), kLayout + kinds), HasSubstr("Nr.: 7")) << "a layout's";
}

TEST_F(OwnKinds, OfALayoutMayBeUsedByCvs) {
  const std::string layout = kLayout + std::string("entries: {patent: [{line: \"{number}: {invention}\"}]}\nkinds:\n") + kPatent;
  EXPECT_THAT(blocks("cv: {name: ada, sections: {s: [{invention: engine, number: 7}]}}\n", layout), HasSubstr("7: engine"));
  EXPECT_THAT(blocks("cv: {name: ada, sections: {s: [{invention: engine, numbr: 7}]}}\n", layout), HasSubstr("did you mean 'number'?"));
}

TEST_F(OwnKinds, ABatchReadsTheCvForEachLayoutsKinds) {
  workspace.files["cv.yaml"] = "cv: {name: ada, sections: {s: [{position: a, team: b}]}}\n";
  workspace.files["teams.yaml"] = std::string(kLayout) + "kinds: {experience: {fields: {team: text}}}\n";
  BatchRequest request;
  request.cvs = {"cv.yaml"};
  request.layouts = {"plain.yaml", "teams.yaml"};
  request.each.formats = {Format::text};
  request.workers = 1;
  const BatchOutcome outcome = Engine(workspace).batch(request);
  ASSERT_EQ(outcome.jobs.size(), 2U);
  EXPECT_EQ(outcome.jobs[0].status, Status::files) << "this layout's CVs have no teams";
  EXPECT_EQ(outcome.jobs[1].status, Status::good);
}

TEST_F(OwnKinds, TheSchemaOfACvKnowsThem) {
  workspace.files["cv.yaml"] = "cv: {name: ada}\nkinds:\n" + std::string(kPatent);
  Engine engine(workspace);
  const auto whole = nlohmann::json::parse(engine.schema("cv.yaml").bytes);
  EXPECT_TRUE(whole["$defs"].contains("entry-patent"));
  EXPECT_TRUE(whole["$defs"]["entry-patent"]["properties"].contains("invention"));
  EXPECT_FALSE(nlohmann::json::parse(engine.schema().bytes)["$defs"].contains("entry-patent"));
}

}  // namespace
}  // namespace galley
