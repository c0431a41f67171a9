// A stage while it runs, for StageTimes.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "galley/timings.h"

namespace galley {

/// From here to the end of the block, in which no other stage may run. `times` may be null: nothing is measured then.
class Timed {
 public:
  Timed(StageTimes* times, std::string_view stage) : times_(times), stage_(stage) {
    if (!times_) return;
    allocations_ = times_->allocations();
    begin_ = Clock::now();
  }
  Timed(const Timed&) = delete;
  Timed& operator=(const Timed&) = delete;
  ~Timed() {
    if (!times_) return;
    const std::chrono::duration<double, std::milli> taken = Clock::now() - begin_;
    times_->add(stage_, taken.count(), times_->allocations() - allocations_);
  }

 private:
  using Clock = std::chrono::steady_clock;
  StageTimes* times_;
  std::string_view stage_;
  std::uint64_t allocations_ = 0;
  Clock::time_point begin_;
};

}  // namespace galley
