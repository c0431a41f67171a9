// Every input that fuzzing has found a fault with, and some that were worth keeping: see tests/fuzz.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/targets.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

class Replay : public ::testing::TestWithParam<fuzz::Target> {};

TEST_P(Replay, KeptInputsHaveNoFault) {
  const std::filesystem::path folder = testing::source_folder() + "/tests/fuzz/kept/" + std::string(GetParam().name);
  ASSERT_TRUE(std::filesystem::is_directory(folder)) << "each target keeps an input at least";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(GetParam().run(bytes), "") << file.path();
    EXPECT_EQ(GetParam().run(""), "") << "nothing at all";
    EXPECT_EQ(GetParam().run(std::string_view(bytes).substr(0, bytes.size() / 2)), "") << "the first half of " << file.path();
  }
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, ::testing::ValuesIn(fuzz::targets()), [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace galley
