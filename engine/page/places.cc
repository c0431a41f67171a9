#include "page/places.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/dump_text.h"
#include "font/ink.h"
#include "page/paths.h"

namespace galley {
namespace {

/// What reaches beyond the page by less is not worth a word: below what a printer resolves.
constexpr Length kVisible = 0.05_pt;
/// One fault of a layout can hit every line: so many are named.
constexpr int kMostNamed = 5;
/// Characters of a text that a message quotes.
constexpr std::size_t kMostQuoted = 40;
/// Of two runs: neighbours touch by kerning and slanted letters, lines set close by their accents.
constexpr Em kTouchAcross = 0.4_em, kTouchDown = 0.1_em;
/// Letters may reach beyond their advance and their face's ascent: text further from the edge than this is inside.
constexpr Em kReach = 1_em;
/// Where the body of small letters stands, above the baseline.
constexpr Em kBody = 0.42_em;

Rectangle cut_sheet(const Page& page) { return {page.trim, page.trim, page.size.width - page.trim, page.size.height - page.trim}; }

bool is_within(const Rectangle& inner, const Rectangle& outer) {
  return inner.left >= outer.left - kVisible && inner.top >= outer.top - kVisible && inner.right <= outer.right + kVisible && inner.bottom <= outer.bottom + kVisible;
}

Rectangle widened(const Rectangle& box, Length by) { return {box.left - by, box.top - by, box.right + by, box.bottom + by}; }

std::string words_of(const GlyphRun& run) {
  std::string text = run.text;
  if (text.ends_with("\u00AD")) text.replace(text.size() - 2, 2, "-");
  const std::size_t begin = text.find_first_not_of(' '), end = text.find_last_not_of(' ');
  return begin == std::string::npos ? std::string() : shortened(text.substr(begin, end - begin + 1), kMostQuoted);
}

/// Each text that a run beyond the page comes from is named once.
class Outside {
 public:
  explicit Outside(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void look_at(const Page& page, std::size_t number) {
    const Rectangle sheet = cut_sheet(page);
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.what);
      if (!run || is_within(widened(extent_of(item), kReach.at(run->size)), sheet)) continue;
      const auto ink = ink_of(*run, item.at);
      if (ink && !is_within(*ink, sheet)) say(*run, number);
    }
  }

  void close() {
    if (found_ > kMostNamed)
      diagnostics_.error({}, found_ == kMostNamed + 1 ? "one more text reaches beyond its page" : std::to_string(found_ - kMostNamed) + " more texts reach beyond their pages").code = Code::does_not_fit;
  }

 private:
  void say(const GlyphRun& run, std::size_t number) {
    if (found_ > 0 && run.source == last_) return;
    last_ = run.source;
    if (++found_ > kMostNamed) return;
    diagnostics_.error(run.source, "text reaches beyond page " + std::to_string(number) + ": '" + words_of(run) + "'",
                       "shorten it, or change margins, columns, offsets or sizes in the layout").code = Code::does_not_fit;
  }

  Diagnostics& diagnostics_;
  Span last_;
  int found_ = 0;
};

/// Where the letters of a run stand, without the spaces at its ends and what reaches up and down.
struct Body {
  Rectangle box;
  const GlyphRun* run = nullptr;
};

std::optional<Body> body_of(const GlyphRun& run, const Point& at) {
  const auto is_space = [&](const Glyph& glyph) { return glyph.text.end == glyph.text.begin + 1 && run.text[glyph.text.begin] == ' '; };
  Length begin, end = run.width();
  std::size_t first = 0, last = run.glyphs.size();
  for (; first < last && is_space(run.glyphs[first]); ++first) begin += run.glyphs[first].advance;
  for (; last > first && is_space(run.glyphs[last - 1]); --last) end -= run.glyphs[last - 1].advance;
  if (first == last) return std::nullopt;
  const Length high = kBody.at(run.size);
  if (run.upwards) return Body{{at.x - high, at.y - end, at.x, at.y - begin}, &run};
  return Body{{at.x + begin, at.y - high, at.x + end, at.y}, &run};
}

bool stand_on_one_another(const Body& one, const Body& other) {
  const Length across = std::min(one.box.right, other.box.right) - std::max(one.box.left, other.box.left);
  const Length down = std::min(one.box.bottom, other.box.bottom) - std::max(one.box.top, other.box.top);
  const Length size = std::min(one.run->size, other.run->size);
  return across > kTouchAcross.at(size) && down > kTouchDown.at(size);
}

/// Names texts that stand on others, up to a number.
class Overlaps {
 public:
  explicit Overlaps(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void look_at(const Page& page, std::size_t number) {
    std::vector<Body> bodies;
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.what))
        if (const auto body = body_of(*run, item.at)) bodies.push_back(*body);
    std::stable_sort(bodies.begin(), bodies.end(), [](const Body& a, const Body& b) { return a.box.top < b.box.top; });
    for (std::size_t i = 0; i < bodies.size() && found_ < kMostNamed; ++i)
      for (std::size_t j = i + 1; j < bodies.size() && bodies[j].box.top < bodies[i].box.bottom && found_ < kMostNamed; ++j)
        if (stand_on_one_another(bodies[i], bodies[j])) say(*bodies[i].run, *bodies[j].run, number);
  }

 private:
  void say(const GlyphRun& one, const GlyphRun& other, std::size_t number) {
    if (found_ > 0 && other.source == last_) return;
    last_ = other.source;
    ++found_;
    diagnostics_.error(other.source, "on page " + std::to_string(number) + " '" + words_of(other) + "' stands on '" + words_of(one) + "'",
                      "shorten one of them, or give the layout's columns, spaces or leading more room").code = Code::does_not_fit;
  }

  Diagnostics& diagnostics_;
  Span last_;
  int found_ = 0;
};

}  // namespace

void check_places(const Pages& pages, Diagnostics& diagnostics) {
  Outside outside(diagnostics);
  Overlaps overlaps(diagnostics);
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    outside.look_at(pages.pages[p], p + 1);
    overlaps.look_at(pages.pages[p], p + 1);
  }
  outside.close();
}

}  // namespace galley
