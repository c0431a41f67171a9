#include "page/paginate.h"

#include <cmath>

namespace galley {
namespace {

/// Lines (the unit of break costs) as a length, so that costs and white space add up exactly.
Length as_length(double lines, Length leading) { return Length::from_points(lines * leading.points()); }

Length first_baseline(const FlowLine& line, const PageRules& page) {
  return line.from_page_top ? line.step : page.top + page.first_line;
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

Pages paginate(const std::vector<FlowLine>& lines, const Composed& composed, const Layout& layout) {
  Pages pages;
  pages.metadata.title = composed.title;
  pages.metadata.author = composed.author;
  pages.metadata.language = composed.language;
  pages.structure = composed.structure;
  const std::vector<std::size_t> starts = page_starts(lines, layout.page, layout.breaks, layout.body.leading);
  for (std::size_t p = 0; p < starts.size(); ++p) {
    Page page{layout.page.size, {}};
    const std::size_t end = p + 1 < starts.size() ? starts[p + 1] : lines.size();
    Length y;
    for (std::size_t i = starts[p]; i < end; ++i) {
      y = i == starts[p] ? first_baseline(lines[i], layout.page) : y + lines[i].step;
      for (const OutlineMark& mark : lines[i].outline)
        pages.outline.push_back({mark.title, mark.level, p, {layout.page.left, y - layout.body.leading}, mark.element});
      for (Item item : lines[i].items) {
        item.at.y += y;
        page.items.push_back(std::move(item));
      }
    }
    pages.pages.push_back(std::move(page));
  }
  if (pages.pages.empty()) pages.pages.push_back({layout.page.size, {}});
  return pages;
}

}  // namespace galley
