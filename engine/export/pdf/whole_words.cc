#include "export/pdf/whole_words.h"

#include "base/utf8.h"
#include "export/reading.h"

namespace galley::pdf {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

/// MuPDF takes no longer text for one glyph, in UTF-16 units (1.21; characters beyond the BMP are not divided).
constexpr std::size_t kMostOfGlyph = 8;
/// A text for one glyph may have 512 bytes (Adobe Technical Note 5014); with longer rests the parts stay apart.
constexpr std::size_t kLongestRest = 200;

bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Bytes of `text` before its first space.
std::size_t word_length(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    if (is_space(next.code_point)) return at;
    at += next.length;
  }
  return text.size();
}

/// Whether the run breaks off within a word, if it ends a line.
bool is_divided(const GlyphRun& run) {
  return !run.right_to_left && breaks_off(run.text) && run.glyphs.size() > (run.text.ends_with(kSoftHyphen) ? 1U : 0U) &&
         run.glyphs.back().text.end == run.text.size();
}

std::string_view without_soft_hyphen(std::string_view text) {
  if (text.ends_with(kSoftHyphen)) text.remove_suffix(kSoftHyphen.size());
  return text;
}

/// The part of a run that belongs to a word begun before.
struct Share {
  std::size_t run = 0, length = 0;  ///< bytes from the run's start
};

struct Rest {
  std::string text;
  std::vector<Share> shares;
};

/// What follows run `at` in the next line and belongs to its last word. Nothing if `at` does not end a line.
Rest rest_after(std::size_t at, const std::vector<ReadRun>& runs, const Structure& structure) {
  Rest rest;
  for (std::size_t i = at + 1; i < runs.size(); ++i) {
    const Joint how = joint(structure, runs[i - 1], runs[i]);
    if (i == at + 1 ? how != Joint::line : how != Joint::word && !(how == Joint::line && is_divided(*runs[i - 1].run)))
      break;
    if (how == Joint::line) rest.text = without_soft_hyphen(rest.text);
    const std::string& text = runs[i].run->text;
    const std::size_t length = word_length(text);
    rest.shares.push_back({i, length});
    rest.text += text.substr(0, length);
    constexpr std::size_t kMostBytes = 4;  // of a UTF-16 unit, and more: longer rests are not carried
    if (length < text.size() || rest.text.size() > kMostBytes * kLongestRest) break;
  }
  return rest;
}

/// Each glyph that stands for something in the first `length` bytes now stands for a space.
void blank(GlyphRun& run, std::size_t length) {
  std::string text;
  for (Glyph& glyph : run.glyphs) {
    if (glyph.text.begin >= length && glyph.text.end > length) break;
    text += ' ';
  }
  const auto blanks = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < run.glyphs.size(); ++i) {
    TextRange& range = run.glyphs[i].text;
    const auto shifted = [&](std::uint32_t byte) { return byte - static_cast<std::uint32_t>(length) + blanks; };
    range = i < blanks ? TextRange{i, i + 1} : TextRange{shifted(range.begin), shifted(range.end)};
  }
  run.text = text + run.text.substr(length);
}

/// Where the `count` clusters before glyph `end` begin, last first; fewer where their word has fewer.
std::vector<std::size_t> clusters_before(const GlyphRun& run, std::size_t end, std::size_t count) {
  std::vector<std::size_t> starts;
  while (end > 0 && starts.size() < count) {
    --end;
    const TextRange& range = run.glyphs[end].text;
    if (range.begin == range.end && end > 0) continue;
    if (!starts.empty() && is_space(utf8::decode(run.text, range.begin).code_point)) break;
    starts.push_back(end);
  }
  return starts;
}

/// Bytes of the first `characters` of a text.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; characters > 0 && at < text.size(); --characters) at += utf8::decode(text, at).length;
  return at;
}

/// Shares out the run's text from the first of `carriers` (last first) to its end: to each as much as one glyph may say.
void share_out(GlyphRun& run, const std::vector<std::size_t>& carriers, std::size_t end_glyph) {
  const std::string_view text = run.text;
  std::uint32_t at = run.glyphs[carriers.back()].text.begin;
  for (std::size_t i = carriers.size(); i-- > 0;) {
    const std::size_t left = text.size() - at;
    const std::size_t share = i == 0 ? left : bytes_of(text.substr(at), kMostOfGlyph);
    const std::uint32_t end = at + static_cast<std::uint32_t>(share);
    run.glyphs[carriers[i]].text = {at, end};
    const std::size_t next = i == 0 ? end_glyph : carriers[i - 1];
    for (std::size_t glyph = carriers[i] + 1; glyph < next; ++glyph) run.glyphs[glyph].text = {end, end};
    at = end;
  }
}

/// Gives the rest to the glyphs before the hyphen, or to a hyphen of the word's own: to as few as can say it.
void carry(GlyphRun& run, const std::string& rest) {
  const bool has_hyphen = run.text.ends_with(kSoftHyphen);
  const std::size_t end_glyph = run.glyphs.size() - (has_hyphen ? 1 : 0);
  run.text = std::string(without_soft_hyphen(run.text)) + rest;
  std::vector<std::size_t> carriers;
  for (std::size_t count = 1; carriers.size() + 1 == count; ++count) {
    carriers = clusters_before(run, end_glyph, count);
    const std::string_view said = std::string_view(run.text).substr(run.glyphs[carriers.back()].text.begin);
    if (utf8::to_utf16(said).size() <= count * kMostOfGlyph) break;
  }
  share_out(run, carriers, end_glyph);
  if (!has_hyphen) return;
  const auto end = static_cast<std::uint32_t>(run.text.size());
  run.text += ' ';
  run.glyphs.back().text = {end, end + 1};
}

}  // namespace

Pages with_whole_words(Pages pages) {
  const std::vector<ReadRun> runs = read_runs(pages);
  const auto changeable = [&](std::size_t i) -> GlyphRun& {
    return std::get<GlyphRun>(pages.pages[runs[i].page].items[runs[i].item].what);
  };
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (!is_divided(*runs[i].run)) continue;
    const Rest rest = rest_after(i, runs, pages.structure);
    if (rest.text.empty() || utf8::to_utf16(rest.text).size() > kLongestRest) continue;
    for (const Share& share : rest.shares) blank(changeable(share.run), share.length);
    carry(changeable(i), rest.text);
  }
  return pages;
}

}  // namespace galley::pdf
