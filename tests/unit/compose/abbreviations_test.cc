#include "compose/abbreviations.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

/// "PhD (UCLA=University of California)": what is expanded, and to what.
std::string marked(const std::string& words) {
  const std::map<std::string, std::string> all = {{"UCLA", "University of California"}, {"PhD", "Doctor"}, {"R&D", "research"},
                                                  {"UC", "another university"}, {"Ph.D.", "Doctor of Philosophy"}};
  Structure structure;
  const ElementId root = structure.add(Role::document, kArtifact), paragraph = structure.add(Role::paragraph, root);
  StyledText text = {{words, 0, kNoLink, paragraph, {}}};
  mark_abbreviations(all, structure, text);
  std::string out;
  for (const Piece& piece : text) {
    const Element& element = structure.elements[piece.element];
    out += piece.text + (element.expansion.empty() ? "" : "=" + element.expansion + ";");
    EXPECT_EQ(element.expansion.empty() ? piece.element : element.parent, paragraph);
  }
  return out;
}

TEST(Abbreviations, AreWordsOfTheirOwn) {
  EXPECT_EQ(marked("PhD (UCLA)"), "PhD=Doctor; (UCLA=University of California;)");
  EXPECT_EQ(marked("UCLAN, aUCLA, UCLAé"), "UCLAN, aUCLA, UCLAé");
  EXPECT_EQ(marked("UC-Berkeley/UCLA"), "UC=another university;-Berkeley/UCLA=University of California;");
}

TEST(Abbreviations, MayHoldPunctuation) {
  EXPECT_EQ(marked("Ph.D., R&D"), "Ph.D.=Doctor of Philosophy;, R&D=research;");
}

TEST(Abbreviations, LeaveArtifactsAlone) {
  Structure structure;
  StyledText text = {{"UCLA", 0, kNoLink, kArtifact, {}}};
  mark_abbreviations({{"UCLA", "University"}}, structure, text);
  ASSERT_EQ(text.size(), 1U);
  EXPECT_EQ(text[0].element, kArtifact);
}

}  // namespace
}  // namespace galley
