#include "page/paginate.h"

#include <algorithm>
#include <cmath>

namespace galley {
namespace {

/// Lines (the unit of break costs) as a length, so that costs and white space add up exactly.
Length as_length(double lines, Length leading) { return Length::from_points(lines * leading.points()); }

/// Of a line that opens a page or column whose type begins at `top`.
Length first_baseline(const FlowLine& line, const PageRules& page, Length top) {
  return line.from_page_top ? line.step : top + std::max(page.first_line, line.rise);
}

}  // namespace

std::vector<std::size_t> page_starts(std::span<const FlowLine> lines, const PageRules& page, const BreakRules& breaks, Length leading) {
  const std::size_t count = lines.size();
  const Length limit = page.size.height - page.bottom;
  const Length page_cost = as_length(breaks.page, leading);
  std::vector<Length> best(count + 1);         // best[i]: least cost of setting lines i … on pages of their own
  std::vector<std::size_t> next(count + 1, count);
  for (std::size_t i = count; i-- > 0;) {
    Length y = first_baseline(lines[i], page, page.top);
    Length lowest = y + lines[i].hang;
    bool found = false;
    for (std::size_t j = i + 1; j <= count; ++j) {
      // Lines i … j-1 are on the page. Only the first may stand too low.
      if (j > i + 1) {
        y += lines[j - 1].step;
        lowest = std::max(lowest, y + lines[j - 1].hang);
        if (lowest > limit && found) break;
      }
      const bool fits = lowest <= limit;
      const bool is_last = j == count;
      if (!is_last && std::isinf(lines[j].break_cost)) continue;
      Length cost = best[j] + page_cost;
      // White that would stand before line j anyway is no waste: so the white of all pages but the last adds up to the
      // same sum wherever the pages between are cut, and only what the break costs and what the last page takes decide.
      if (!is_last) cost += as_length(lines[j].break_cost, leading) + (limit - y - lines[j].step);
      if (!found || cost <= best[i]) {
        best[i] = cost;
        next[i] = j;
      }
      found = true;
      if (!fits) break;
    }
  }
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < count; i = next[i]) starts.push_back(i);
  return starts;
}

namespace {

bool is_on(PageChoice choice, std::size_t page) {
  return choice == PageChoice::all || (choice == PageChoice::first) == (page == 0);
}

Page empty_page(const PageRules& rules, std::size_t number, Length head_bottom) {
  Page page{rules.size, {}};
  for (const BoxRule& box : rules.boxes) {
    const Length height = box.below_head ? head_bottom + *box.below_head - box.top : box.height;
    if (is_on(box.pages, number) && height > Length{} && box.width > Length{})
      page.items.push_back({{box.left, box.top}, kArtifact, Rule{{box.width, height}, box.colour}});
  }
  return page;
}

/// Lines that stand below one another: a page's share of a flow, or a column of it.
struct Stretch {
  std::size_t begin = 0, end = 0, page = 0;
  Length top;    ///< of its type
  Length shift;  ///< to the right, of a further column
};

/// One flow, cut into pages.
struct Cut {
  std::vector<FlowLine> lines;
  PageRules page;
  std::vector<Stretch> stretches;
  [[nodiscard]] std::size_t pages() const { return stretches.empty() ? 0 : stretches.back().page + 1; }
};

Cut cut(std::vector<FlowLine> lines, const PageRules& page, const Layout& layout) {
  Cut result{std::move(lines), page, {}};
  const std::vector<std::size_t> starts = page_starts(result.lines, page, layout.breaks, layout.body.leading);
  for (std::size_t p = 0; p < starts.size(); ++p)
    result.stretches.push_back({starts[p], p + 1 < starts.size() ? starts[p + 1] : result.lines.size(), p, page.top, {}});
  return result;
}

/// Baselines of the first page: the head's last one, and the first of the sections.
struct Opening {
  Length head_bottom, text_top;
  std::size_t head_lines = 0;
};

Opening opening_of(const std::vector<FlowLine>& lines, const PageRules& page) {
  Opening opening{{}, page.top + page.first_line, 0};
  Length y;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    y = i == 0 ? first_baseline(lines[i], page, page.top) : y + lines[i].step;
    if (lines[i].region != Region::full) {
      opening.text_top = y;
      break;
    }
    opening.head_bottom = y;
    opening.head_lines = i + 1;
  }
  return opening;
}

/// Cuts lines into columns of one page's height, as few as will do.
class ColumnCutter {
 public:
  ColumnCutter(std::span<const FlowLine> lines, const Layout& layout) : lines_(lines), leading_(layout.body.leading), breaks_(layout.breaks) {
    constexpr double kDearerThanAnyBreak = 10000;  // lines
    breaks_.page = kDearerThanAnyBreak;
  }

  [[nodiscard]] std::vector<std::size_t> starts(const PageRules& page) const { return page_starts(lines_, page, breaks_, leading_); }

