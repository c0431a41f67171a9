// What the stages of requests take: for who wants to know why a render is slow.
//
//   StageTimes times;
//   Request request{.cv = "cv.yaml", .timings = &times};
//   engine.render(request);
//   std::puts(timings_as_json(times).c_str());
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

struct StageTime {
  std::string stage;              ///< "data", "layout", "compose", "lines", "pages", "checks", "pdf" …
  double milliseconds = 0;        ///< by the clock on the wall, of all threads together
  std::uint64_t allocations = 0;  ///< as the counter says; 0 without one
  std::size_t times = 0;          ///< how often it ran
};

/// Thread-safe; requests add to it, one after the other or side by side.
class StageTimes {
 public:
  /// Allocations of the thread that asks, since some beginning.
  using Counter = std::uint64_t (*)();
  explicit StageTimes(Counter counter = nullptr) : counter_(counter) {}

  void add(std::string_view stage, double milliseconds, std::uint64_t allocations);
  /// In the order in which they ran first.
  [[nodiscard]] std::vector<StageTime> all() const;
  [[nodiscard]] std::uint64_t allocations() const { return counter_ ? counter_() : 0; }

 private:
  Counter counter_;
  mutable std::mutex mutex_;  // over what follows
  std::vector<StageTime> all_;
};

/// {"stages": [{"stage": "data", "milliseconds": 3.21, "allocations": 5120, "times": 1}, …], "milliseconds": …, "allocations": …}
std::string timings_as_json(const StageTimes& times);

}  // namespace galley
