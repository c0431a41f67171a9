#include "requests/fit.h"

#include <algorithm>
#include <array>

#include "base/numbers.h"

namespace galley {
namespace {

/// Steps of the bisection: the last one moves a factor by less than 1/100 of its range.
constexpr int kSteps = 7;

Length times(Length length, double factor) { return Length::from_points(length.points() * factor); }

/// Scales a layout's lengths; one object so that each rule reads as one line.
class Scaler {
 public:
  Scaler(Layout& layout, const FitScale& scale) : layout_(layout), scale_(scale), leading_(layout.body.leading) {}

  void run() {
    styles();
    sections(layout_.sections);
    for (auto& [title, rules] : layout_.named_sections) sections(rules);
    for (auto& [kind, rule] : layout_.entries) entry(rule);
    lines(layout_.head.lines);
    gap(layout_.head.space);
    lines(layout_.closing.lines);
    gap(layout_.closing.space);
    layout_.head.first_baseline = times(layout_.head.first_baseline, scale_.margins);
    if (layout_.sidebar) sidebar(*layout_.sidebar);
    margins();
  }

 private:
  /// Baseline to baseline: the leading part goes with the leading, the rest is a gap.
  void gap(Length& space) const {
    const Length leading = std::min(space, leading_);
    space = times(leading, scale_.leading * scale_.size) + times(space - leading, scale_.gaps * scale_.leading * scale_.size);
  }

  void style(StyleSpec& spec) const {
    if (spec.size) spec.size = times(*spec.size, scale_.size);
    if (spec.leading) spec.leading = times(*spec.leading, scale_.size * scale_.leading);
  }

  void styles() const {
    for (auto& [name, spec] : layout_.styles) style(spec);
    layout_.body.size = times(layout_.body.size, scale_.size);
    layout_.body.leading = times(layout_.body.leading, scale_.size * scale_.leading);
  }

  void sections(SectionRules& rules) const {
    if (rules.entry_space) {
      gap(rules.entry_space->before);
      gap(rules.entry_space->after);
    }
    for (Length* space : {&rules.space, &rules.space_before_heading, &rules.space_after_label, &rules.space_below_label,
                          &rules.heading_space.before, &rules.heading_space.after, &rules.note_space.before, &rules.note_space.after})
      gap(*space);
    for (LineDecoration& rule : rules.rules) rule.offset = times(rule.offset, scale_.size);
  }

  void lines(std::vector<LineRule>& rules) const {
    for (LineRule& rule : rules)
      if (rule.space) gap(*rule.space);
  }

  void entry(EntryRule& rule) const {
    gap(rule.space.before);
    gap(rule.space.after);
    lines(rule.lines);
  }

  void sidebar(SidebarRules& rules) const {
    sections(rules.sections);
    lines(rules.lines);
    for (auto& [kind, rule] : rules.entries) entry(rule);
    rules.first_baseline = times(rules.first_baseline, scale_.margins);
    rules.bottom = times(rules.bottom, scale_.margins);
  }

  void margins() const {
    PageRules& page = layout_.page;
    page.top = times(page.top, scale_.margins);
    page.bottom = times(page.bottom, scale_.margins);
    if (layout_.sidebar || !page.boxes.empty()) return;
    for (Length* side : {&page.left, &page.right, &layout_.head.left, &layout_.head.right}) *side = times(*side, scale_.margins);
  }

  Layout& layout_;
  const FitScale scale_;
  const Length leading_;
};

/// A factor that may be moved, and what it is called.
struct Knob {
  const char* name;
  double FitScale::*factor;
  double FitRules::*floor;
};
constexpr std::array<Knob, 4> kKnobs = {{{"gaps", &FitScale::gaps, &FitRules::gaps},
                                         {"leading", &FitScale::leading, &FitRules::leading},
                                         {"size", &FitScale::size, &FitRules::size},
                                         {"margins", &FitScale::margins, &FitRules::margins}}};

class Fitter {
 public:
  /// `pages`: how many there may be at most.
  Fitter(const Inputs& inputs, const FitRules& rules, std::size_t pages, Shaper& shaper) : inputs_(inputs), rules_(rules), pages_(pages), shaper_(shaper) {
    shaper.remember_lines();  // gaps change no line
  }