  /// The same number of columns at most, as short as they can be.
  [[nodiscard]] std::vector<std::size_t> balanced(PageRules page, std::size_t columns) const {
    constexpr int kSteps = 14;  // to 1/16384 of the height: below what is seen
    Length fitting = page.bottom, failing = page.size.height - page.top - page.first_line;
    for (int i = 0; i < kSteps && failing > fitting; ++i) {
      page.bottom = (fitting + failing) / 2;
      (starts(page).size() <= columns ? fitting : failing) = page.bottom;
    }
    page.bottom = fitting;
    return starts(page);
  }

 private:
  std::span<const FlowLine> lines_;
  Length leading_;
  BreakRules breaks_;
};

/// The head over all columns, then the sections in columns, page by page.
Cut cut_into_columns(std::vector<FlowLine> lines, const Layout& layout, const Opening& opening) {
  Cut result{std::move(lines), layout.page, {}};
  if (opening.head_lines > 0) result.stretches.push_back({0, opening.head_lines, 0, layout.page.top, {}});
  const auto columns = static_cast<std::size_t>(layout.columns.count);
  const Length shift = layout.column_width() + layout.columns.between;
  std::size_t at = opening.head_lines;
  for (std::size_t p = 0; at < result.lines.size(); ++p) {
    PageRules page = layout.page;
    if (p == 0) page.top = opening.text_top - page.first_line;
    const ColumnCutter cutter(std::span(result.lines).subspan(at), layout);
    std::vector<std::size_t> starts = cutter.starts(page);
    if (starts.size() <= columns) starts = cutter.balanced(page, columns);
    const std::size_t rest = starts.size() > columns ? starts[columns] : result.lines.size() - at;
    starts.resize(std::min(starts.size(), columns));
    for (std::size_t i = 0; i < starts.size(); ++i)
      result.stretches.push_back({at + starts[i], at + (i + 1 < starts.size() ? starts[i + 1] : rest), p, page.top, shift * static_cast<std::int64_t>(i)});
    at += rest;
  }
  return result;
}

/// Puts the lines of a flow that belong on page `p` there, as far as `wanted` says.
template <typename Wanted>
void place(const Cut& flow, std::size_t p, Pages& pages, Length leading, Wanted wanted) {
  std::vector<Item>& items = pages.pages[p].items;
  for (const Stretch& stretch : flow.stretches) {
    if (stretch.page != p) continue;
    Length y;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      const FlowLine& line = flow.lines[i];
      const bool opens = i == stretch.begin;
      y = opens ? first_baseline(line, flow.page, stretch.top) : y + line.step;
      if (!wanted(line)) continue;
      for (const OutlineMark& mark : line.outline)
        pages.outline.push_back({mark.title, mark.level, p, {flow.page.left + stretch.shift, y - leading}, mark.element});
      const auto put = [&](Item item) {
        item.at.x += stretch.shift;
        item.at.y += y;
        items.push_back(std::move(item));
      };
      if (opens && i > 0 && line.label_again)
        for (const Item& item : *line.label_again) put(item);
      for (const Item& item : line.items) put(item);
    }
  }
}

}  // namespace

Pages paginate(const std::vector<FlowLine>& lines, const Composed& composed, const Layout& layout) {
  Pages pages;
  pages.metadata.title = composed.title;
  pages.metadata.author = composed.author;
  pages.metadata.subject = composed.subject;
  pages.metadata.keywords = composed.keywords;
  pages.metadata.modified = composed.modified;
  pages.metadata.language = composed.language;
  pages.right_to_left = composed.right_to_left;
  pages.structure = composed.structure;
  const auto side_begin = std::find_if(lines.begin(), lines.end(), [](const FlowLine& line) { return line.region == Region::sidebar; });
  std::vector<FlowLine> main_lines(lines.begin(), side_begin);
  const Opening opening = opening_of(main_lines, layout.page);
  const Cut main = layout.columns.count > 1 ? cut_into_columns(std::move(main_lines), layout, opening) : cut(std::move(main_lines), layout.page, layout);
  PageRules side_page = layout.page;
  if (layout.sidebar) side_page.bottom = layout.sidebar->bottom;
  if (layout.sidebar) side_page.left = layout.sidebar->left;
  std::vector<FlowLine> side_lines{side_begin, lines.end()};
  if (!side_lines.empty() && layout.sidebar && layout.sidebar->with_text) 
    side_lines.front().step = opening.text_top + std::max(Length{}, side_lines.front().rise - layout.page.first_line);
  const Cut side = cut(std::move(side_lines), side_page, layout);
  const Length leading = layout.body.leading;
  const auto head = [](const FlowLine& line) { return line.region == Region::full; };
  const auto body = [](const FlowLine& line) { return line.region != Region::full; };
  const bool side_first = layout.sidebar && layout.sidebar->first;
  const std::size_t count = std::max({main.pages(), side.pages(), std::size_t{1}});
  for (std::size_t p = 0; p < count; ++p) {
    pages.pages.push_back(empty_page(layout.page, p, opening.head_bottom));
    place(main, p, pages, leading, head);
    if (side_first) place(side, p, pages, leading, body);
    place(main, p, pages, leading, body);
    if (!side_first) place(side, p, pages, leading, body);
  }
  return pages;
}

}  // namespace galley
