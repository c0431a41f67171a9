#include "text/line_items.h"

#include <hb.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/hyphenate.h"
#include "text/unicode.h"

namespace galley {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

/// Cursive scripts, and those that hang from a line drawn through.
bool joins_letters(std::uint32_t script) {
  switch (script) {
    case HB_SCRIPT_ARABIC: case HB_SCRIPT_SYRIAC: case HB_SCRIPT_MONGOLIAN: case HB_SCRIPT_NKO:
    case HB_SCRIPT_DEVANAGARI: case HB_SCRIPT_BENGALI: case HB_SCRIPT_GURMUKHI: return true;
    default: return false;
  }
}

/// TeX's space factor (The TeXbook, chapter 12) after the text before byte `at`.
double space_factor(std::string_view text, std::uint32_t at, const Spacing& spacing) {
  if (spacing.factors.empty()) return 1;
  const auto factor_of = [&](char32_t c) {
    for (const Spacing::Factor& factor : spacing.factors)
      if (factor.mark == c) return factor.factor;
    return is_upper(c) ? spacing.factor_after_capital : 1.0;
  };
  double current = 1;
  std::uint32_t start = at;  // of the word: the factor is 1 after a space
  while (start > 0 && text[start - 1] != ' ' && start + 64 > at) --start;
  while (start < at && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) ++start;
  for (std::uint32_t i = start; i < at;) {
    const auto [c, length] = utf8::decode(text, i);
    i += static_cast<std::uint32_t>(length);
    const double next = factor_of(c);
    if (next == 0) continue;  // looked through
    current = current < 1 && next > 1 ? 1 : next;
  }
  return current;
}

class ItemMaker {
 public:
  ItemMaker(const ShapedText& text, const std::vector<Style>& styles, const Style& paragraph, const std::string& language,
            bool use_preferred)
      : text_(text), styles_(styles), paragraph_(paragraph), use_preferred_(use_preferred) {
    if (paragraph.hyphenate) patterns_ = hyphenation_for(language);
  }

  LineItems make() {
    for (std::size_t i = 0; i < text_.segments.size(); ++i) {
      const Segment& segment = text_.segments[i];
      const char32_t first = utf8::decode(text_.text, segment.begin).code_point;
      if (segment.is_space) {
        space(i);
      } else if (is_line_break(first)) {
        line_break(segment, first);
      } else {
        word(segment);
      }
    }
    drop_trailing_spaces();
    finish(static_cast<std::uint32_t>(text_.text.size()));
    return std::move(result_);
  }

 private:
  void push(LineItem item, std::uint32_t begin, std::uint32_t end) {
    if (item.kind != LineItem::Kind::penalty) result_.natural_width += item.width;
    result_.items.push_back(item);
    result_.places.push_back({begin, end});
  }

  /// What is to happen before byte `at`, if anything.
  const BreakChance* chance_at(std::uint32_t at) {
    while (next_ < text_.chances.size() && text_.chances[next_].at < at) ++next_;
    return next_ < text_.chances.size() && text_.chances[next_].at == at ? &text_.chances[next_] : nullptr;
  }

  /// Several spaces in a row break as one, before the first.
  void space(std::size_t index) {
    const Segment& segment = text_.segments[index];
    const SpaceWidth width = space_width(text_, segment, styles_[segment.style]);
    const bool goes_on = !result_.items.empty() && result_.items.back().kind == LineItem::Kind::glue;
    if (!goes_on && !may_break_in_spaces(index)) push(LineItem::make_penalty(kForbiddenBreak), segment.begin, segment.begin);
    push(LineItem::glue(width.natural, width.stretch, width.shrink), segment.begin, segment.end);
  }

  [[nodiscard]] bool may_break_in_spaces(std::size_t index) {
    for (; index < text_.segments.size() && text_.segments[index].is_space; ++index) {
      const BreakChance* chance = chance_at(text_.segments[index].end);
      if (chance && chance->kind == BreakKind::allowed) return true;
    }
    return false;
  }

  /// One of the break characters; the break itself is made before what follows it.
  void line_break(const Segment& segment, char32_t character) {
    if (segment.begin > 0) before_word(segment);
    if (character == kLineSeparator || use_preferred_) drop_trailing_spaces();
    push(LineItem::box({}), segment.begin, segment.end);
  }

  /// Spaces before the end of a line that is not filled take no room on it, as those at other breaks do not.
  void drop_trailing_spaces() {
    for (std::size_t i = result_.items.size(); i-- > 0;) {
      LineItem& item = result_.items[i];
      if (item.kind == LineItem::Kind::penalty && item.penalty >= kForbiddenBreak) continue;
      if (item.kind != LineItem::Kind::glue) return;
      result_.natural_width -= item.width;
      item = LineItem::glue({}, {}, {});
    }
  }

  void word(const Segment& segment) {
    if (segment.begin > 0) before_word(segment);
    line_has_words_ = true;
    const std::vector<Cut> cuts = cuts_of(segment);
    std::uint32_t begin = segment.begin;
    for (const Cut& cut : cuts) {
      push(LineItem::box(width_of(segment, begin, cut.at)), begin, cut.at);
      push(LineItem::make_penalty(cut.penalty, cut.hyphen, cut.is_hyphen), cut.at, cut.at);
      begin = cut.at;
    }
    push(LineItem::box(width_of(segment, begin, segment.end)), begin, segment.end);
  }

  /// A chance at a segment's start that no space announces: after a hyphen that ends a style, or a forced break.
  void before_word(const Segment& segment) {
    const BreakChance* chance = chance_at(segment.begin);
    if (!chance) return;
    const bool after_space = !result_.items.empty() && result_.items.back().kind == LineItem::Kind::glue;
    // A preferred break with nothing before it would leave an empty line.
    if (chance->kind == BreakKind::forced || (chance->kind == BreakKind::preferred && use_preferred_ && line_has_words_)) {
      finish(segment.begin);
    } else if (chance->kind == BreakKind::allowed && !after_space) {
      push(LineItem::make_penalty(0), segment.begin, segment.begin);
    }
  }

