#include "export/pdf/single_letters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <optional>

#include "base/utf8.h"
#include "export/pdf/glyph_use.h"
#include "font/more_glyphs.h"
#include "font/outline.h"

namespace galley::pdf {
namespace {

/// What is added to one face.
class Plan {
 public:
  explicit Plan(const Face& face) : face_(face) {}

  GlyphId id_of(const FurtherGlyph& glyph) {
    const auto [place, is_new] = ids_.try_emplace(glyph, face_.glyph_count() + static_cast<GlyphId>(further_.size()));
    if (is_new) further_.push_back(glyph);
    return place->second;
  }

  [[nodiscard]] const Face& face() const { return face_; }
  [[nodiscard]] const std::vector<FurtherGlyph>& further() const { return further_; }

 private:
  const Face& face_;
  std::map<FurtherGlyph, GlyphId> ids_;
  std::vector<FurtherGlyph> further_;
};

/// A glyph that becomes a shape, with its place from the run's start, y upwards.
struct Mark {
  GlyphId id = 0;
  Length x, y;
};

struct SpelledRun {
  std::vector<Glyph> glyphs;
  std::vector<Mark> marks;
  bool is_changed = false;
};

std::vector<TextRange> letters_of(const GlyphRun& run, const TextRange& range) {
  std::vector<TextRange> letters;
  for (std::uint32_t at = range.begin; at < range.end;) {
    const auto next = at + static_cast<std::uint32_t>(utf8::decode(run.text, at).length);
    letters.push_back({at, next});
    at = next;
  }
  return letters;
}

/// Vowel signs and the like (general category Mn) of the scripts that read from right to left.
bool is_combining(char32_t c) {
  constexpr std::pair<char32_t, char32_t> kRanges[] = {{0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5},
                                                       {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
                                                       {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED},
                                                       {0x0711, 0x0711}, {0x0730, 0x074A}, {0x07A6, 0x07B0}, {0x08D3, 0x08FF}};
  return std::any_of(std::begin(kRanges), std::end(kRanges), [c](const auto& range) { return c >= range.first && c <= range.second; });
}

/// Of a combining mark's empty glyph, in em: poppler parts words where glyphs begin within 0.1 em, pdf.js, which takes such marks
/// for having no width, where it then finds a gap of 0.102 em.
constexpr double kMarkAdvance = 0.101;

/// A gap between letters, in em, that surely parts no word yet: half of what poppler takes for a space.
constexpr double kWidestGap = 0.05;

/// Neighbouring clusters, left to right, of which only the last need have an advance, as a letter below another (lam with alef in
/// some fonts).
struct Group {
  std::size_t begin = 0, end = 0;
  TextRange text;
};

/// Goes through one run from left to right.
class Speller {
 public:
  Speller(const GlyphRun& run, Plan& plan) : run_(run), plan_(plan) {}

  SpelledRun spell() {
    for (std::size_t at = 0; at < run_.glyphs.size();) {
      const Group group = group_at(at);
      spell(group);
      at = group.end;
    }
    return std::move(spelled_);
  }

 private:
  using Glyphs = std::vector<Glyph>::const_iterator;
  static bool is_mark(const Glyph& glyph) { return glyph.advance == Length{}; }

  [[nodiscard]] Group group_at(std::size_t at) const {
    Group group{at, at, run_.glyphs[at].text};
    do {
      group.text.begin = std::min(group.text.begin, run_.glyphs[group.end].text.begin);
      group.text.end = std::max(group.text.end, run_.glyphs[group.end].text.end);
      group.end = cluster_at(run_, group.end).end;
    } while (group.end < run_.glyphs.size() && std::all_of(glyph(group.begin), glyph(group.end), is_mark));
    return group;
  }

  [[nodiscard]] Glyphs glyph(std::size_t at) const { return run_.glyphs.begin() + static_cast<std::ptrdiff_t>(at); }

  void spell(const Group& group) {
    const Glyphs begin = glyph(group.begin), end = glyph(group.end);
    letters_ = letters_of(run_, group.text);
    const std::size_t with_advance = group.end - group.begin - static_cast<std::size_t>(std::count_if(begin, end, is_mark));
    const auto widest = std::max_element(begin, end, [](const Glyph& a, const Glyph& b) { return a.advance < b.advance; });
    const bool is_simple = with_advance == group.end - group.begin && letters_.size() <= with_advance;
    if (is_simple || widest->advance <= Length{} || plan_.face().advance(widest->id) == 0) return keep(begin, end);
    spelled_.is_changed = true;
    unsaid_ = std::max(letters_.size(), with_advance);
    const std::size_t further = unsaid_ - with_advance;
    for (auto each = begin; each != end; ++each) {
      if (is_mark(*each)) {
        spelled_.marks.push_back({each->id, pen_ + each->x, each->y});
      } else {
        add(*each, each == widest ? further : 0);
      }
    }
  }

  /// Where letters are set apart a copy takes the whole advance, since a gap parts words.
  void keep(Glyphs begin, Glyphs end) {
    for (; begin != end; ++begin) {
      Glyph glyph = *begin;
      const double em = plan_.face().metrics().units_per_em;
      const double advance = glyph.advance.points() / run_.size.points() * em, own = plan_.face().advance(glyph.id);
      const bool is_space = run_.text.compare(glyph.text.begin, glyph.text.end - glyph.text.begin, " ") == 0;
      if (advance > own + kWidestGap * em && !is_space && glyph.text.begin < glyph.text.end) {
        glyph.id = plan_.id_of({glyph.id, static_cast<int>(std::lround(advance))});
        spelled_.is_changed = true;
      }
      spelled_.glyphs.push_back(glyph);
      pen_ += glyph.advance;
    }
  }

  /// The glyph and `further` empty ones, which share its advance. The last takes what rounding, kerning and stretching leave.
  void add(Glyph glyph, std::size_t further) {
    const Face& face = plan_.face();
    const Length pen_after = pen_ + glyph.advance;
    pen_ = pen_after;
    std::vector<int> parts = further == 0 ? std::vector<int>{} : parts_of(face.advance(glyph.id), further + 1);
    if (further > 0) glyph.id = plan_.id_of({glyph.id, parts.front()});
    Length rest = glyph.advance;
    for (std::size_t i = 0; i <= further; ++i) {
      const Length advance = i == further ? rest : run_.size.times(parts[i], face.metrics().units_per_em);
      rest -= advance;
      Glyph part = glyph;
      if (i > 0) part = {plan_.id_of({std::nullopt, parts[i]}), {}, {}, glyph.y, {}};
      part.advance = advance;
      part.text = next_letter();
      spelled_.glyphs.push_back(part);
    }
  }

  /// Of an advance in font units, one for each of the next letters: marks take little, the others equal parts of what is left.
  [[nodiscard]] std::vector<int> parts_of(int whole, std::size_t count) const {
    const int of_mark = static_cast<int>(kMarkAdvance * plan_.face().metrics().units_per_em + 0.5);
    std::vector<bool> marks(count);
    for (std::size_t i = 0; i < count; ++i)
      if (unsaid_ - 1 - i < letters_.size()) marks[i] = is_combining(utf8::decode(run_.text, letters_[unsaid_ - 1 - i].begin).code_point);
    const auto of_letters = static_cast<int>(std::count(marks.begin(), marks.end(), false));
    const int left = whole - of_mark * (static_cast<int>(count) - of_letters);
    const bool is_tight = of_letters == 0 || left < of_mark * of_letters;
    std::vector<int> parts;
    for (std::size_t i = 0; i < count; ++i)
      parts.push_back(is_tight ? whole / static_cast<int>(count) : marks[i] ? of_mark : left / of_letters);
    parts.back() += whole - std::accumulate(parts.begin(), parts.end(), 0);
    return parts;
  }

  /// From the group's last letter to its first; glyphs that no letter is left for, which come first, say nothing.
  TextRange next_letter() {
    --unsaid_;
    return unsaid_ < letters_.size() ? letters_[unsaid_] : TextRange{letters_.back().end, letters_.back().end};
  }

  const GlyphRun& run_;
  Plan& plan_;
  SpelledRun spelled_;
  Length pen_;
  std::vector<TextRange> letters_;  ///< of the group
  std::size_t unsaid_ = 0;          ///< glyphs of the group that have no letter yet
};

/// Text space, y upwards, to what shapes are in; of a baseline that runs up the page, turned with it.
Point place_of(double x, double y, const GlyphRun& run) {
  const Length across = Length::from_points(x), up = Length::from_points(y);
  return run.upwards ? Point{-up, -across} : Point{across, -up};
}

std::vector<PathStep> path_of(const Mark& mark, const GlyphRun& run) {
  const double scale = run.size.points() / run.face->metrics().units_per_em;
  const auto place = [&](double x, double y) {
    return place_of(mark.x.points() + x * scale, mark.y.points() + y * scale, run);
  };
  std::vector<PathStep> path;
  double pen_x = 0, pen_y = 0;
  for (const OutlineStep& step : glyph_outline(*run.face, mark.id)) {
    using Kind = OutlineStep::Kind;
    PathStep out;
    if (step.kind != Kind::close) out.to = place(step.x, step.y);
    switch (step.kind) {
      case Kind::move: out.kind = PathStep::Kind::move; break;
      case Kind::line: out.kind = PathStep::Kind::line; break;
      case Kind::close: out.kind = PathStep::Kind::close; break;
      case Kind::quadratic:  // as a cubic: the control point weighs two thirds at either end
        out.kind = PathStep::Kind::curve;
        out.control1 = place(pen_x + (step.x1 - pen_x) * 2 / 3, pen_y + (step.y1 - pen_y) * 2 / 3);
        out.control2 = place(step.x + (step.x1 - step.x) * 2 / 3, step.y + (step.y1 - step.y) * 2 / 3);
        break;
      case Kind::cubic:
        out.kind = PathStep::Kind::curve;
        out.control1 = place(step.x1, step.y1);
        out.control2 = place(step.x2, step.y2);
        break;
    }
    path.push_back(out);
    if (step.kind != Kind::close) pen_x = step.x, pen_y = step.y;
  }
  return path;
}

/// Whether a run ends in a mark that stands left of the pen, and the next one goes on from there without a space.
bool ends_in_mark_before(const std::vector<Item>& items, std::size_t at) {
  const auto& run = std::get<GlyphRun>(items[at].what);
  if (run.upwards || run.glyphs.empty() || run.glyphs.back().advance != Length{} || run.glyphs.back().x >= Length{} || at + 1 == items.size()) return false;
  const auto* next = std::get_if<GlyphRun>(&items[at + 1].what);
  return next && items[at + 1].at.y == items[at].at.y && items[at + 1].at.x == items[at].at.x + run.width() && !next->text.starts_with(' ');
}

/// The run's last mark as a copy that reaches to the pen.
SpelledRun with_closing_mark(const GlyphRun& run, Plan& plan) {
  SpelledRun spelled{run.glyphs, {}, true};
  Glyph& mark = spelled.glyphs.back();
  const double em = plan.face().metrics().units_per_em;
  mark.id = plan.id_of({mark.id, static_cast<int>(std::lround(-mark.x.points() / run.size.points() * em))});
  return spelled;
}

/// A run is changed only when the face that it then needs could be made.
class Document {
 public:
  explicit Document(Pages pages) : pages_(std::move(pages)) {}

  Pages spell() {
    plan();
    if (runs_.empty()) return std::move(pages_);
    for (const auto& [face, plan] : plans_) {
      if (plan.further().empty()) continue;
      if (std::shared_ptr<const Face> made = with_more_glyphs(*face, plan.further())) successors_[face] = std::move(made);
    }
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) change(page);
    return std::move(pages_);
  }

 private:
  using Place = std::pair<std::size_t, std::size_t>;  // page and item

  void plan() {
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      const std::vector<Item>& items = pages_.pages[page].items;
      for (std::size_t i = 0; i < items.size(); ++i) {
        const auto* run = std::get_if<GlyphRun>(&items[i].what);
        if (!run || (!run->right_to_left && !ends_in_mark_before(items, i))) continue;
        Plan& plan = plan_for(run->face.get());
        SpelledRun spelled = run->right_to_left ? Speller(*run, plan).spell() : with_closing_mark(*run, plan);
        if (spelled.is_changed) runs_.emplace(Place{page, i}, std::move(spelled));
      }
    }
  }

