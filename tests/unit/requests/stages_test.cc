#include "requests/stages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galley/galley.h"

namespace galley {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Outcome dump_of(const std::string& stage, const std::string& cv, const std::string& layout = "classic") {
  MemoryWorkspace files({{"cv.yaml", cv}});
  Request request;
  request.cv = "cv.yaml";
  request.layout = layout;
  return Engine(files).dump(request, stage);
}

constexpr const char* kUnknownKey = "cv:\n  name: Ada\n  colour: red\n  sections: {Work: [One.]}\n";
constexpr const char* kGood = "cv:\n  name: Ada\n  sections: {Work: [One.]}\n";

TEST(Stages, OnlyRunAsFarAsAsked) {
  const Outcome nodes = dump_of("nodes", kUnknownKey);
  EXPECT_EQ(nodes.status, Status::good);
  EXPECT_TRUE(nodes.messages.empty());
  EXPECT_THAT(nodes.bytes, HasSubstr("3:3         colour: red\n"));

  const Outcome cv = dump_of("cv", kUnknownKey);
  EXPECT_EQ(cv.status, Status::files);
  EXPECT_EQ(cv.bytes, "");
  EXPECT_THAT(printed(cv.messages.at(0)), HasSubstr("colour"));
}

TEST(Stages, NeedNoLayoutForTheCvAndNoCvForTheLayout) {
  EXPECT_EQ(dump_of("cv", kGood, "no-such-layout").status, Status::good);
  EXPECT_EQ(dump_of("blocks", kGood, "no-such-layout").status, Status::usage);
  const Outcome layout = dump_of("layout", "not: [a CV");
  EXPECT_EQ(layout.status, Status::good);
  EXPECT_THAT(layout.bytes, HasSubstr("\ncolumns: {label: 78pt, gutter: 8.123pt}\n"));
}

/// The memory has no fonts: what is above shaping can do without.
TEST(Stages, NeedNoFontsUpToTheBlocks) {
  const Outcome blocks = dump_of("blocks", kGood);
  EXPECT_EQ(blocks.status, Status::good);
  EXPECT_THAT(blocks.bytes, HasSubstr("        text        \"One.\"\n"));
}

TEST(Stages, AreNamedWhenThereIsNoSuch) {
  const Outcome outcome = dump_of("page", kGood);
  EXPECT_EQ(outcome.status, Status::usage);
  EXPECT_THAT(printed(outcome.messages.at(0)), HasSubstr("did you mean 'pages'?"));
}

}  // namespace
}  // namespace galley
