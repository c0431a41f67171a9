#include "page/setter.h"

#include <algorithm>
#include <utility>

#include "base/numbers.h"

namespace galley {
namespace {

/// A line that is too long by less is not worth a word: below what a printer resolves.
constexpr Length kVisibleExcess = 0.05_pt;

/// The link that an element is, or is a part of: a part may have a language or a meaning of its own.
ElementId link_above(ElementId element, const std::vector<Element>& elements) {
  ElementId at = element;
  while (at < elements.size() && elements[at].role != Role::link) at = elements[at].parent;
  return at < elements.size() ? at : element;
}

/// The box around the runs of the link that ends with run `last`, from the face's ascent to its descent.
Item link_area(const SetLine& line, std::size_t last, const LinkTexts& link_texts, const Composed& composed) {
  const LinkId link = line.runs[last].link;
  Length x0 = line.runs[last].x, x1 = x0, ascent, descent;
  for (std::size_t i = last + 1; i-- > 0 && line.runs[i].link == link;) {
    const SetRun& run = line.runs[i];
    const FaceMetrics& metrics = run.run.face->metrics();
    x0 = std::min(x0, run.x);
    x1 = std::max(x1, std::min(run.x + run.run.width(), line.x + line.width));  // a space that hangs out is not clickable
    ascent = std::max(ascent, run.run.size.times(metrics.ascender, metrics.units_per_em));
    descent = std::max(descent, run.run.size.times(-metrics.descender, metrics.units_per_em));
  }
  const auto text = link_texts.find(link);
  return {{x0, -ascent}, link_above(line.runs[last].element, composed.structure.elements),
          LinkArea{{x1 - x0, ascent + descent}, composed.links[link], text == link_texts.end() ? std::string{} : text->second}};
}

/// Where the longest words come from, most likely: what templates put between fields is short.
Span longest_place(const StyledText& text, Span otherwise) {
  const auto longest = std::max_element(text.begin(), text.end(), [](const Piece& a, const Piece& b) { return a.text.size() < b.text.size(); });
  return longest == text.end() ? otherwise : longest->source;
}

}  // namespace

std::string on_one_line(std::string text) {
  constexpr std::string_view kForced = "\u2028", kPreferred = "\u2029";
  for (std::size_t at; (at = text.find(kForced)) != std::string::npos;) text.replace(at, kForced.size(), " ");
  for (std::size_t at; (at = text.find(kPreferred)) != std::string::npos;) text.erase(at, kPreferred.size());
  return text;
}

std::vector<SetLine> set_text(const StyledText& text, StyleId paragraph, Measure measure, const Setter& setter) {
  const Composed& composed = setter.composed;
  const Paragraph set{text, setter.style(paragraph), composed.styles, composed.language, measure, composed.right_to_left, &composed.usage};
  if (LineMemory* lines = setter.shaper.lines()) return lines->set(set, paragraph, setter.numbers, setter.shaper, setter.diagnostics);
  return set_lines(set, setter.shaper, setter.diagnostics);
}

std::vector<SetLine> set_unbroken(const StyledText& text, StyleId paragraph, const Setter& setter) {
  StyledText joined = text;
  for (Piece& piece : joined) piece.text = on_one_line(std::move(piece.text));
  return set_text(joined, paragraph, {kUnbroken, kUnbroken}, setter);
}

LinkTexts texts_of_links(const StyledText& text) {
  LinkTexts texts;
  for (const Piece& piece : text)
    if (piece.link != kNoLink) texts[piece.link] += on_one_line(piece.text);
  return texts;
}

void append_line(SetLine line, Point origin, const LinkTexts& link_texts, const Setter& setter, std::vector<Item>& items) {
  const auto ends_link = [&](std::size_t i) {
    return line.runs[i].link != kNoLink && (i + 1 == line.runs.size() || line.runs[i + 1].link != line.runs[i].link);
  };
  std::vector<Item> areas;
  for (std::size_t i = 0; i < line.runs.size(); ++i)
    if (ends_link(i)) areas.push_back(link_area(line, i, link_texts, setter.composed));
  auto area = areas.begin();
  for (std::size_t i = 0; i < line.runs.size(); ++i) {
    SetRun& run = line.runs[i];
    items.push_back({{origin.x + run.x, origin.y}, run.element, std::move(run.run)});
    if (!ends_link(i)) continue;
    area->at.x += origin.x;
    area->at.y += origin.y;
    items.push_back(std::move(*area++));
  }
}

bool are_cramped(const std::vector<SetLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const SetLine& line) { return line.torn || line.excess > kVisibleExcess; });
}

void warn_overfull(const std::vector<SetLine>& lines, const StyledText& text, Span otherwise, Diagnostics& diagnostics) {
  bool told_of_torn = false;
  for (const SetLine& line : lines) {
    if (line.torn && !std::exchange(told_of_torn, true))
      diagnostics.warn(longest_place(text, otherwise), "a word is wider than its column, and divided where no rule divides it",
                       "shorten it, mark places to divide it with soft hyphens (U+00AD), or widen the column in the layout")
          .code = Code::overfull_line;
    if (line.excess <= kVisibleExcess) continue;
    const Span place = text.empty() ? otherwise : text.front().source;
    diagnostics
        .warn(place, "a line is " + format_number(line.excess.points(), 1) + "pt too long for its column",
              "shorten a long word, allow hyphenation, or widen the column in the layout")
        .code = Code::overfull_line;
  }
}

}  // namespace galley
