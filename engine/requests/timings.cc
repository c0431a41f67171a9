#include "galley/timings.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace galley {

void StageTimes::add(std::string_view stage, double milliseconds, std::uint64_t allocations) {
  const std::lock_guard lock(mutex_);
  auto time = std::find_if(all_.begin(), all_.end(), [&](const StageTime& each) { return each.stage == stage; });
  if (time == all_.end()) time = all_.insert(time, StageTime{std::string(stage)});
  time->milliseconds += milliseconds;
  time->allocations += allocations;
  ++time->times;
}

std::vector<StageTime> StageTimes::all() const {
  const std::lock_guard lock(mutex_);
  return all_;
}

std::string timings_as_json(const StageTimes& times) {
  const auto rounded = [](double milliseconds) { return std::round(milliseconds * 1000) / 1000; };
  nlohmann::ordered_json stages = nlohmann::ordered_json::array();
  double milliseconds = 0;
  std::uint64_t allocations = 0;
  for (const StageTime& each : times.all()) {
    stages.push_back({{"stage", each.stage}, {"milliseconds", rounded(each.milliseconds)}, {"allocations", each.allocations}, {"times", each.times}});
    milliseconds += each.milliseconds;
    allocations += each.allocations;
  }
  const nlohmann::ordered_json all = {{"stages", stages}, {"milliseconds", rounded(milliseconds)}, {"allocations", allocations}};
  return all.dump(2) + '\n';
}

}  // namespace galley