  /// The scale that fills the pages best; nullopt when the floors do not suffice.
  std::optional<FitScale> solve(Diagnostics& diagnostics) {
    const FitScale scale;
    Diagnostics first;
    const auto document = at(scale, first);
    // Fonts and characters are complained of once, however often the text is set: here.
    for (const Diagnostic& each : first.all())
      if (each.code != Code::overfull_line) diagnostics.forward(each);
    if (!document) return std::nullopt;
    return document->pages.pages.size() <= pages_ ? grow(scale) : shrink();
  }

  /// The same of a document that is too long as it is.
  std::optional<FitScale> shrink() {
    FitScale scale;
    for (const Knob& knob : kKnobs) {
      const double floor = rules_.*knob.floor;
      if (floor >= scale.*knob.factor) continue;
      FitScale at_floor = scale;
      at_floor.*knob.factor = floor;
      if (fits(at_floor)) return largest(at_floor, knob.factor, floor, scale.*knob.factor);
      scale = at_floor;
    }
    return std::nullopt;
  }

  std::optional<Document> at(const FitScale& scale, Diagnostics& diagnostics) { return typeset(inputs_, scaled(inputs_.layout, scale), shaper_, diagnostics); }

  [[nodiscard]] FitScale least() const { return {rules_.gaps, rules_.leading, rules_.size, rules_.margins}; }

 private:
  bool fits(const FitScale& scale) {
    Diagnostics unheard;  // of settings that are tried; the one that is kept speaks for itself
    const auto document = at(scale, unheard);
    return document && document->pages.pages.size() <= pages_;
  }

  /// The largest factor between one that fits and one that does not, the others staying as they are.
  FitScale largest(FitScale scale, double FitScale::*factor, double fitting, double failing) {
    for (int i = 0; i < kSteps; ++i) {
      const double middle = (fitting + failing) / 2;
      scale.*factor = middle;
      (fits(scale) ? fitting : failing) = middle;
    }
    scale.*factor = fitting;
    return scale;
  }

  FitScale grow(const FitScale& scale) {
    if (rules_.most_gaps <= 1) return scale;
    FitScale most = scale;
    most.gaps = rules_.most_gaps;
    return fits(most) ? most : largest(scale, &FitScale::gaps, 1, rules_.most_gaps);
  }

