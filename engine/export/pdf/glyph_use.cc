#include "export/pdf/glyph_use.h"

#include <algorithm>

#include "base/utf8.h"

namespace galley::pdf {
namespace {

/// For a glyph that never stands for text of its own, such as the second half of a letter. PDF/UA-1 (7.21.7) wants some
/// character for each glyph; U+200B has no width and is no letter.
constexpr std::string_view kNoText = "\xE2\x80\x8B";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// The texts that a glyph stood for, and how often.
using Readings = std::vector<std::pair<std::string_view, std::size_t>>;

/// A glyph and its readings.
struct Used {
  GlyphId id = 0;
  Readings readings = {};
};

/// The glyphs of one face. Fonts have thousands, of which a document uses a hundred.
struct Count {
  const Face* face = nullptr;
  std::vector<std::uint32_t> places;  ///< by glyph id: one past its place in `used`; 0: not used
  std::vector<Used> used = {};        ///< as they were met

  Readings& readings(GlyphId id) {
    if (places[id] == 0) {
      used.push_back({id});
      places[id] = static_cast<std::uint32_t>(used.size());
    }
    return used[places[id] - 1].readings;
  }
};

Count& count_for(const Face* face, std::vector<Count>& counts) {
  for (Count& count : counts)
    if (count.face == face) return count;
  counts.push_back({face, std::vector<std::uint32_t>(face->glyph_count())});
  return counts.back();
}

void add_reading(Readings& readings, std::string_view text) {
  for (auto& [known, times] : readings) {
    if (known != text) continue;
    ++times;
    return;
  }
  readings.emplace_back(text, 1);
}

void add_run(const GlyphRun& run, Count& count) {
  for (std::size_t at = 0; at < run.glyphs.size();) {
    const Cluster cluster = cluster_at(run, at);
    if (cluster.end == at + 1) {
      add_reading(count.readings(run.glyphs[at++].id), as_read(cluster.text));
      continue;
    }
    for (; at < cluster.end; ++at)
      add_reading(count.readings(run.glyphs[at].id), as_read(share_of(cluster, at - cluster.begin, run.right_to_left)));
  }
}

/// ToUnicode must not say U+0000, U+FEFF or U+FFFE (PDF/UA-1, 7.21.7).
bool may_be_said(std::string_view text) {
  using namespace std::string_view_literals;
  for (const std::string_view forbidden : {"\0"sv, "\xEF\xBB\xBF"sv, "\xEF\xBF\xBE"sv})
    if (text.find(forbidden) != std::string_view::npos) return false;
  return true;
}

}  // namespace

std::string_view as_read_otherwise(std::string_view text) {
  if (text.empty() || !may_be_said(text)) return kNoText;
  return text == kNoBreakSpace ? std::string_view(" ") : text;
}

std::string_view share_of(const Cluster& cluster, std::size_t index, bool right_to_left) {
  const std::size_t glyphs = cluster.end - cluster.begin;
  if (glyphs == 1) return cluster.text;
  const std::size_t place = right_to_left ? glyphs - 1 - index : index;
  std::size_t from = 0;
  for (std::size_t i = 0; i < place && from < cluster.text.size(); ++i) from += utf8::decode(cluster.text, from).length;
  if (from >= cluster.text.size()) return {};
  if (place + 1 == glyphs) return cluster.text.substr(from);  // the last takes what is left
  return cluster.text.substr(from, utf8::decode(cluster.text, from).length);
}

std::vector<FaceUse> glyph_use(const Pages& pages) {
  std::vector<Count> counts;
  for (const Page& page : pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what)) add_run(*run, count_for(run->face.get(), counts));

  std::vector<FaceUse> use;
  for (Count& count : counts) {
    FaceUse face{count.face, {}};
    std::sort(count.used.begin(), count.used.end(), [](const Used& a, const Used& b) { return a.id < b.id; });
    for (auto& [id, readings] : count.used) {
      if (id == 0) continue;  // .notdef is in every font, and stands for nothing
      std::stable_sort(readings.begin(), readings.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
      for (const auto& [text, times] : readings) face.glyphs.push_back({id, std::string(text)});
    }
    if (!face.glyphs.empty()) use.push_back(std::move(face));
  }
  return use;
}

}  // namespace galley::pdf