  /// The end of a line that is not filled.
  void finish(std::uint32_t at) {
    push(LineItem::make_penalty(kForbiddenBreak), at, at);
    push(LineItem::fill(), at, at);
    push(LineItem::make_penalty(kForcedBreak), at, at);
    line_has_words_ = false;
  }

  struct Cut {
    std::uint32_t at = 0;
    double penalty = 0;
    Length hyphen;
    bool is_hyphen = false;
  };

  std::vector<Cut> cuts_of(const Segment& segment) {
    std::vector<Cut> cuts;
    for (std::size_t i = next_; i < text_.chances.size() && text_.chances[i].at < segment.end; ++i)
      if (text_.chances[i].at > segment.begin && text_.chances[i].kind == BreakKind::allowed)
        cuts.push_back({text_.chances[i].at, 0, {}, is_soft_hyphen_before(text_.chances[i].at)});
    for (Cut& cut : cuts)
      if (cut.is_hyphen) cut = hyphen_cut(segment, cut.at);
    if (patterns_) add_hyphens(segment, cuts);
    std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.at < b.at; });
    return cuts;
  }

  [[nodiscard]] bool is_soft_hyphen_before(std::uint32_t at) const {
    return at >= 2 && utf8::decode(text_.text, at - 2).code_point == kSoftHyphen;
  }

  [[nodiscard]] Cut hyphen_cut(const Segment& segment, std::uint32_t at) const {
    const Style& style = styles_[segment.style];
    const GlyphId hyphen = segment.face->glyph_of('-');
    const Length width = style.size.times(segment.face->advance(hyphen), segment.face->metrics().units_per_em);
    return {at, paragraph_.costs.hyphen, width, true};
  }

  /// Divides each run of letters inside the segment by the language's patterns.
  void add_hyphens(const Segment& segment, std::vector<Cut>& cuts) {
    const std::string_view text = text_.text;
    for (std::uint32_t at = segment.begin; at < segment.end;) {
      std::uint32_t end = at;
      while (end < segment.end) {
        const auto [c, length] = utf8::decode(text, end);
        if (!is_letter(c)) break;
        end += static_cast<std::uint32_t>(length);
      }
      if (end == at) {
        at += static_cast<std::uint32_t>(utf8::decode(text, at).length);
        continue;
      }
      for (const std::size_t offset : hyphenate(*patterns_, text.substr(at, end - at)))
        cuts.push_back(hyphen_cut(segment, at + static_cast<std::uint32_t>(offset)));
      at = end;
    }
  }

  /// Width of the part [begin, end) of a segment, taken from the whole shaped segment: exact enough to choose breaks
  /// by; the line that is cut here is shaped again when it is set.
  [[nodiscard]] Length width_of(const Segment& segment, std::uint32_t begin, std::uint32_t end) const {
    Length width;
    const Style& style = styles_[segment.style];
    for (const ShapedGlyph& glyph : segment.glyphs) {
      const std::uint32_t place = segment.begin + glyph.begin;
      const bool at_end = place >= segment.end;  // further glyphs of the last cluster
      if ((place >= begin && place < end) || (at_end && end == segment.end)) width += advance_of(glyph, segment, style);
    }
    return width;
  }

  const ShapedText& text_;
  const std::vector<Style>& styles_;
  const Style& paragraph_;
  bool use_preferred_;
  const HyphenationTable* patterns_ = nullptr;
  std::size_t next_ = 0;         ///< the next break chance
  bool line_has_words_ = false;  ///< since the last break that must be
  LineItems result_;
};

}  // namespace

SpaceWidth space_width(const ShapedText& text, const Segment& space, const Style& style) {
  // Extractors such as poppler take less than 0.15 em for no space at all, and so would hurried eyes.
  constexpr Em kNarrowest = Em::from_double(0.16);
  const Spacing& law = style.spacing;
  SpaceWidth width;
  for (const ShapedGlyph& glyph : space.glyphs) width.natural += advance_of(glyph, space, style);
  const std::string_view character = std::string_view(text.text).substr(space.begin, space.end - space.begin);
  if (character != " " && character != "\xC2\xA0") return width;  // spaces of a fixed width
  if (law.space != Em{}) width.natural = law.space.at(style.size);
  width.stretch = law.stretch.at(style.size);
  width.shrink = law.shrink.at(style.size);
  const double factor = space_factor(text.text, space.begin, law);
  if (factor >= 2) width.natural += law.extra.at(style.size);
  if (factor > 0) {
    constexpr std::int64_t kThousand = 1000;
    const auto thousandths = static_cast<std::int64_t>(factor * kThousand + 0.5);
    width.stretch = width.stretch.times(thousandths, kThousand);
    width.shrink = width.shrink.times(kThousand, thousandths);
  }
  width.shrink = std::max(Length(), std::min(width.shrink, width.natural - kNarrowest.at(style.size)));
  return width;
}

Length advance_of(const ShapedGlyph& glyph, const Segment& segment, const Style& style) {
  const Face& face = *segment.face;
  const Length advance = style.size.times(glyph.advance, face.metrics().units_per_em);
  return glyph.end > glyph.begin && !joins_letters(segment.script) ? advance + style.tracking.at(style.size) : advance;
}

LineItems make_line_items(const ShapedText& text, const std::vector<Style>& styles, const Style& paragraph,
                          const std::string& language, bool use_preferred) {
  return ItemMaker(text, styles, paragraph, language, use_preferred).make();
}

}  // namespace galley