  const Inputs& inputs_;
  const FitRules rules_;
  const std::size_t pages_;
  Shaper& shaper_;
};

/// Lines of text that stand from a page on.
std::size_t lines_from(std::size_t page, const Document& document) {
  std::vector<std::int64_t> baselines;
  for (std::size_t p = page; p < document.pages.pages.size(); ++p)
    for (const Item& item : document.pages.pages[p].items)
      if (item.element != kArtifact && std::holds_alternative<GlyphRun>(item.what))
        baselines.push_back(item.at.y.scaled() + static_cast<std::int64_t>(p) * document.pages.pages[p].size.height.scaled());
  std::sort(baselines.begin(), baselines.end());
  return static_cast<std::size_t>(std::unique(baselines.begin(), baselines.end()) - baselines.begin());
}

std::string counted(std::size_t count, std::string_view what) { return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s"); }

/// Pages, beyond those allowed, that a document takes: how many lines stand there, and of which sections.
void refuse(const Document& document, std::size_t pages, Diagnostics& diagnostics) {
  std::string last;
  for (const OutlineEntry& entry : document.pages.outline)
    if (entry.page >= pages && entry.level > 0) last += (last.empty() ? "'" : ", '") + entry.title + "'";
  if (last.empty() && !document.pages.outline.empty()) last = "the end of '" + document.pages.outline.back().title + "'";
  diagnostics.fail(Blame::files, {}, "the CV is " + counted(lines_from(pages, document), "line") + " too long for " + counted(pages, "page") +
                                         ", with everything at the floor that the layout's 'fit' allows",
                   "what does not fit is " + last + ": shorten the CV by as much, allow more pages, or lower the floors").code = Code::does_not_fit;
}

std::string percent(double factor) { return format_number(factor * 100, 1) + " %"; }

/// "gaps 64 %, leading 97 %"
std::string described(const FitScale& scale) {
  std::string out;
  for (const Knob& knob : kKnobs)
    if (scale.*knob.factor != 1) out += (out.empty() ? "" : ", ") + std::string(knob.name) + " " + percent(scale.*knob.factor);
  return out;
}

/// Fewer pages than a document takes as it is, by what may be moved without asking.
std::optional<FitScale> fewer_pages(std::size_t pages, const FitRules& rules, const Inputs& inputs, Shaper& shaper) {
  return Fitter(inputs, rules, pages - 1, shaper).shrink();
}

bool ends_on_short_page(const Document& document, const BreakRules& rules) {
  const std::size_t pages = document.pages.pages.size();
  return pages > 1 && lines_from(pages - 1, document) < static_cast<std::size_t>(rules.last_page);
}

void say_what_would_fit(const Document& document, const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics) {
  const std::size_t pages = document.pages.pages.size();
  const FitRules& allowed = inputs.layout.fit;
  FitRules rules;  // not the size of the type: that is seen, and shapes all words anew
  rules.gaps = allowed.gaps;
  rules.leading = allowed.leading;
  rules.size = rules.margins = 1;
  if (const auto scale = fewer_pages(pages, rules, inputs, shaper))
    diagnostics.warn({}, "page " + std::to_string(pages) + " holds " + counted(lines_from(pages - 1, document), "line"),
                     "'--pages " + std::to_string(pages - 1) + "' would fit, " + described(*scale) + "; '--set breaks.last-page=0' keeps this silent").code = Code::does_not_fit;
}

std::optional<Document> typeset_unasked(const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics, std::string& report) {
  std::optional<Layout> lenient;  // a copy only where there is something to change
  if (inputs.layout.breaks.short_last_page > 0) lenient.emplace(inputs.layout).breaks.short_last_page = 0;
  auto document = typeset(inputs, lenient ? *lenient : inputs.layout, shaper, diagnostics);
  if (!document || !ends_on_short_page(*document, inputs.layout.breaks)) return document;
  FitRules rules;
  rules.gaps = inputs.layout.fit.squeeze;
  rules.leading = rules.size = rules.margins = 1;
  Diagnostics unheard;  // the same has been heard of the first setting: gaps change no line
  if (const auto scale = fewer_pages(document->pages.pages.size(), rules, inputs, shaper)) {
    report = described(*scale);
    return typeset(inputs, scaled(inputs.layout, *scale), shaper, unheard);
  }
  if (lenient) document = typeset(inputs, inputs.layout, shaper, unheard);
  if (document) say_what_would_fit(*document, inputs, shaper, diagnostics);
  return document;
}

}  // namespace

Layout scaled(const Layout& layout, const FitScale& scale) {
  Layout result = layout;
  if (scale != FitScale{}) Scaler(result, scale).run();
  return result;
}

std::optional<Document> typeset_to_fit(const Inputs& inputs, Shaper& shaper, Diagnostics& diagnostics, std::string& report) {
  if (inputs.layout.fit.pages == 0) return typeset_unasked(inputs, shaper, diagnostics, report);
  Fitter fitter(inputs, inputs.layout.fit, inputs.layout.fit.pages, shaper);
  const auto scale = fitter.solve(diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  if (!scale) {
    Diagnostics unheard;
    const auto document = fitter.at(fitter.least(), unheard);
    if (document) refuse(*document, inputs.layout.fit.pages, diagnostics);
    return std::nullopt;
  }
  report = described(*scale);
  return fitter.at(*scale, diagnostics);
}

}  // namespace galley
