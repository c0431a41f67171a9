#include "base/language_tag.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(LanguageTag, HasGroupsOfLettersAndDigits) {
  for (const char* tag : {"en", "pt-BR", "zh-Hant-TW", "de-1996"})
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  for (const char* tag : {"", "-", "x-abcdefgh", "e", "english", "en-", "en--GB", "en_GB", "1en", "abcdefghi", "en-abcdefghi", "é"})
    EXPECT_FALSE(is_language_tag(tag)) << tag;
}

}  // namespace
}  // namespace galley
