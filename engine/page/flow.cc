#include "page/flow.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/numbers.h"
#include "page/break_costs.h"
#include "page/figures.h"
#include "text/lines.h"

namespace galley {
namespace {

/// Wider than any page: text that is not to be broken.
constexpr Length kUnbroken = 100000_pt;
/// Least white between a row's text and the date on its right, in em of the row's style.
constexpr Em kAsideGap = 1_em;
/// Rows of at most this many lines stay together, so that a date can follow the whole row in reading order.
constexpr std::size_t kShortRow = 4;
/// A line that is too long by less is not worth a word: below what a printer resolves.
constexpr Length kVisibleExcess = 0.05_pt;

/// With a space in place of each line break that the author asked for, and without those that a layout prefers.
std::string on_one_line(std::string text) {
  constexpr std::string_view kForced = "\u2028", kPreferred = "\u2029";
  for (std::size_t at; (at = text.find(kForced)) != std::string::npos;) text.replace(at, kForced.size(), " ");
  for (std::size_t at; (at = text.find(kPreferred)) != std::string::npos;) text.erase(at, kPreferred.size());
  return text;
}

class Flow {
 public:
  Flow(const Composed& composed, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics)
      : composed_(composed), layout_(layout), shaper_(shaper), diagnostics_(diagnostics) {}

  std::vector<FlowLine> run() {
    label_width_ = layout_.columns.measured ? measured_label() : layout_.columns.label;
    for (const Block& block : composed_.blocks) add(block);
    set_break_costs(places_, layout_.breaks, lines_);
    return std::move(lines_);
  }

 private:
  struct Column {
    Length left, right;
    [[nodiscard]] Length width() const { return right - left; }
  };

  /// Where a region stands on the page, its label column included.
  [[nodiscard]] Column frame_of(Region region) const {
    const PageRules& page = layout_.page;
    if (region == Region::full) return {layout_.head.left, page.size.width - layout_.head.right};
    if (region == Region::sidebar) return {layout_.sidebar->left, layout_.sidebar->right};
    return {page.left, page.left + layout_.column_width()};
  }

  [[nodiscard]] Column column_of(const Block& block) const {
    Column column = frame_of(block.region);
    column.left += block.inset_left;
    column.right -= block.inset_right;
    if (block.region == Region::text_column && !block.section_label && label_width_ > Length{})
      column.left += label_width_ + layout_.columns.gutter;
    return column;
  }

  /// The widest label or date that stands in the label column, but no more than the layout allows.
  Length measured_label() {
    Length widest;
    const auto measure = [&](const StyledText& text, StyleId style) {
      for (const SetLine& line : set(text, style, {kUnbroken, kUnbroken})) widest = std::max(widest, line.width);
    };
    for (const Block& block : composed_.blocks) {
      if (block.region != Region::text_column) continue;
      if (block.label && block.label->rotated) widest = std::max(widest, style(block.label->style).leading);
      if (block.label && !block.label->rotated) measure(block.label->text, block.label->style);
      if (block.aside && block.aside->in_label_column) measure(block.aside->text, block.aside->text.front().style);
    }
    return std::min(widest, layout_.columns.label);
  }

  [[nodiscard]] const Style& style(StyleId id) const { return composed_.styles[id]; }

  std::vector<SetLine> set(const StyledText& text, StyleId paragraph, Measure measure) {
    return set_lines({text, style(paragraph), composed_.styles, composed_.language, measure, composed_.right_to_left, &composed_.usage}, shaper_, diagnostics_);
  }

  /// A figure stands on a baseline of its own; one beside the text is drawn with the line that comes next.
  void add_figure(const Block& block) {
    const Figure& figure = *block.figure;
    const Column column = column_of(block);
    const SetFigure set = set_figure(figure, column.width() - block.indent, block.source, diagnostics_);
    if (figure.rule.beside != FigureSide::none) {
      const Length left = figure.rule.beside == FigureSide::left ? column.left : column.right - set.size.width;
      for (Item item : set.items) {
        item.at = {item.at.x + left, item.at.y + figure.rule.top};
        beside_.push_back(std::move(item));
      }
      beside_bottom_ = figure.rule.top + set.size.height;
      return;
    }
    const Length space = block.space_from_leading ? style(block.style).leading / 2 : block.space_before;
    FlowLine line = begin_line(block, 0);
    line.rise = set.size.height;
    if (line.region != Region::text_column || !line.from_page_top) line.step = space + line.rise;
    Length left = column.left + block.indent;
    if (figure.rule.align == Align::centre) left = left + (column.right - left - set.size.width) / 2;
    if (figure.rule.align == Align::right) left = column.right - set.size.width;
    for (Item item : set.items) {
      item.at = {item.at.x + left, item.at.y - line.rise};
      line.items.push_back(std::move(item));
    }
    remember_place(block, 0, 1);
    lines_.push_back(std::move(line));
  }

