// Paragraphs remembered for others: what is given is what would be set anew.
#include "text/line_memory.h"

#include <gtest/gtest.h>

#include "tests/support/type_room.h"

namespace galley {
namespace {

using testing::plain;
using testing::style_of;
using testing::TypeRoom;

/// One document's view of the memory.
struct Document {
  explicit Document(LineMemory& kept) : memory(kept) {}

  std::vector<SetLine> set(const StyledText& text, Length measure = 100_pt) {
    return memory.set({text, styles[0], styles, language, {measure, measure}, false, &usage}, 0, memory.numbers_of(styles, usage), room.shaper, room.diagnostics);
  }

  LineMemory& memory;
  TypeRoom room;
  std::vector<Style> styles = {style_of("Square")};
  TextUsage usage;
  std::string language = "en";
};

/// Whether two sets of lines hold the very same glyphs in the same places; text and faces count.
bool are_equal(const std::vector<SetLine>& a, const std::vector<SetLine>& b) {
  const auto dump = [](const std::vector<SetLine>& lines) {
    std::string out;
    for (const SetLine& line : lines) {
      out += std::to_string(line.width.scaled()) + (line.hyphenated ? "-" : "") + "\n";
      for (const SetRun& run : line.runs) {
        out += std::to_string(run.x.scaled()) + run.run.text + std::to_string(run.style) + "/" + std::to_string(run.link) + "/" + std::to_string(run.element) + ":";
        for (const Glyph& glyph : run.run.glyphs) out += " " + std::to_string(glyph.id) + "+" + std::to_string(glyph.advance.scaled());
      }
    }
    return out;
  };
  return dump(a) == dump(b);
}

TEST(LineMemory, GivesTheSameLinesAgain) {
  LineMemory memory;
  Document document(memory);
  const StyledText text = plain("aa bb cc dd ee ff");
  const std::vector<SetLine> first = document.set(text), second = document.set(text);
  EXPECT_EQ(memory.size(), 1U);
  ASSERT_GT(first.size(), 1U);
  EXPECT_TRUE(are_equal(first, second));
  EXPECT_TRUE(are_equal(second, set_lines({text, document.styles[0], document.styles, document.language, {100_pt, 100_pt}, false, &document.usage},
                                          document.room.shaper, document.room.diagnostics)));
}

TEST(LineMemory, PutsTheLinksAndElementsOfTheDocumentThatAsks) {
  LineMemory memory;
  Document document(memory);
  const auto text = [](LinkId link, ElementId element, std::uint32_t place) {
    return StyledText{Piece{"aa ", 0, kNoLink, element, {1, place, place + 3}}, Piece{"bb", 0, link, element + 1, {1, place + 3, place + 5}}};
  };
  static_cast<void>(document.set(text(0, 3, 10)));
  const std::vector<SetLine> lines = document.set(text(7, 40, 200));
  EXPECT_EQ(memory.size(), 1U);
  ASSERT_EQ(lines[0].runs.size(), 2U);
  EXPECT_EQ(lines[0].runs[0].link, kNoLink);
  EXPECT_EQ(lines[0].runs[1].link, 7U);
  EXPECT_EQ(lines[0].runs[0].element, 40U);
  EXPECT_EQ(lines[0].runs[1].element, 41U);
  EXPECT_EQ(lines[0].runs[1].run.source, (Span{1, 203, 205}));
}

TEST(LineMemory, KeepsPiecesApartThatAreLinkedDifferently) {
  LineMemory memory;
  Document document(memory);
  const auto text = [](LinkId first, LinkId second) { return StyledText{Piece{"aa", 0, first, 0, {}}, Piece{"bb", 0, second, 0, {}}}; };
  EXPECT_EQ(document.set(text(1, 1))[0].runs.size(), 1U);
  EXPECT_EQ(document.set(text(1, 2))[0].runs.size(), 2U);
  EXPECT_EQ(document.set(text(5, 5))[0].runs.size(), 1U);
}

TEST(LineMemory, TellsApartAllThatLinesDependOn) {
  LineMemory memory;
  Document document(memory);
  const StyledText text = plain("aa bb cc dd ee ff");
  std::size_t known = 0;
  const auto expect_another = [&](const char* what) {
    static_cast<void>(document.set(text));
    EXPECT_EQ(memory.size(), ++known) << what;
  };
  expect_another("the first");
  static_cast<void>(document.set(text, 50_pt));
  EXPECT_EQ(memory.size(), ++known) << "the measure";
  document.styles[0].size = 9_pt;
  expect_another("the size");
  document.styles[0].align = Align::justify;
  expect_another("the alignment");
  document.styles[0].costs.hyphen = 51;
  expect_another("a cost");
  document.styles[0].family = "Ligature";
  expect_another("the family");
  document.language = "de";
  expect_another("the language");
  document.usage.tie_after = {"aa"};
  expect_another("the usage");
}

TEST(LineMemory, KeepsNothingOfWhatHadToBeSaid) {
  LineMemory memory;
  for (int i = 0; i < 2; ++i) {
    Document document(memory);
    static_cast<void>(document.set(plain("aa \U0001F9EC")));
    EXPECT_EQ(memory.size(), 0U) << "a character that the face lacks: other faces are asked, or it is missing";
    EXPECT_FALSE(document.room.messages().empty());
  }
}

TEST(LineMemory, SaysThatAFamilyIsMissingToEachDocument) {
  LineMemory memory;
  for (int i = 0; i < 2; ++i) {
    Document document(memory);
    document.styles[0].family = "Nowhere At All";
    EXPECT_TRUE(document.set(plain("aa")).empty());
    EXPECT_NE(document.room.messages().find("Nowhere At All"), std::string::npos);
  }
}

}  // namespace
}  // namespace galley
