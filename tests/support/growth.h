// How the time of something grows with its input: for algorithms that must not look back or ahead without a bound.
#pragma once

#include <algorithm>
#include <ctime>

namespace galley::test {

/// Processor time of a call, in clock ticks: the least of three, so that other work on the machine does not count.
template <typename Call>
double least_time(const Call& call) {
  double least = 1e300;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t begin = std::clock();
    call();
    least = std::min(least, static_cast<double>(std::clock() - begin));
  }
  return least;
}

/// How many times longer `larger` takes than `smaller`, of which it is ten times as much. Linear growth gives about 10, quadratic about
/// 100; a tick is added to both, so that what takes no time at all counts as linear.
template <typename Smaller, typename Larger>
double growth(const Smaller& smaller, const Larger& larger) {
  constexpr double kTick = CLOCKS_PER_SEC / 1000.0;
  return (least_time(larger) + kTick) / (least_time(smaller) + kTick);
}

/// Well above linear, well below quadratic.
constexpr double kMostGrowth = 40;

}  // namespace galley::test
