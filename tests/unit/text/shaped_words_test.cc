// Words remembered for others: by all that their glyphs depend on, and not for ever.
#include "text/shaped_words.h"

#include <gtest/gtest.h>

#include "text/shape.h"
#include "tests/support/type_room.h"

namespace galley {
namespace {

using testing::plain;
using testing::style_of;
using testing::TypeRoom;

std::vector<GlyphId> glyphs_of(const ShapedText& shaped, std::size_t segment) {
  std::vector<GlyphId> ids;
  for (const ShapedGlyph& glyph : shaped.segments.at(segment).glyphs) ids.push_back(glyph.id);
  return ids;
}

/// A text in a language, shaped by a shaper that has seen nothing.
std::vector<GlyphId> glyphs_alone(const StyledText& text, const std::string& family, const std::string& language, std::size_t segment) {
  TypeRoom room;
  return glyphs_of(room.shape(text, {style_of(family)}, language), segment);
}

TEST(ShapedWords, OneFamilyHasOtherFormsForEachLanguage) {
  const std::string family = "Noto Sans CJK JP";
  const StyledText bone = plain("骨");
  const auto japanese = glyphs_alone(bone, family, "ja", 0), chinese = glyphs_alone(bone, family, "zh", 0);
  ASSERT_NE(japanese, chinese) << "fonts-noto-cjk is installed for the tests and has both forms";
  TypeRoom room;
  for (const char* language : {"ja", "zh", "ja"})
    EXPECT_EQ(glyphs_of(room.shape(bone, {style_of(family)}, language), 0), glyphs_alone(bone, family, language, 0)) << language;
}

TEST(ShapedWords, LettersJoinAcrossMarks) {
  const std::string family = "Noto Sans Arabic", marks = "\u064E\u0651";  // fatha and shadda: four bytes
  const auto pieces = [&](const std::string& first) { return StyledText{Piece{first + marks, 0, kNoLink, 0, {}}, Piece{"ب", 0, kNoLink, 1, {}}}; };
  const StyledText joined = pieces("ب"), apart = pieces("د");  // beh joins to what follows, dal does not
  ASSERT_NE(glyphs_alone(joined, family, "ar", 1), glyphs_alone(apart, family, "ar", 1)) << "fonts-noto-core is installed for the tests";
  TypeRoom room;
  for (const StyledText& text : {joined, apart, joined})
    EXPECT_EQ(glyphs_of(room.shape(text, {style_of(family)}, "ar"), 1), glyphs_alone(text, family, "ar", 1));
}

TEST(ShapedWords, ManyLanguagesThroughOneShaperGiveWhatEachGivesAlone) {
  const struct {
    const char* text;
    const char* language;
  } cases[] = {{"afib AV", "en"}, {"骨直", "ja"}, {"骨直", "zh"}, {"骨直", "ko"}, {"بيت", "ar"}, {"בית", "he"}, {"ѓ б", "sr"}, {"ѓ б", "ru"}, {"afib AV", "tr"}};
  TypeRoom room;
  for (int round = 0; round < 2; ++round)
    for (const auto& each : cases)
      EXPECT_EQ(glyphs_of(room.shape(plain(each.text), {style_of("Noto Sans CJK JP")}, each.language), 0),
                glyphs_alone(plain(each.text), "Noto Sans CJK JP", each.language, 0))
          << each.text << ' ' << each.language;
}

TEST(ShapedWords, ShapersShareThem) {
  TypeRoom room;
  ShapedWords words;
  Shaper first(room.fonts, words), second(room.fonts, words);
  const ShapedText a = first.shape(plain("office"), {style_of("Ligature")}, {"en"}, room.diagnostics);
  EXPECT_EQ(words.size(), 1U);
  const ShapedText b = second.shape(plain("office"), {style_of("Ligature")}, {"en"}, room.diagnostics);
  EXPECT_EQ(words.size(), 1U);
  EXPECT_EQ(glyphs_of(a, 0), glyphs_of(b, 0));
}

TEST(ShapedWords, ForgetsWhatNobodyAsksFor) {
  ShapedWords words;
  const auto word = std::make_shared<const ShapedWord>();
  constexpr int kMany = 400'000;
  for (int i = 0; i < kMany; ++i) {
    words.add(std::to_string(i), word);
    static_cast<void>(words.find("0"));
  }
  EXPECT_LT(words.size(), 140'000U);
  EXPECT_TRUE(words.find("0")) << "this one was asked for again and again";
  EXPECT_TRUE(words.find(std::to_string(kMany - 1)));
  EXPECT_FALSE(words.find("1"));
}

}  // namespace
}  // namespace galley
