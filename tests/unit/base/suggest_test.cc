#include "base/suggest.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

const std::vector<std::string> kNames = {"title", "date", "location", "id"};

TEST(DidYouMean, FindsOneSlipOfEachKind) {
  EXPECT_EQ(did_you_mean("titel", kNames), "did you mean 'title'?") << "two letters swapped count as one slip";
  EXPECT_EQ(did_you_mean("tite", kNames), "did you mean 'title'?");
  EXPECT_EQ(did_you_mean("titlee", kNames), "did you mean 'title'?");
  EXPECT_EQ(did_you_mean("dato", kNames), "did you mean 'date'?");
  EXPECT_EQ(did_you_mean("is", kNames), "did you mean 'id'?") << "short words may have one slip too";
}

TEST(DidYouMean, AllowsASlipForEachThreeLetters) {
  EXPECT_EQ(did_you_mean("lokasion", kNames), "did you mean 'location'?");
  EXPECT_EQ(did_you_mean("lokasjon", {"location"}), "one of: location") << "three slips in eight letters are too many";
}

TEST(DidYouMean, PrefersTheNearest) {
  EXPECT_EQ(did_you_mean("location", {"vacation", "locatoin"}), "did you mean 'locatoin'?");
}

TEST(DidYouMean, ListsTheNamesWhenNoneIsNear) {
  EXPECT_EQ(did_you_mean("publisher", kNames), "one of: title, date, location, id");
}

TEST(DidYouMean, SaysNothingWithoutNames) { EXPECT_EQ(did_you_mean("title", {}), ""); }

}  // namespace
}  // namespace galley
