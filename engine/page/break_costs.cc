#include "page/break_costs.h"

namespace galley {
namespace {

/// For each line, how many lines its group has; `starts` tells where groups start.
template <typename Starts>
std::vector<int> group_sizes(const std::vector<LinePlace>& places, Starts starts) {
  std::vector<int> sizes(places.size(), 0);
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin + 1;
    while (end < places.size() && !starts(places[end])) ++end;
    for (std::size_t i = begin; i < end; ++i) sizes[i] = static_cast<int>(end - begin);
    begin = end;
  }
  return sizes;
}

double cost_before(const LinePlace& place, int section_lines, int entry_lines, const BreakRules& rules) {
  if (place.never) return kNeverBreak;
  double cost = place.after_heading || place.in_head ? rules.after_heading : 0;
  if (place.starts_section) return cost;
  cost += section_lines <= rules.whole_section ? rules.inside_whole_section : rules.inside_section;
  if (place.starts_entry) return cost;
  cost += entry_lines <= rules.whole_entry ? rules.inside_whole_entry : rules.inside_entry;
  if (place.second) cost += rules.orphan;
  if (place.last) cost += rules.widow;
  return cost;
}

}  // namespace

void set_break_costs(const std::vector<LinePlace>& places, const BreakRules& rules, std::vector<FlowLine>& lines) {
  const std::vector<int> sections = group_sizes(places, [](const LinePlace& place) { return place.starts_section; });
  const std::vector<int> entries =
      group_sizes(places, [](const LinePlace& place) { return place.starts_section || place.starts_entry; });
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].break_cost = cost_before(places[i], sections[i], entries[i], rules);
}

}  // namespace galley