  /// Figures beside the head are placed from the page's top edge; the sections begin below them.
  void place_beside(FlowLine& line) {
    if (line.region == Region::full) {
      head_baseline_ = line.from_page_top ? line.step : head_baseline_ + line.step;
      for (Item& item : beside_) {
        item.at.y -= head_baseline_;
        line.items.push_back(std::move(item));
      }
      beside_.clear();
    } else if (beside_bottom_ > Length{}) {
      line.step = std::max(line.step, beside_bottom_ + layout_.page.first_line + layout_.body.leading - head_baseline_);
      beside_bottom_ = Length{};
    }
  }

  void add(const Block& block) {
    if (block.figure) return add_figure(block);
    const Column column = column_of(block);
    const Aside aside = make_aside(block);
    Bullet bullet = make_bullet(block, column);

    const Length indent = bullet.text_left - column.left;
    const bool in_label_column = block.aside && block.aside->in_label_column;
    const Length beside = aside.line.runs.empty() || in_label_column ? Length{} : aside.line.width + kAsideGap.at(style(block.style).size);
    const Length rest_indent = block.bullet && !block.bullet->hang ? Length{} : indent;
    const bool on_last = block.aside && block.aside->on_last;
    const Measure measure{column.width() - indent - beside, column.width() - rest_indent - (on_last ? beside : Length{})};
    std::vector<SetLine> lines = set(block.text, block.style, measure);
    if (lines.empty()) lines.emplace_back();
    warn_overfull(lines, block.text, block.source);

    const std::map<LinkId, std::string> link_texts = texts_of_links(block.text);
    const std::size_t first = lines_.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      FlowLine line = begin_line(block, i);
      if (i == 0 && block.opens_section) decorate(block, lines[i], line.items);
      if (i == 0 && block.label) add_label(*block.label, line);
      if (i == 0) line.items.insert(line.items.end(), bullet.items.begin(), bullet.items.end());
      append(lines[i], i == 0 ? bullet.text_left : column.left + rest_indent, Length{}, link_texts, line.items);
      remember_place(block, i, lines.size());
      lines_.push_back(std::move(line));
    }
    if (in_label_column) {
      add_dates_beside(block, first);
    } else {
      add_aside(aside, block, column, first);
    }
  }

  /// The rules that the layout draws with a section's label, behind everything else on the line.
  void decorate(const Block& block, const SetLine& set, std::vector<Item>& items) const {
    using Where = LineDecoration::Where;
    const Column frame = frame_of(block.region);
    const SectionRules& rules = block.region == Region::sidebar ? layout_.sidebar->sections : layout_.sections;
    for (const LineDecoration& rule : rules.rules) {
      Length left = frame.left;
      if (rule.where == Where::beside) left = column_of(block).left + set.x + set.width + kAsideGap.at(style(block.style).size).times(1, 2);
      if (left >= frame.right) continue;
      const Length top = rule.where == Where::below ? rule.offset : (rule.where == Where::behind ? rule.offset : -rule.offset) - rule.thickness;
      items.push_back({{left, top}, kArtifact, Rule{{frame.right - left, rule.thickness}, rule.colour}});
    }
  }

  FlowLine begin_line(const Block& block, std::size_t index) {
    FlowLine line;
    line.region = block.region;
    const bool first_of_region = lines_.empty() || (block.region == Region::sidebar && lines_.back().region != Region::sidebar);
    line.step = style(block.style).leading;
    if (index == 0) {
      if (!block.space_from_leading) line.step = block.space_before;
      line.from_page_top = first_of_region;
      if (first_of_region) label_hang_ = Length{};
      if (first_of_region && block.region == Region::text_column) line.step = layout_.page.top + layout_.page.first_line;
      if (block.starts_section) {
        clear_label(line);
        label_again_.reset();
      }
      line.outline = block.outline;
    }
    if (index > 0 || !block.label) line.label_again = label_again_;
    place_beside(line);
    below_label_ += line.step;
    return line;
  }

  /// A section begins no higher than its layout's distance below the label of the one before.
  void clear_label(FlowLine& line) {
    if (label_hang_ > Length{}) line.step = std::max(line.step, label_hang_ + layout_.sections.space_after_label - below_label_);
    label_hang_ = Length{};
    below_label_ = Length{};
  }

