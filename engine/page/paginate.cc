#include "page/paginate.h"

#include <algorithm>
#include <cmath>

namespace galley {
namespace {

/// Lines (the unit of break costs) as a length, so that costs and white space add up exactly.
Length as_length(double lines, Length leading) { return Length::from_points(lines * leading.points()); }

Length first_baseline(const FlowLine& line, const PageRules& page) {
  return line.from_page_top ? line.step : page.top + std::max(page.first_line, line.rise);
}

}  // namespace

std::vector<std::size_t> page_starts(const std::vector<FlowLine>& lines, const PageRules& page, const BreakRules& breaks, Length leading) {
  const std::size_t count = lines.size();
  const Length limit = page.size.height - page.bottom;
  const Length page_cost = as_length(breaks.page, leading);
  std::vector<Length> best(count + 1);         // best[i]: least cost of setting lines i … on pages of their own
  std::vector<std::size_t> next(count + 1, count);
  for (std::size_t i = count; i-- > 0;) {
    Length y = first_baseline(lines[i], page);
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

/// One flow, cut into pages.
struct Cut {
  std::vector<FlowLine> lines;
  PageRules page;
  std::vector<std::size_t> starts;
};

Cut cut(std::vector<FlowLine> lines, const PageRules& page, const Layout& layout) {
  Cut result{std::move(lines), page, {}};
  result.starts = page_starts(result.lines, page, layout.breaks, layout.body.leading);
  return result;
}

/// Puts the lines of a flow that belong on page `p` there, as far as `wanted` says.
template <typename Wanted>
void place(const Cut& flow, std::size_t p, Pages& pages, Length leading, Wanted wanted) {
  if (p >= flow.starts.size()) return;
  const std::size_t end = p + 1 < flow.starts.size() ? flow.starts[p + 1] : flow.lines.size();
  std::vector<Item>& items = pages.pages[p].items;
  Length y;
  for (std::size_t i = flow.starts[p]; i < end; ++i) {
    const FlowLine& line = flow.lines[i];
    const bool opens = i == flow.starts[p];
    y = opens ? first_baseline(line, flow.page) : y + line.step;
    if (!wanted(line)) continue;
    for (const OutlineMark& mark : line.outline)
      pages.outline.push_back({mark.title, mark.level, p, {flow.page.left, y - leading}, mark.element});
    const auto put = [&](Item item) {
      item.at.y += y;
      items.push_back(std::move(item));
    };
    if (opens && p > 0 && line.label_again)
      for (const Item& item : *line.label_again) put(item);
    for (const Item& item : line.items) put(item);
  }
}

/// Baselines of the first page: the head's last one, and the first of the sections.
struct Opening {
  Length head_bottom, text_top;
};

Opening opening_of(const Cut& main) {
  Opening opening{{}, main.page.top + main.page.first_line};
  Length y;
  for (std::size_t i = 0; i < main.lines.size() && (main.starts.size() < 2 || i < main.starts[1]); ++i) {
    y = i == 0 ? first_baseline(main.lines[i], main.page) : y + main.lines[i].step;
    if (main.lines[i].region != Region::full) {
      opening.text_top = y;
      break;
    }
    opening.head_bottom = y;
  }
  return opening;
}

}  // namespace

Pages paginate(const std::vector<FlowLine>& lines, const Composed& composed, const Layout& layout) {
  Pages pages;
  pages.metadata.title = composed.title;
  pages.metadata.author = composed.author;
  pages.metadata.language = composed.language;
  pages.structure = composed.structure;
  const auto side_begin = std::find_if(lines.begin(), lines.end(), [](const FlowLine& line) { return line.region == Region::sidebar; });
  const Cut main = cut({lines.begin(), side_begin}, layout.page, layout);
  PageRules side_page = layout.page;
  if (layout.sidebar) side_page.bottom = layout.sidebar->bottom;
  if (layout.sidebar) side_page.left = layout.sidebar->left;
  const Opening opening = opening_of(main);
  std::vector<FlowLine> side_lines{side_begin, lines.end()};
  if (!side_lines.empty() && layout.sidebar && layout.sidebar->with_text) 
    side_lines.front().step = opening.text_top + std::max(Length{}, side_lines.front().rise - layout.page.first_line);
  const Cut side = cut(std::move(side_lines), side_page, layout);
  const Length leading = layout.body.leading;
  const auto head = [](const FlowLine& line) { return line.region == Region::full; };
  const auto body = [](const FlowLine& line) { return line.region != Region::full; };
  const bool side_first = layout.sidebar && layout.sidebar->first;
  const std::size_t count = std::max({main.starts.size(), side.starts.size(), std::size_t{1}});
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
