// Which glyphs of which faces a document shows, and what text each stands for.
//
// Shaping makes clusters: glyphs that stand together for some characters (HarfBuzz's manual, "Clusters"). Where a
// cluster has several glyphs its characters are shared out among them, so that readers which know only single glyphs
// still get the whole text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/pages.h"

namespace galley::pdf {

/// Glyphs [begin, end) of a run that stand together for `text`.
struct Cluster {
  std::size_t begin = 0, end = 0;
  std::string_view text;
};

/// The cluster that starts at glyph `begin`.
inline Cluster cluster_at(const GlyphRun& run, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < run.glyphs.size() && run.glyphs[end].text.begin == run.glyphs[end].text.end) ++end;
  const TextRange& range = run.glyphs[begin].text;
  return {begin, end, std::string_view(run.text).substr(range.begin, range.end - range.begin)};
}

/// The part of the cluster's text that glyph `index` (counted from the cluster's first in visual order) stands for.
std::string_view share_of(const Cluster& cluster, std::size_t index, bool right_to_left);

/// A glyph and one of the texts that it stands for.
struct GlyphUse {
  GlyphId id = 0;
  std::string text;  ///< never empty
};

struct FaceUse {
  const Face* face = nullptr;
  /// By rising id, without .notdef, which PDF/UA-1 forbids to show (7.21.8); of one glyph the most frequent text first.
  std::vector<GlyphUse> glyphs;
};

/// In order of first use.
std::vector<FaceUse> glyph_use(const Pages& pages);

/// as_read() of texts that are not one letter of ASCII.
std::string_view as_read_otherwise(std::string_view text);

/// What readers are told a glyph says that stands for `text`. No-break spaces are for line breaking; in a finished line
/// they are spaces. Never empty.
inline std::string_view as_read(std::string_view text) {
  return text.size() == 1 && text[0] != '\0' ? text : as_read_otherwise(text);
}

}  // namespace galley::pdf
