#include "text/last_resort.h"

#include <hb.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/break_finder.h"
#include "text/hyphenate.h"
#include "text/unicode.h"

namespace galley {
namespace {

/// A line that is too long by less is not worth a word: below what a printer resolves.
constexpr Length kVisible = 0.05_pt;
/// Of the type's size: no narrower line is worth breaking for.
constexpr int kLeastSizes = 2;
/// Letters that are not left alone at either end of a word, if it has so many more.
constexpr std::size_t kTogether = 2;

/// Where a line may end: see LineItem.
bool is_chance(const std::vector<LineItem>& items, std::size_t at) {
  const LineItem& item = items[at];
  if (item.kind == LineItem::Kind::penalty) return item.penalty < kForbiddenBreak;
  return item.kind == LineItem::Kind::glue && !item.infinite_stretch && at > 0 && items[at - 1].kind == LineItem::Kind::box;
}

bool has_hyphens(std::uint32_t script) {
  return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC || script == HB_SCRIPT_ARMENIAN ||
         script == HB_SCRIPT_GEORGIAN;
}

char32_t character_before(std::string_view word, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U);
  return utf8::decode(word, at).code_point;
}

}  // namespace

std::vector<ByteRange> too_wide(const LineItems& items, const Measure& measure, Length size) {
  std::vector<ByteRange> stretches;
  const Length narrowest = measure.narrowest();
  if (narrowest < size * kLeastSizes) return stretches;
  Length width;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < items.items.size(); ++i) {
    if (!is_chance(items.items, i)) {
      if (items.items[i].kind != LineItem::Kind::penalty) width += items.items[i].width;
      continue;
    }
    if (width > narrowest + kVisible) stretches.push_back({begin, items.places[i].begin});
    width = {};
    begin = items.places[i].end;
  }
  return stretches;
}

std::vector<WordCut> anyway_cuts(std::string_view word, const std::string& language) {
  if (is_address(word)) return address_cuts(word);
  std::vector<WordCut> cuts;
  for (const BreakChance& chance : BreakFinder().chances(word, BreakAt::opportunities, language))
    if (chance.at > 0 && chance.at < word.size() && chance.kind == BreakKind::allowed) cuts.push_back({chance.at, WordCut::Kind::plain});
  if (const HyphenationTable* patterns = hyphenation_for(language))
    for (const WordCut& cut : hyphen_cuts(word, *patterns, Divided::any_letters)) cuts.push_back(cut);
  return cuts;
}

std::vector<WordCut> torn_cuts(std::string_view word, const Segment& segment) {
  std::vector<std::uint32_t> starts;
  for (const ShapedGlyph& glyph : segment.glyphs)
    if (glyph.end > glyph.begin && glyph.begin > 0 && glyph.begin < word.size()) starts.push_back(glyph.begin);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  const std::size_t spared = starts.size() + 1 > 2 * kTogether ? kTogether - 1 : 0;
  const bool hyphens = has_hyphens(segment.script) && !is_address(word);
  std::vector<WordCut> cuts;
  for (std::size_t i = spared; i + spared < starts.size(); ++i) {
    const bool parts_letters = is_letter(character_before(word, starts[i])) && is_letter(utf8::decode(word, starts[i]).code_point);
    cuts.push_back({starts[i], hyphens && parts_letters ? WordCut::Kind::torn_hyphen : WordCut::Kind::torn});
  }
  return cuts;
}

}  // namespace galley
