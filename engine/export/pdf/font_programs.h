// Parts of faces, cut out and deflated, remembered for all documents of an engine: CVs in one layout use the same letters.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/remembered.h"
#include "font/subset.h"

namespace galley::pdf {

/// A font file for embedding.
struct FontProgram {
  Subset subset;
  std::string tag;       ///< six letters that stand before the font's name
  std::string deflated;  ///< subset.bytes
  std::shared_ptr<const Face> face = nullptr;  ///< keeps the face alive, by whose address the program is remembered
};

/// All that a program depends on.
std::string program_key(const Face& face, const std::vector<GlyphId>& used);

struct FontPrograms : Remembered<FontProgram> {
  static constexpr std::size_t kMost = std::size_t{2} * 1024 * 1024;  // bytes; of Latin text a program has about 60 kB
  FontPrograms() : Remembered(kMost) {}
};

}  // namespace galley::pdf
