// Words that have been shaped, remembered for all requests of an engine.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "font/face.h"

namespace galley {

/// A glyph in font units of its face, not yet scaled to a size.
struct ShapedGlyph {
  GlyphId id = 0;
  int advance = 0, x = 0, y = 0;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text it stands for, counted from the segment's start
  bool unsafe_to_break = false;      ///< shaping would differ if the text were cut before this cluster
  /// Of a mark in a square: the blank beside its ink, part of the advance, and whether lines that are too long may take it.
  bool is_mark = false, gives = false;
  int blank_before = 0, blank_after = 0;
};

struct ShapedWord {
  std::vector<ShapedGlyph> glyphs;   ///< visual order
  bool is_cut_short = false;         ///< the font would make more glyphs of it than anybody may
  std::shared_ptr<const Face> face;  ///< keeps the face alive, by whose address the word is remembered
};

/// Thread-safe and bounded: when many new words have come, those that nobody asked for since are forgotten. The key holds all
/// that the glyphs depend on, so what is found is what would be made again.
class ShapedWords {
 public:
  /// nullptr when the word is not known.
  [[nodiscard]] std::shared_ptr<const ShapedWord> find(const std::string& key);
  void add(const std::string& key, std::shared_ptr<const ShapedWord> word);
  [[nodiscard]] std::size_t size();

 private:
  using Words = std::unordered_map<std::string, std::shared_ptr<const ShapedWord>>;
  /// Two generations: when the young one is full it becomes the old one, and the old one is dropped.
  struct Shard {
    std::mutex mutex;
    Words young, old;
  };
  static constexpr std::size_t kShards = 16;                  // so that threads seldom wait for one another
  static constexpr std::size_t kMostInAGeneration = 64 * 1024 / kShards;  // words; about 300 bytes each, so 40 MB in both
  static void keep(Shard& shard, const std::string& key, std::shared_ptr<const ShapedWord> word);
  Shard& shard_of(const std::string& key) { return shards_[std::hash<std::string>{}(key) % kShards]; }

  std::array<Shard, kShards> shards_;
};

}  // namespace galley
