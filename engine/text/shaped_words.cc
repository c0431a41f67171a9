#include "text/shaped_words.h"

#include <utility>

namespace galley {

void ShapedWords::keep(Shard& shard, const std::string& key, std::shared_ptr<const ShapedWord> word) {
  if (shard.young.size() >= kMostInAGeneration) shard.old = std::exchange(shard.young, {});
  shard.young.insert_or_assign(key, std::move(word));
}

std::shared_ptr<const ShapedWord> ShapedWords::find(const std::string& key) {
  Shard& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  if (const auto young = shard.young.find(key); young != shard.young.end()) return young->second;
  const auto old = shard.old.find(key);
  if (old == shard.old.end()) return nullptr;
  auto word = old->second;
  keep(shard, key, word);
  return word;
}

void ShapedWords::add(const std::string& key, std::shared_ptr<const ShapedWord> word) {
  Shard& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  keep(shard, key, std::move(word));
}

std::size_t ShapedWords::size() {
  std::size_t words = 0;
  for (Shard& shard : shards_) {
    const std::lock_guard lock(shard.mutex);
    words += shard.young.size() + shard.old.size();
  }
  return words;
}

}  // namespace galley
