// Values that have been made, remembered for all requests of an engine.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace galley {

/// Thread-safe and bounded: when much that is new has come, what nobody asked for since is forgotten. The key holds all that
/// a value depends on, so what is found is what would be made again.
template <typename Value>
class Remembered {
 public:
  /// `most`: what the values of a generation may weigh together; there are two.
  explicit Remembered(std::size_t most) : most_in_shard_(most / kShards) {}

  /// nullptr when it is not known.
  [[nodiscard]] std::shared_ptr<const Value> find(const std::string& key) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (const auto young = shard.young.find(key); young != shard.young.end()) return young->second.value;
    const auto old = shard.old.find(key);
    if (old == shard.old.end()) return nullptr;
    const Kept kept = old->second;
    keep(shard, key, kept);
    return kept.value;
  }

  void add(const std::string& key, std::shared_ptr<const Value> value, std::size_t weight = 1) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    keep(shard, key, {std::move(value), weight});
  }

  [[nodiscard]] std::size_t size() {
    std::size_t values = 0;
    for (Shard& shard : shards_) {
      const std::lock_guard lock(shard.mutex);
      values += shard.young.size() + shard.old.size();
    }
    return values;
  }

 private:
  struct Kept {
    std::shared_ptr<const Value> value;
    std::size_t weight = 1;
  };
  using Generation = std::unordered_map<std::string, Kept>;
  /// Two generations: when the young one is full it becomes the old one, and the old one is dropped.
  struct Shard {
    std::mutex mutex;
    Generation young, old;
    std::size_t weight = 0;  ///< of the young one
  };
  static constexpr std::size_t kShards = 16;  // so that threads seldom wait for one another

  void keep(Shard& shard, const std::string& key, Kept kept) {
    if (shard.weight + kept.weight > most_in_shard_ && !shard.young.empty()) {
      shard.old = std::exchange(shard.young, {});
      shard.weight = 0;
    }
    shard.weight += kept.weight;
    shard.young.insert_or_assign(key, std::move(kept));
  }

  Shard& shard_of(const std::string& key) { return shards_[std::hash<std::string>{}(key) % kShards]; }

  const std::size_t most_in_shard_;
  std::array<Shard, kShards> shards_;
};

}  // namespace galley
