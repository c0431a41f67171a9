// The form in which hyphenation patterns are linked into the program: constant integers, written at build time by
// text/tools/compile_patterns.cc and read by text/hyphenate.cc.
//
// A level is a trie whose equal branches are shared, as one array of 32-bit words. A node is
//   values << 8 | count      values: where its values stand in `values`; 0: it ends no pattern
//   label << 24 | node       `count` times, ascending by label; node: index of the child's first word
// The root is at index 0. A label is 1 + the index of a letter in `alphabet`.
// Values are a count and then so many digits, from the place after the pattern's last letter leftwards.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace galley {

struct HyphenationTable {
  std::string_view language;              ///< BCP 47
  std::u16string_view alphabet;           ///< letters of the patterns and '.', the edge of a word; ascending
  std::u16string_view undivided;          ///< letters that no division may stand next to
  std::span<const std::uint32_t> compounds;  ///< first level: divides a compound into its parts
  std::span<const std::uint32_t> patterns;   ///< second level: divides the parts
  std::span<const std::uint8_t> values;
  std::uint8_t left = 2, right = 2;       ///< letters that stay together at the start and at the end of a word
  std::uint8_t compound_left = 0, compound_right = 0;  ///< the same for the parts of a compound
};

/// All tables, ascending by language. Defined by the file that compile_patterns writes.
std::span<const HyphenationTable> hyphenation_tables();

}  // namespace galley
