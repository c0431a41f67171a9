// Parts of faces, cut out and deflated, remembered for all documents of an engine: CVs in one layout use the same letters.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "font/subset.h"

namespace galley::pdf {

/// A font file for embedding.
struct FontProgram {
  Subset subset;
  std::string tag;       ///< six letters that stand before the font's name
  std::string deflated;  ///< subset.bytes
};

/// Thread-safe and bounded. What is found is what would be made again: the key is all that a program depends on.
class FontPrograms {
 public:
  /// nullptr when it is not known.
  std::shared_ptr<const FontProgram> find(const Face& face, const std::vector<GlyphId>& used);
  void add(const Face& face, const std::vector<GlyphId>& used, std::shared_ptr<const FontProgram> program);

 private:
  using Key = std::pair<const Face*, std::vector<GlyphId>>;
  struct Kept {
    std::weak_ptr<const Face> face;  ///< another face may come to lie at the address of one that is gone
    std::shared_ptr<const FontProgram> program;
  };
  using Programs = std::map<Key, Kept>;
  /// Two generations: when the young one is full it becomes the old one, and the old one is dropped.
  static constexpr std::size_t kMostInAGeneration = 32;  // programs; of Latin text about 60 kB each, so 4 MB in both
  void keep(Key key, Kept kept);

  std::mutex mutex_;
  Programs young_, old_;
};

}  // namespace galley::pdf