  void add_label(const Label& label, FlowLine& line) {
    std::vector<Item> items = label_items(label, label.text, line.hang);
    line.items.insert(line.items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    label_hang_ = line.hang;
    below_label_ = Length{};
    if (label.again.empty()) return;
    Length unused;
    label_again_ = std::make_shared<const std::vector<Item>>(label_items(label, label.again, unused));
  }

  /// A label, or what stands in its place on further pages, and how far it hangs below its first line.
  std::vector<Item> label_items(const Label& label, const StyledText& text, Length& hang) {
    std::vector<Item> items;
    if (label.rotated) return rotated_label(label, text, hang);
    const std::vector<SetLine> lines = set(text, label.style, {label_width_, label_width_});
    if (&text == &label.text) warn_overfull(lines, text, {});  // what further pages show may never be seen
    Length y;
    for (const SetLine& each : lines) {
      append(each, layout_.page.left, y, {}, items);
      hang = y;
      y += style(label.style).leading;
    }
    return items;
  }

  /// Reads upwards and ends level with the capitals of the section's first line.
  std::vector<Item> rotated_label(const Label& label, const StyledText& text, Length& hang) {
    std::vector<Item> items;
    std::vector<SetLine> lines = set(text, label.style, {kUnbroken, kUnbroken});
    if (lines.empty()) return items;
    const Length capitals = layout_.body.size.times(7, 10);
    const Length begin = lines.front().width - capitals;
    const Length baseline = layout_.page.left + style(label.style).size;
    for (SetRun& each : lines.front().runs) {
      each.run.upwards = true;
      items.push_back({{baseline, begin - (each.x - lines.front().x)}, each.element, std::move(each.run)});
    }
    hang = std::max(begin, Length{});
    return items;
  }

  struct Aside {
    SetLine line;
    std::map<LinkId, std::string> link_texts;
  };

  Aside make_aside(const Block& block) {
    if (!block.aside || block.aside->in_label_column) return {};
    StyledText text = block.aside->text;
    for (Piece& piece : text) piece.text = on_one_line(piece.text);
    std::vector<SetLine> lines = set(text, text.front().style, {kUnbroken, kUnbroken});
    if (lines.empty()) return {};
    for (SetRun& run : lines.front().runs) run.x -= lines.front().x;
    return {std::move(lines.front()), texts_of_links(text)};
  }

  /// The date follows the whole row in reading order, wherever it stands: a row short enough is not broken over pages.
  void add_aside(const Aside& aside, const Block& block, const Column& column, std::size_t first) {
    if (aside.line.runs.empty()) return;
    const bool is_short = lines_.size() - first <= kShortRow;
    const std::size_t on = block.aside->on_last ? lines_.size() - 1 : first;
    const std::size_t in = is_short ? lines_.size() - 1 : on;
    Length y;
    for (std::size_t i = on + 1; i <= in; ++i) y -= lines_[i].step;
    append(aside.line, column.right - aside.line.width, y, aside.link_texts, lines_[in].items);
    if (is_short)
      for (std::size_t i = first + 1; i < lines_.size(); ++i) places_[i].never = true;
  }

  /// Dates in the label column, from the first line's baseline down; read after the row like those on the right.
  void add_dates_beside(const Block& block, std::size_t first) {
    const StyleId id = block.aside->text.front().style;
    const std::vector<SetLine> lines = set(block.aside->text, id, {label_width_, label_width_});
    warn_overfull(lines, block.aside->text, block.source);
    const bool is_short = lines_.size() - first <= kShortRow;
    const std::size_t in = is_short ? lines_.size() - 1 : first;
    Length y, hang;
    for (std::size_t i = first + 1; i <= in; ++i) y -= lines_[i].step;
    for (const SetLine& each : lines) {
      append(each, layout_.page.left, y, texts_of_links(block.aside->text), lines_[in].items);
      hang = std::max(hang, y);
      y += style(id).leading;
    }
    lines_[in].hang = std::max(lines_[in].hang, hang);
    if (is_short)
      for (std::size_t i = first + 1; i < lines_.size(); ++i) places_[i].never = true;
  }

  struct Bullet {
    std::vector<Item> items;
    Length text_left;
  };

  /// The mark and, as a real space of its own width, the gap after it.
  Bullet make_bullet(const Block& block, const Column& column) {
    Bullet result{{}, column.left + block.indent};
    if (!block.bullet) return result;
    if (!block.bullet->icon.empty()) return make_icon(block, column);
    std::vector<SetLine> lines = set(block.bullet->mark, block.bullet->mark.front().style, {kUnbroken, kUnbroken});
    if (lines.empty() || lines.front().runs.empty()) return result;
    SetLine& line = lines.front();
    for (SetRun& each : line.runs) each.x -= line.x;
    GlyphRun& run = line.runs.back().run;
    const auto at = static_cast<std::uint32_t>(run.text.size());
    run.text += ' ';
    const Length gap = std::max(block.bullet->gap, block.bullet->width - line.width);
    run.glyphs.push_back({run.face->glyph_of(' '), gap, {}, {}, {at, at + 1}});
    const Length left = column.left + block.bullet->indent;
    append(line, left, Length{}, {}, result.items);
    result.text_left = left + line.width + gap;
    return result;
  }

  /// A drawing before the text, as an artifact: what it says the text says again.
  [[nodiscard]] Bullet make_icon(const Block& block, const Column& column) const {
    const galley::Bullet& bullet = *block.bullet;
    const Style& own = style(bullet.mark.empty() ? block.style : bullet.mark.front().style);
    const Length left = column.left + bullet.indent, size = bullet.icon_size;
    constexpr int kAbove = 87;  // hundredths of the icon that stand above the baseline: its middle is that of the capitals
    Shape shape{bullet.icon, own.colour, true};
    for (PathStep& step : shape.path)
      for (Point* point : {&step.to, &step.control1, &step.control2})
        *point = {point->x.times(size.scaled(), kIconBox.scaled()), point->y.times(size.scaled(), kIconBox.scaled())};
    return {{Item{{left, -size.times(kAbove, 100)}, kArtifact, std::move(shape)}}, left + std::max(size + bullet.gap, bullet.width)};
  }

  /// The words of each link, for readers that announce where it leads.
  static std::map<LinkId, std::string> texts_of_links(const StyledText& text) {
    std::map<LinkId, std::string> texts;
    for (const Piece& piece : text)
      if (piece.link != kNoLink) texts[piece.link] += on_one_line(piece.text);
    return texts;
  }

  void append(const SetLine& line, Length left, Length y, const std::map<LinkId, std::string>& link_texts, std::vector<Item>& items) {
    for (std::size_t i = 0; i < line.runs.size(); ++i) {
      const SetRun& run = line.runs[i];
      items.push_back({{left + run.x, y}, run.element, run.run});
      const bool link_ends = run.link != kNoLink && (i + 1 == line.runs.size() || line.runs[i + 1].link != run.link);
      if (link_ends) items.push_back(link_area(line, i, left, y, link_texts));
    }
  }

  /// The box around the runs of the link that ends with run `last`, from the face's ascent to its descent.
  Item link_area(const SetLine& line, std::size_t last, Length left, Length y, const std::map<LinkId, std::string>& link_texts) const {
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
    ElementId element = line.runs[last].element;  // the link, or a part of it with a language or a meaning of its own
    const std::vector<Element>& elements = composed_.structure.elements;
    while (element < elements.size() && elements[element].role != Role::link) element = elements[element].parent;
    return {{left + x0, y - ascent}, element < elements.size() ? element : line.runs[last].element,
            LinkArea{{x1 - x0, ascent + descent}, composed_.links[link], text == link_texts.end() ? std::string{} : text->second}};
  }

  void remember_place(const Block& block, std::size_t line, std::size_t of) {
    LinePlace place;
    place.starts_section = line == 0 && block.starts_section;
    place.starts_entry = line == 0 && block.starts_entry;
    place.in_head = block.region == Region::full || block.stays_with_before;
    place.after_heading = line == 0 && after_heading_;
    place.second = line == 1;
    place.last = line > 0 && line + 1 == of;
    places_.push_back(place);
    if (line + 1 == of) after_heading_ = block.is_heading;
  }

  void warn_overfull(const std::vector<SetLine>& lines, const StyledText& text, Span otherwise) {
    for (const SetLine& line : lines) {
      if (line.excess <= kVisibleExcess) continue;
      const Span place = text.empty() ? otherwise : text.front().source;
      diagnostics_
          .warn(place, "a line is " + format_number(line.excess.points(), 1) + "pt too long for its column",
                "shorten a long word, allow hyphenation, or widen the column in the layout")
          .topic = Topic::overfull_line;
    }
  }

  const Composed& composed_;
  const Layout& layout_;
  Shaper& shaper_;
  Diagnostics& diagnostics_;
  std::vector<FlowLine> lines_;
  std::vector<LinePlace> places_;  ///< beside lines_
  bool after_heading_ = false;
  std::shared_ptr<const std::vector<Item>> label_again_;
  std::vector<Item> beside_;  ///< figures that wait for the next line
  Length beside_bottom_;      ///< of a figure beside the head, from the page's top edge; 0: none, or passed
  Length head_baseline_;      ///< of the head's last line so far, from the page's top edge
  Length label_width_;  ///< of the label column
  Length label_hang_;   ///< of the section's label below its first line
  Length below_label_;  ///< how far the text has come since that line
};

}  // namespace

std::vector<FlowLine> flow(const Composed& composed, const Layout& layout, Shaper& shaper, Diagnostics& diagnostics) {
  return Flow(composed, layout, shaper, diagnostics).run();
}

}  // namespace galley
