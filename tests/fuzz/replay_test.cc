// Every input that fuzzing has found a fault with, and some that were worth keeping: see tests/fuzz. Each is tried as it is,
// and spoilt in a few places, always the same ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/targets.h"
#include "tests/support/paths.h"

namespace galley {
namespace {

/// How often each input is spoilt; GALLEY_REPLAYS asks for more, where there is no libFuzzer.
int replays() {
  const char* asked = std::getenv("GALLEY_REPLAYS");
  return asked ? std::atoi(asked) : 20;
}

/// A copy with one to four bytes, or stretches of them, changed, lost or doubled.
std::string spoilt(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t most) { return most == 0 ? 0 : random() % most; };
  for (std::size_t changes = 1 + below(4); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(bytes.size()), length = 1 + below(std::min<std::size_t>(16, bytes.size() - at));
    switch (below(4)) {
      case 0: bytes[at] = static_cast<char>(below(256)); break;
      case 1: bytes.erase(at, length); break;
      case 2: bytes.insert(below(bytes.size()), bytes.substr(at, length)); break;
      default: bytes[at] = "\n :-[]{},'\"*&\\#|>"[below(18)]; break;
    }
  }
  return bytes;
}

class Replay : public ::testing::TestWithParam<fuzz::Target> {};

TEST_P(Replay, KeptInputsHaveNoFault) {
  const std::filesystem::path folder = source_folder() + "/tests/fuzz/kept/" + std::string(GetParam().name);
  ASSERT_TRUE(std::filesystem::is_directory(folder)) << "each target keeps an input at least";
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(folder)) paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  EXPECT_EQ(GetParam().run(""), "") << "nothing at all";
  std::mt19937 random(20);
  for (const std::filesystem::path& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(GetParam().run(bytes), "") << path;
    for (int i = 0; i < replays(); ++i) {
      const std::string input = spoilt(bytes, random);
      const std::string fault = GetParam().run(input);
      EXPECT_EQ(fault, "") << path << ", spoilt to:\n" << input.substr(0, 2000);
      if (!fault.empty()) std::ofstream(::testing::TempDir() + "galley-find", std::ios::binary) << input;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, ::testing::ValuesIn(fuzz::targets()), [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace galley