  /// In order of first use, so that nothing depends on where in memory faces lie.
  Plan& plan_for(const Face* face) {
    for (auto& [known, plan] : plans_)
      if (known == face) return plan;
    return plans_.emplace_back(face, Plan(*face)).second;
  }

  void change(std::size_t page) {
    std::vector<Item> out, marks;
    std::vector<Item>& items = pages_.pages[page].items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      Item& item = items[i];
      if (!marks.empty() && !goes_on(marks.back(), item)) flush(marks, out);
      if (auto* run = std::get_if<GlyphRun>(&item.what)) change(*run, item, runs_.find({page, i}), marks);
      out.push_back(std::move(item));
    }
    flush(marks, out);
    items = std::move(out);
  }

  void change(GlyphRun& run, const Item& item, std::map<Place, SpelledRun>::iterator spelled, std::vector<Item>& marks) {
    const auto successor = successors_.find(run.face.get());
    if (successor == successors_.end()) {
      if (spelled == runs_.end() || needs_more(spelled->second, *run.face)) return;
    }
    if (spelled != runs_.end()) {
      for (const Mark& mark : spelled->second.marks) {
        std::vector<PathStep> path = path_of(mark, run);
        if (!path.empty()) marks.push_back({item.at, item.element, Shape{std::move(path), run.colour}});
      }
      run.glyphs = std::move(spelled->second.glyphs);
    }
    if (successor != successors_.end()) run.face = successor->second;
  }

  static bool needs_more(const SpelledRun& spelled, const Face& face) {
    return std::any_of(spelled.glyphs.begin(), spelled.glyphs.end(), [&](const Glyph& glyph) { return glyph.id >= face.glyph_count(); });
  }

  /// Whether both belong to one line of one element: its marks are drawn after the whole of it.
  static bool goes_on(const Item& last, const Item& next) {
    return std::holds_alternative<GlyphRun>(next.what) && next.element == last.element && next.at.y == last.at.y;
  }

  static void flush(std::vector<Item>& marks, std::vector<Item>& out) {
    for (Item& mark : marks) out.push_back(std::move(mark));
    marks.clear();
  }

  Pages pages_;
  std::vector<std::pair<const Face*, Plan>> plans_;
  std::map<Place, SpelledRun> runs_;
  std::map<const Face*, std::shared_ptr<const Face>> successors_;  // for look-up only
};

}  // namespace

Pages with_single_letters(Pages pages) { return Document(std::move(pages)).spell(); }

}  // namespace galley::pdf
